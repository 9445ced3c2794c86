"""Fill the two gaps of "X because Y": one point for the pair, none for half of it.

That is a dyad. A triad ("X because of Y and Z") is left out: of how its parts are scored, no source could be read.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field as Limits

from .....schema.item_kind import Fault, ItemKind
from .....schema.text import Text
from ..gaps import EXPECTED, Gap, GapItem, faults_of_gaps, gap_fields, right_in_gaps
from ..placeholders import placeholders


class RationaleItem(GapItem):
    """Fill a sentence that gives a reason: what is so, and why; only both together are right."""

    kind: Literal["rationale"]
    """rationale: what is so, and why, are chosen as a pair."""
    sentence: Text
    """The sentence, with the {id} of both gaps, as in "{what} because {why}"."""
    gaps: Annotated[list[Gap], Limits(min_length=2, max_length=2)]
    """Two gaps: what is so, and why."""


def _faults(item: RationaleItem) -> Iterator[Fault]:
    yield from faults_of_gaps(item)
    placed = placeholders(item.sentence)
    if len(placed) != 2:
        yield ("sentence",), f"expected two gaps in the sentence, found {len(placed)}; write both into it, each once"


RATIONALE = ItemKind(
    kind="rationale",
    folder=Path(__file__).parent,
    model=RationaleItem,
    fields=gap_fields,
    right=right_in_gaps,
    expected=EXPECTED,
    votes=False,
    rule=lambda _item: "all_or_nothing",
    faults=_faults,
    script_words=("choose_all_parts", "pair_fails"),
)
