"""What the kinds share whose answers fill gaps: each gap takes one of its own options.

A gap stands where its id does in braces: in the sentence, or in a cell of the exhibit.
"""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field as Limits

from ....schema.item_kind import Fault, Field
from ....schema.text import Identified, Identifier, Text
from ..records import BaseItem
from .choice import Option, none_right
from .placeholders import placeholders, split_at_placeholders
from .tokens import Token, token

EXPECTED = "one option in each gap, each as 'gap.option'"


class Gap(Identified):
    """A gap: what it is called, and the options that it takes."""

    id: Identifier
    """Its id: {id} is where it stands; unique in its item."""
    text: Text
    """What it is called, in a few words; read out with its options."""
    options: Annotated[list[Option], Limits(min_length=2, max_length=5)]
    """Two to five options; exactly one is right."""

    @property
    def right(self) -> str:
        """The text of its right option."""
        return next((option.text for option in self.options if option.right), "")


class GapItem(BaseItem):
    """A question whose gaps are filled."""

    sentence: Text | None = None
    """The sentence, with {id} where a gap stands."""
    gaps: list[Gap]
    """The gaps, in the order in which they stand."""

    def parts(self, text: str) -> list[tuple[str, Gap | None]]:
        """Return the parts of a text: what is written, and the gap that follows it, if any does."""
        gaps = {gap.id: gap for gap in self.gaps}
        parts = split_at_placeholders(text)
        return [(literal if id in ("", *gaps) else f"{literal}{{{id}}}", gaps.get(id)) for literal, id in parts]

    def number(self, gap: Gap) -> int:
        """Return the number of a gap on paper, counted from 1."""
        return self.gaps.index(gap) + 1


def gap_fields(item: GapItem) -> list[Field]:
    """Return the gaps as what an answer fills."""
    return [Field([token(gap.id, option) for option in gap.options], name=gap.text) for gap in item.gaps]


def right_in_gaps(item: GapItem) -> list[Token]:
    """Return the right option of each gap."""
    return [token(gap.id, option) for gap in item.gaps for option in gap.options if option.right]


def _texts(item: GapItem) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield the path and the text of all that may hold a gap."""
    if item.sentence:
        yield ("sentence",), item.sentence
    for index, row in enumerate(item.exhibit.rows if item.exhibit else []):
        yield from ((("exhibit", "rows", index, "values", at), value) for at, value in enumerate(row.values))


def faults_of_gaps(item: GapItem) -> Iterator[Fault]:
    """Yield a fault for each gap that does not stand in one place, or has not one right option, or does not exist."""
    known, placed = [gap.id for gap in item.gaps], list[str]()
    for path, text in _texts(item):
        ids = placeholders(text)
        placed += ids
        for id in set(ids) - set(known):
            yield path, f"there is no gap '{id}'; accepted: {', '.join(known)}"
    for index, gap in enumerate(item.gaps):
        yield from _faults_of_gap(gap, placed.count(gap.id), ("gaps", index))


def _faults_of_gap(gap: Gap, places: int, path: tuple[str | int, ...]) -> Iterator[Fault]:
    where = f"{{{gap.id}}}"
    if not places:
        yield path, f"gap '{gap.id}' stands nowhere; write {where} where it belongs, or leave the gap out"
    elif places > 1:
        yield path, f"gap '{gap.id}' stands in {places} places; keep one {where}"
    right = sum(option.right for option in gap.options)
    if not right:
        yield (*path, "options"), none_right("one")
    elif right > 1:
        yield (*path, "options"), f"expected one right answer in a gap, found {right}; keep one"
