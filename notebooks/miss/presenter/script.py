"""The script of the presenter's views: its code, notes, decks and polls. The student's view does not load it."""

import json
from pathlib import Path
from typing import Any

from ..render.bundle import join_modules
from ..render.environment import render
from ..render.styles import PACKAGE_ASSETS
from ..schema.content import Content
from ..schema.trainer import SESSIONS
from .deck import deck

HERE = Path(__file__).parent
STORAGE_JS = HERE.parent / "web" / "scripts" / "storage.js"  # builds the storage keys, as on every page
SCRIPTS = ("presentation", "dom", "poll", "notes", "slide", "slideshow", "speaker_view", "start")
# The selector of the element at which a note is shown, by the note's kind.
NOTE_SELECTORS = {
    "section": "header.opening",
    "operation": '.operations .entry[id="{}"]',
    "condition": 'condition-selector .entry[data-id="{}"]',
    "step": 'procedure-slider .steps .entry[data-id="{}"]',
    "alongside": "aside.alongside",
    "risk": '.card[data-id="{}"]',
}


def trainer_js(content: Content) -> str:
    """Join the code and its data into a classic script: modules do not load from ``file:`` URLs."""
    code = join_modules(STORAGE_JS, *(HERE / f"{name}.js" for name in SCRIPTS))
    data = json.dumps(_data(content), ensure_ascii=False)
    return f'"use strict";\n(() => {{\nconst DATA = {data};\n{code}\n}})();\n'


def _data(content: Content) -> dict[str, Any]:
    return {
        "words": content.interface.trainer.model_dump(),
        "style": (PACKAGE_ASSETS / "trainer.css").read_text(encoding="utf-8"),
        "notes": [_note(content, note) for note in content.trainer],
        "decks": {minutes: [slide._asdict() for slide in deck(content, minutes)] for minutes in SESSIONS},
        "items": {item.id: render(content, "room.html", item=item) for item in content.quiz},
        "key": render(content, "answer_key.html"),
    }


def _note(content: Content, note: Any) -> dict[str, str]:
    pages = {section.id: section.notebook for section in content.sections}
    page = pages[note.about] if note.kind == "section" else ""
    return {
        "kind": note.kind,
        "id": note.about,
        "page": page,
        "selector": NOTE_SELECTORS[note.kind].format(note.about),
        "html": render(content, "trainer_note.html", note=note),
    }
