"""Teach-back: learners explain something to a patient in their own words, and compare their talk with boxes."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated, Final, Literal

from pydantic import Field as Limits

from .....schema.item_kind import Fault, Field, ItemKind
from .....schema.text import Explained, Text
from ...records import BaseItem

NOTHING: Final = "nothing"


class Nothing(Explained):
    """The choice of those whose talk had none of the boxes in it."""

    id: Literal["nothing"] = NOTHING
    """nothing; may be left out."""
    why: Text
    """What to do then; shown after answering."""


class Box(Explained):
    """Something that belongs in the talk; learners tick it if theirs had it."""

    why: Text
    """What a good talk says there, for comparison."""


class TeachBackItem(BaseItem):
    """Explain something to a patient, aloud or in writing, and tick what was in the talk."""

    kind: Literal["teach_back"]
    """teach_back: give a talk, and compare it with boxes."""
    patient: Text
    """What the patient says."""
    boxes: Annotated[list[Box], Limits(min_length=2, max_length=6)]
    """Two to six boxes, in the order of a good talk."""
    nothing: Nothing
    """The choice of those whose talk had none of them."""
    model_talk: Text
    """A good talk, shown with the boxes."""


class TeachBackKind(ItemKind[TeachBackItem]):
    """A kind in which one choice stands alone."""

    def accepts(self, item: TeachBackItem, answer: Sequence[str]) -> bool:
        """Return whether an answer has boxes, each once, or only that there was none."""
        return super().accepts(item, answer) and (NOTHING not in answer or len(answer) == 1)


def _faults(item: TeachBackItem) -> Iterator[Fault]:
    for index, box in enumerate(item.boxes):
        if box.id == NOTHING:
            yield ("boxes", index, "id"), f"found '{NOTHING}', the id of the choice of none; accepted: any other"


TEACH_BACK = TeachBackKind(
    kind="teach_back",
    folder=Path(__file__).parent,
    model=TeachBackItem,
    fields=lambda item: [Field([*item.boxes, item.nothing], 1, len(item.boxes) + 1)],
    right=lambda item: item.boxes,
    expected=f"one box or more, each once, or '{NOTHING}' alone",
    votes=False,
    self_scored=True,
    rule=lambda _item: "each_right",
    faults=_faults,
    script_words=("all_in", "some_in", "in_it", "not_in_it", "none_ticked"),
)
