"""A toy kind of question: find the two cards that belong together. A right card scores a point."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

from miss.interactions.questions.records import BaseItem
from miss.schema.interaction import Progress
from miss.schema.item_kind import Fault, Field, ItemKind
from miss.schema.text import Explained
from pydantic import Field as Limits


class Card(Explained):
    """A card, and whether it is one of the pair."""

    paired: bool
    """true for two of the cards."""


class PairItem(BaseItem):
    """Find the two cards that belong together."""

    kind: Literal["pair"]
    """pair: two cards belong together."""
    cards: Annotated[list[Card], Limits(min_length=3, max_length=8)]
    """Three to eight cards; two are the pair."""


def _pair(item: PairItem) -> list[Card]:
    return [card for card in item.cards if card.paired]


def _faults(item: PairItem) -> Iterator[Fault]:
    if len(_pair(item)) != 2:
        yield ("cards",), f"expected two cards of a pair, found {len(_pair(item))}; mark two with 'paired: true'"


PAIR = ItemKind(
    kind="pair",
    folder=Path(__file__).parent,
    model=PairItem,
    fields=lambda item: [Field(item.cards, 2, 2)],
    counting=lambda _item, answer: Progress(len(answer), 2),
    right=_pair,
    expected="two cards",
    rule=lambda _item: "each_right",
    faults=_faults,
    script_words=["turned"],
)
