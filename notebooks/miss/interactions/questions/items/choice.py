"""What the kinds share whose answers are chosen from options."""

from collections.abc import Iterator, Sequence
from typing import Annotated

from pydantic import Field

from ....schema.item_kind import Fault
from ....schema.text import Explained
from ..records import BaseItem


class Option(Explained):
    """One answer, whether it is right, and why; the reason is shown whichever was chosen."""

    right: bool
    """true or false."""


Options = Annotated[list[Option], Field(min_length=3, max_length=8)]


class ChoiceItem(BaseItem):
    """A question with options to choose from."""

    options: Options
    """Three to eight answers."""


def options(item: ChoiceItem) -> Sequence[Option]:
    """Return all options."""
    return item.options


def marked_right(item: ChoiceItem) -> Sequence[Option]:
    """Return the options that are right."""
    return [option for option in item.options if option.right]


def one_option(_item: ChoiceItem) -> tuple[int, int]:
    """Return how many options are chosen if only one is right."""
    return 1, 1


def faults_unless_one_right(item: ChoiceItem) -> Iterator[Fault]:
    """Yield a fault unless exactly one option is right."""
    right = len(marked_right(item))
    if right == 0:
        yield ("options",), none_right("one")
    elif right > 1:
        what = f"expected one right answer, found {right}; keep one, or change the question to 'kind: several'"
        yield ("options",), what


def none_right(expected: str) -> str:
    """Return the message for an item without a right option."""
    return f"expected {expected} right answer, found none; mark one with 'right: true'"
