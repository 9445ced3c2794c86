"""Fill the gaps in a sentence or in a table: each takes one option from its own list."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field as Limits

from .....schema.item_kind import ItemKind
from ..gaps import EXPECTED, Gap, GapItem, faults_of_gaps, gap_fields, right_in_gaps


class ClozeItem(GapItem):
    """Fill gaps, each from its own list: in the sentence, or in the cells of the exhibit."""

    kind: Literal["cloze"]
    """cloze: an option is chosen in each gap."""
    gaps: Annotated[list[Gap], Limits(min_length=1, max_length=6)]
    """One to six gaps, in the order in which they stand."""


CLOZE = ItemKind(
    kind="cloze",
    folder=Path(__file__).parent,
    model=ClozeItem,
    fields=gap_fields,
    right=right_in_gaps,
    expected=EXPECTED,
    votes=False,
    rule=lambda _item: "each_right",
    faults=faults_of_gaps,
    script_words=("choose_all_parts",),
)
