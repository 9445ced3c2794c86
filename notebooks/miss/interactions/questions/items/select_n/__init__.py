"""Choose as many answers as the question says."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field as Limits

from .....schema.item_kind import Fault, Field, ItemKind
from ..choice import ChoiceItem, Options, marked_right


class SelectNItem(ChoiceItem):
    """Choose as many answers as the question says."""

    kind: Literal["select_n"]
    """select_n: so many options are to be chosen."""
    choose: Annotated[int, Limits(ge=2, le=6)]
    """How many are to be chosen: as many as are right."""
    options: Options
    """Three to eight answers; as many are right as are to be chosen."""


def _faults(item: SelectNItem) -> Iterator[Fault]:
    right = len(marked_right(item))
    if right != item.choose:
        yield ("choose",), f"expected as many as are right, found {item.choose} and {right}; change one of them"
    elif right == len(item.options):
        yield ("options",), "expected at least one wrong answer, found none; mark one with 'right: false'"


SELECT_N = ItemKind(
    kind="select_n",
    folder=Path(__file__).parent,
    model=SelectNItem,
    fields=lambda item: [Field(item.options, item.choose, item.choose)],
    right=marked_right,
    expected="as many options as it says, each once",
    rule=lambda _item: "each_right",
    faults=_faults,
)
