"""Mark what matters: in a text, or in the cells of a part of a chart."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from .....schema.item_kind import Fault, Field, ItemKind
from .....schema.text import Text
from ...records import BaseItem
from ..choice import Option, Options, faults_of_options
from ..placeholders import placeholders, split_at_placeholders
from ..tokens import Token


class Place(NamedTuple):
    """A text that may hold tokens: its path in the item, and of a cell, what was measured and when."""

    path: tuple[str | int, ...]
    text: str
    name: str = ""


class HighlightItem(BaseItem):
    """Mark every token that matters; how many these are is not said."""

    kind: Literal["highlight"]
    """highlight: tokens of a text, or of the exhibit, are to be marked."""
    passage: Text | None = None
    """The text, with {id} where a token stands; without it, the tokens stand in cells of the exhibit."""
    note: Text | None = None
    """Where what the text says comes from, as in: invented for teaching."""
    tokens: Options
    """Three to eight tokens; at least one is right and one is not."""

    @property
    def places(self) -> list[Place]:
        """What may hold tokens: the text, or the cells of the exhibit."""
        return [Place(("passage",), self.passage)] if self.passage else self.cells

    @property
    def cells(self) -> list[Place]:
        """The cells of the exhibit."""
        times, rows = (self.exhibit.times, self.exhibit.rows) if self.exhibit else ([], [])
        return [
            Place(("exhibit", "rows", at, "values", column), text, f"{row.name}, {time}")
            for at, row in enumerate(rows)
            for column, (time, text) in enumerate(zip(times, row.values, strict=False))
        ]

    def parts(self, text: str) -> list[tuple[str, Option | None]]:
        """Return the parts of a text: what is written, and the token that follows it, if any does."""
        by_id = {option.id: option for option in self.tokens}
        return [(literal, by_id.get(id)) for literal, id in split_at_placeholders(text)]

    def name(self, option: Option) -> str:
        """Return what was measured in the cell where a token stands, and when; "" in a text."""
        return next((place.name for place in self.places if option.id in placeholders(place.text)), "")


def _token(item: HighlightItem, option: Option) -> Token:
    name = item.name(option)
    return Token(option.id, f"{name}: {option.text}" if name else option.text, option.why)


def _faults(item: HighlightItem) -> Iterator[Fault]:
    yield from faults_of_options(item.tokens, "tokens")
    yield from _faults_of_places(item)
    placed = [id for place in item.places for id in placeholders(place.text)]
    where = "the passage" if item.passage else "a cell of the exhibit" if item.exhibit else "a 'passage'"
    for index, option in enumerate(item.tokens):
        count = placed.count(option.id)
        if count != 1:
            what = f"stands in {count} places; keep one" if count else f"stands nowhere; write it into {where}"
            yield ("tokens", index, "id"), f"{{{option.id}}} {what}"


def _faults_of_places(item: HighlightItem) -> Iterator[Fault]:
    known = [option.id for option in item.tokens]
    for place in item.places:
        for id in dict.fromkeys(placeholders(place.text)):
            if id not in known:
                yield place.path, f"there is no token '{id}'; accepted: {', '.join(known)}"
    for place in item.cells if item.passage else []:
        if placeholders(place.text):
            yield place.path, "found a token in the exhibit, but there is a passage; keep all tokens in one of them"


HIGHLIGHT = ItemKind(
    kind="highlight",
    folder=Path(__file__).parent,
    model=HighlightItem,
    fields=lambda item: [Field([_token(item, option) for option in item.tokens], 1, len(item.tokens))],
    right=lambda item: [_token(item, option) for option in item.tokens if option.right],
    expected="one token or more, each once",
    votes=False,
    rule=lambda _item: "right_minus_wrong",
    faults=_faults,
    script_words=("sign_both", "sign_right", "sign_chosen"),
)
