"""Choose every answer that is right."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from .....schema.item_kind import Fault, ItemKind
from ..choice import ChoiceItem, Options, marked_right, none_right, options


class SeveralItem(ChoiceItem):
    """Choose every answer that is right."""

    kind: Literal["several"]
    """several: every right option is to be chosen."""
    options: Options
    """Three to eight answers; at least one is right and one is not."""


def _faults(item: SeveralItem) -> Iterator[Fault]:
    right = len(marked_right(item))
    if right == 0:
        yield ("options",), none_right("at least one")
    elif right == len(item.options):
        yield ("options",), "expected at least one wrong answer, found none; mark one with 'right: false'"


SEVERAL = ItemKind(
    kind="several",
    folder=Path(__file__).parent,
    model=SeveralItem,
    choices=options,
    right=marked_right,
    limits=lambda item: (1, len(item.options)),
    expected="one option or more, each once",
    faults=_faults,
)
