"""The script of the presenter's views: its code, notes, decks and polls. The student's view does not load it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..render.bundle import bundle
from ..render.environment import render, render_interaction
from ..render.filters import pick
from ..render.styles import layered
from ..schema.content import Content
from ..schema.interaction import files_of, interactions
from ..schema.placed import Placed
from ..schema.trainer import SESSIONS, Note
from .deck import deck

HERE = Path(__file__).parent


def trainer_js(content: Content) -> str:
    """Bundle the code and its data as a classic script: modules do not load from ``file:`` URLs."""
    code = bundle(HERE / "start.js")
    data = json.dumps(_data(content), ensure_ascii=False)
    return f'"use strict";\n(() => {{\nconst DATA = {data};\n{code}\n}})();\n'


def _styles() -> list[Path]:
    """List the style sheets of the presenter's views: the package's own, and those of interactions."""
    return [
        HERE / "trainer.css",
        HERE / "trainer_figures.css",
        *files_of(interactions().values(), "trainer.css"),
    ]


def _data(content: Content) -> dict[str, Any]:
    words = content.interface.trainer
    return {
        "words": pick(words, type(words).model_fields),
        "style": layered({"presenter": _styles()}),
        "notes": [_note(content, note) for note in content.trainer],
        "decks": {minutes: [slide._asdict() for slide in deck(content, minutes)] for minutes in SESSIONS},
        "items": {id: html for placed in content.placed for id, html in _polls(content, placed)},
        "asides": [
            {
                "selector": f"main.course:has({placed.selector})",
                "html": render_interaction(content, placed, "trainer.html"),
            }
            for placed in content.placed
            if placed.interaction.has("trainer.html")
        ],
    }


def _polls(content: Content, placed: Placed) -> Iterator[tuple[str, str]]:
    """Yield the id of each record that a class can vote on, with the HTML of its poll."""
    polls = placed.interaction.polls
    for item in polls(placed.records(content.records)) if polls else ():
        yield item.id, render_interaction(content, placed, "slide.html", item=item)


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
