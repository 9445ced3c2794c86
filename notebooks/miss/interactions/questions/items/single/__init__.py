"""Choose the one best answer."""

from pathlib import Path
from typing import Literal

from .....schema.item_kind import ItemKind
from ..choice import ChoiceItem, Options, faults_unless_one_right, marked_right, one_option


class SingleItem(ChoiceItem):
    """Choose the one best answer."""

    kind: Literal["single"]
    """single: one option is right."""
    options: Options
    """Three to eight answers; exactly one is right."""


SINGLE = ItemKind(
    kind="single",
    folder=Path(__file__).parent,
    model=SingleItem,
    fields=one_option,
    right=marked_right,
    expected="one option",
    faults=faults_unless_one_right,
)
