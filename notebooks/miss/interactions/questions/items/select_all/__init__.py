"""Choose every answer that is right."""

from pathlib import Path
from typing import Literal

from .....schema.item_kind import ItemKind
from ..choice import ChoiceItem, Options, any_options, faults_unless_some_right, marked_right


class SelectAllItem(ChoiceItem):
    """Choose every answer that is right; how many these are is not said."""

    kind: Literal["select_all"]
    """select_all: every right option is to be chosen."""
    options: Options
    """Three to eight answers; at least one is right and one is not."""


SELECT_ALL = ItemKind(
    kind="select_all",
    folder=Path(__file__).parent,
    model=SelectAllItem,
    fields=any_options,
    right=marked_right,
    expected="one option or more, each once",
    rule=lambda _item: "right_minus_wrong",
    faults=faults_unless_some_right,
)
