"""The questions on paper: numbered questions with lettered choices, in an order that does not reveal the answer."""

from collections.abc import Iterable, Sequence
from itertools import count
from string import ascii_uppercase
from typing import NamedTuple
from zlib import crc32

from ...schema.item_kind import Choice as GivenChoice
from ...schema.item_kind import Field, item_kind_of
from .records import BaseItem
from .shuffle import shuffled


class Choice(NamedTuple):
    """A choice and its letter; ``mark`` is its position in the right order, or a tick if it is right."""

    letter: str
    text: str
    why: str
    mark: str


class Part(NamedTuple):
    """A field of a question: its name if there are several, its choices, and the letters of the right answer."""

    name: str
    choices: list[Choice]
    answer: list[str]


class Exercise(NamedTuple):
    """A numbered question and its fields."""

    number: int
    item: BaseItem
    parts: list[Part]


def build_exercises(items: Iterable[BaseItem]) -> list[Exercise]:
    """Return all questions with shuffled choices, in the same order on the exercise sheet and in the answer key."""
    return [_exercise(number, item) for number, item in enumerate(items, 1)]


def _exercise(number: int, item: BaseItem) -> Exercise:
    kind = item_kind_of(item)
    right = [choice.id for choice in kind.right(item)]
    parts = [_part(field, f"{item.id}{at or ''}", right, kind.ordered) for at, field in enumerate(kind.fields(item))]
    return Exercise(number, item, parts)


def _part(field: Field, seed: str, all_right: list[str], ordered: bool) -> Part:
    given = field.choices
    right = [id for id in all_right if any(choice.id == id for choice in given)]
    letters = {choice.id: letter for choice, letter in zip(_shuffle(given, seed), ascii_uppercase, strict=False)}
    marks = {id: str(place) if ordered else "✓" for place, id in enumerate(right, 1)}
    choices = [Choice(letters[each.id], each.text, each.why, marks.get(each.id, "")) for each in given]
    answer = [letters[id] for id in right]
    return Part(field.name, sorted(choices), answer if ordered else sorted(answer))


def _shuffle(choices: Sequence[GivenChoice], seed: str) -> list[GivenChoice]:
    """Shuffle, seeded by the question and its field, and never into the order of the file, which may be the answer."""
    attempts = (shuffled(choices, number) for number in count(crc32(seed.encode())))
    return next(attempt for attempt in attempts if attempt != list(choices))
