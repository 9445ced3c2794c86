"""Put the places in order."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from .....schema.item_kind import Field as ItemField
from .....schema.item_kind import ItemKind
from .....schema.text import Explained, Text
from ...records import BaseItem


class Place(Explained):
    """One place in an order, and why it is there."""

    why: Text
    """Why it belongs here; shown after answering."""


class OrderItem(BaseItem):
    """Put the places in order; the file lists them in the right one."""

    kind: Literal["order"]
    """order: put the places in order."""
    places: Annotated[list[Place], Field(min_length=3, max_length=8)]
    """Three to eight places in their right order; the page mixes them."""


ORDER = ItemKind(
    kind="order",
    folder=Path(__file__).parent,
    model=OrderItem,
    fields=lambda item: [ItemField(item.places, len(item.places), len(item.places))],
    right=lambda item: item.places,
    expected="all its options, each once, in the order chosen",
    ordered=True,
    votes=False,
    script_words=("unplaced", "moved", "taken_back", "not_yet", "right_order", "placed", "misplaced"),
)
