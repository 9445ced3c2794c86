"""A patient asks: choose the reply."""

from pathlib import Path
from typing import Literal

from .....schema.item_kind import ItemKind
from .....schema.text import Text
from ..choice import ChoiceItem, Options, faults_unless_one_right, marked_right, one_option


class ReplyItem(ChoiceItem):
    """A patient asks: choose the reply; afterwards a model reply is shown."""

    kind: Literal["reply"]
    """reply: choose the reply to a patient."""
    patient: Text
    """What the patient says."""
    options: Options
    """Three to eight replies; exactly one is right."""
    model_reply: Text
    """A good spoken answer, shown afterwards."""


REPLY = ItemKind(
    kind="reply",
    folder=Path(__file__).parent,
    model=ReplyItem,
    fields=one_option,
    right=marked_right,
    expected="one option",
    faults=faults_unless_one_right,
)
