"""The script of the presenter's views: its code, notes, decks and slides. The student's view does not load it."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..render.bundle import bundle
from ..render.environment import render, render_interaction
from ..render.figures import render_drawing
from ..render.filters import pick
from ..render.styles import drawing_styles, layered
from ..schema.content import Content
from ..schema.interaction import files_of, interactions
from ..schema.item_kind import item_kind_of
from ..schema.slide import Slide
from ..schema.text import plain
from ..schema.trainer import SESSIONS, Note
from .deck import deck
from .plan import PlannedItem, plan
from .slides import JOIN, course_slides

HERE = Path(__file__).parent
STYLES = ("trainer", "desk", "slides", "slide_layouts", "slide_lists")


def trainer_js(content: Content, entry: Path = HERE / "start.js") -> str:
    """Bundle the code and its data as a classic script: modules do not load from ``file:`` URLs.

    Args:
        content: the content of a course.
        entry: the module that begins; by default, the one that shows the trainer's views.
    """
    code = bundle(entry)
    data = json.dumps(_data(content), ensure_ascii=False)
    return f'"use strict";\n(() => {{\nconst DATA = {data};\n{code}\n}})();\n'


def _styles() -> list[Path]:
    """List the style sheets of the presenter's views: the package's own, and those of interactions."""
    return [*(HERE / f"{name}.css" for name in STYLES), *files_of(interactions().values(), "trainer.css")]


def _data(content: Content) -> dict[str, Any]:
    words = content.interface.trainer
    slides, choices = course_slides(content), _choices(content)
    return {
        "words": {**pick(content.interface.slides, ["stage", "black_screen"]), **pick(words, type(words).model_fields)},
        "codeAlt": content.interface.classroom.picture,
        "style": layered({"pictures": drawing_styles(content.drawings), "presenter": _styles()}),
        "notes": [_note(content, note) for note in content.trainer],
        "plans": {minutes: [_step(item) for item in plan(content, minutes).items] for minutes in SESSIONS},
        "decks": {minutes: [each._asdict() for each in deck(content, minutes, slides)] for minutes in SESSIONS},
        "slides": {id: _slide(slide, choices) for id, slide in slides.items()},
        "drawings": {drawing.id: render_drawing(drawing, content) for drawing in content.pictures.drawings},
        "join": JOIN,
        "asides": [
            {
                "selector": f"main.course:has({placed.selector})",
                "html": render_interaction(content, placed, "trainer.html"),
            }
            for placed in content.placed
            if placed.interaction.has("trainer.html")
        ],
    }


def _step(item: PlannedItem) -> dict[str, Any]:
    return {name: getattr(item, name) for name in ("kind", "id", "title", "start", "minutes")}


def _slide(slide: Slide, choices: Mapping[str, int]) -> dict[str, Any]:
    return {**slide._asdict(), "title": plain(slide.title), "choices": choices.get(slide.item, 0)}


def _choices(content: Content) -> dict[str, int]:
    """Return how many answers of each question a class can vote on."""
    asked = [(placed.interaction.polls, placed.records(content.records)) for placed in content.placed]
    items = [item for polls, records in asked if polls for item in polls(records)]
    return {item.id: len(item_kind_of(item).choices(item)) for item in items if item_kind_of(item).votes}


def _note(content: Content, note: Note) -> dict[str, str]:
    """Return a note: its page if it is a section's, the selector of the element at which it is shown, and its HTML."""
    pages = {section.id: section.notebook for section in content.sections}
    of_section = note.kind == "section"
    return {
        "kind": note.kind,
        "id": note.about,
        "page": pages[note.about] if of_section else "",
        "selector": "header.opening" if of_section else _selector(content, note),
        "html": render(content, "trainer_note.html", note=note),
    }


def _selector(content: Content, note: Note) -> str:
    entries = [(placed, placed.entries(content.records).get(note.kind, [])) for placed in content.placed]
    placed = next(placed for placed, entries in entries if note.about in [entry.id for entry in entries])
    return placed.entry_selector(note.about)
