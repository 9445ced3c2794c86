"""The questions as a package of cards for Anki.

The ids in it are made of those of the course, its language and its questions: Anki then updates the cards of an earlier
package, with what has been learned of them, where it would otherwise add them once more.
"""

import io
from hashlib import sha256
from typing import Any

from ...extras import extra
from ...interactions.questions import QUESTIONS
from ...interactions.questions.exercises import Exercise
from ...render.review import review_status
from ...render.styles import THEME, unlayered
from ...schema.item_kind import item_files
from .pool import Pool, tags, title

with extra("authors", "Writing cards"):
    import genanki

FIELDS = ("Name", "Front", "Back")  # in no language: cards of fields with other names would be added once more
SMALLEST_ID, IDS = 1 << 30, 1 << 30  # as Anki's own ids of decks: too great for one that it counts up


def as_package(pool: Pool) -> bytes:
    """Return the bytes of a package with one deck, with a card for each question."""
    file = io.BytesIO()
    genanki.Package(_deck(pool)).write_to_file(file)
    return file.getvalue()


def _deck(pool: Pool) -> Any:
    course = pool.content.course
    about = f"{course.description} {course.notice} {review_status(pool.content)}"
    deck, model = genanki.Deck(_id(pool, "deck"), course.title, about), _model(pool)
    for exercise in pool.exercises:
        deck.add_note(_note(pool, exercise, model))
    return deck


def _model(pool: Pool) -> Any:
    back = '{{FrontSide}}\n<hr id="answer">\n{{Back}}'
    card = {"name": pool.content.course.short, "qfmt": "{{Front}}", "afmt": back}
    fields = [{"name": name} for name in FIELDS]
    return genanki.Model(_id(pool, "model"), pool.content.course.title, fields, [card], css=card_styles())


def _note(pool: Pool, exercise: Exercise, model: Any) -> Any:
    course, item = pool.content.course, exercise.item
    sides = [pool.render(f"card_{side}.html", exercise) for side in ("front", "back")]
    return genanki.Note(
        model,
        [title(item.id, item.stem), *sides],
        guid=genanki.guid_for(course.id, course.language, item.id),
        tags=[f"{course.id}::{tag}" for tag in tags(exercise)],
    )


def _id(pool: Pool, what: str) -> int:
    name = f"{pool.content.course.id}/{pool.content.course.language}/{what}"
    return SMALLEST_ID + int.from_bytes(sha256(name.encode()).digest()[:8]) % IDS


def card_styles() -> str:
    """Return the style sheet of the cards: that of the questions on paper, for a phone and for its night mode."""
    cards = [file for name in ("paper.css", "card.css") for file in QUESTIONS.files(name)]
    return unlayered({"theme": [THEME], "elements": item_files("element.css"), "sheets": cards})
