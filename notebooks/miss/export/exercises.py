"""The quiz on paper: numbered questions with lettered choices, in an order that does not reveal the answer."""

from collections.abc import Sequence
from itertools import count
from string import ascii_uppercase
from typing import NamedTuple
from zlib import crc32

from ..schema.content import Content
from ..schema.quiz import Item, Option, OrderItem, Place
from ..widgets.shuffle import shuffled


class Choice(NamedTuple):
    """A choice and its letter; ``mark`` is its position in the right order, or a tick if it is right."""

    letter: str
    text: str
    why: str
    mark: str


class Exercise(NamedTuple):
    """A numbered question, its choices, and the letters of the right answer."""

    number: int
    item: Item
    choices: list[Choice]
    answer: list[str]


def build_exercises(content: Content) -> list[Exercise]:
    """Return all questions with shuffled choices, in the same order on the exercise sheet and in the answer key."""
    return [_exercise(number, item) for number, item in enumerate(content.quiz, 1)]


def _exercise(number: int, item: Item) -> Exercise:
    entries: Sequence[Option | Place] = item.places if isinstance(item, OrderItem) else item.options
    letters = {entry.id: letter for entry, letter in zip(_shuffle(entries, item.id), ascii_uppercase, strict=False)}
    right = [entry for entry in entries if isinstance(entry, Place) or entry.right]
    marks = {entry.id: str(place) if isinstance(entry, Place) else "✓" for place, entry in enumerate(right, 1)}
    choices = [Choice(letters[entry.id], entry.text, entry.why, marks.get(entry.id, "")) for entry in entries]
    answer = [letters[entry.id] for entry in right]
    return Exercise(number, item, sorted(choices), answer if isinstance(item, OrderItem) else sorted(answer))


def _shuffle(entries: Sequence[Option | Place], id: str) -> list[Option | Place]:
    """Shuffle, seeded by the question's id, and never into the order of the file, which may be the answer."""
    attempts = (shuffled(entries, seed) for seed in count(crc32(id.encode())))
    return next(attempt for attempt in attempts if attempt != list(entries))
