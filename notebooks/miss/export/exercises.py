"""The quiz on paper: every question with lettered choices, in an order that gives nothing away."""

from collections.abc import Sequence
from itertools import count
from string import ascii_uppercase
from typing import NamedTuple
from zlib import crc32

from ..schema.content import Content
from ..schema.quiz import Item, Option, OrderItem, Place
from ..widgets.shuffle import shuffled


class Choice(NamedTuple):
    """One choice with the letter that it has on paper; ``mark`` is its place in an order, or a tick."""

    letter: str
    text: str
    why: str
    mark: str


class Exercise(NamedTuple):
    """A question with its choices, and the letters that answer it."""

    number: int
    item: Item
    choices: list[Choice]
    answer: list[str]


def exercises(content: Content) -> list[Exercise]:
    """Number all questions; a question mixes its choices the same way every time, on the sheet and in the key."""
    return [_exercise(number, item) for number, item in enumerate(content.quiz, 1)]


def _exercise(number: int, item: Item) -> Exercise:
    in_file: Sequence[Option | Place] = item.places if isinstance(item, OrderItem) else item.options
    letters = {entry.id: letter for entry, letter in zip(_mixed(in_file, item.id), ascii_uppercase, strict=False)}
    right = [entry for entry in in_file if isinstance(entry, Place) or entry.right]
    marks = {entry.id: str(place) if isinstance(entry, Place) else "✓" for place, entry in enumerate(right, 1)}
    choices = [Choice(letters[entry.id], entry.text, entry.why, marks.get(entry.id, "")) for entry in in_file]
    answer = [letters[entry.id] for entry in right]
    return Exercise(number, item, sorted(choices), answer if isinstance(item, OrderItem) else sorted(answer))


def _mixed(entries: Sequence[Option | Place], id: str) -> list[Option | Place]:
    """Shuffle by the question's id; the order of the file is the answer to some questions."""
    tries = (shuffled(entries, seed) for seed in count(crc32(id.encode())))
    return next(mixed for mixed in tries if mixed != list(entries))
