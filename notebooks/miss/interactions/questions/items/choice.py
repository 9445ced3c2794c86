"""What the kinds share whose answers are chosen from options."""

from collections.abc import Iterator, Sequence
from typing import Annotated

from pydantic import Field as Limits

from ....schema.item_kind import Fault, Field
from ....schema.text import Explained
from ..records import BaseItem


class Option(Explained):
    """One answer, whether it is right, and why; the reason is shown whichever was chosen."""

    right: bool
    """true or false."""


Options = Annotated[list[Option], Limits(min_length=3, max_length=8)]


class ChoiceItem(BaseItem):
    """A question with options to choose from."""

    options: Options
    """Three to eight answers."""


def one_option(item: ChoiceItem) -> list[Field]:
    """Return what an answer fills if only one option is right."""
    return [Field(item.options)]


def any_options(item: ChoiceItem) -> list[Field]:
    """Return what an answer fills if nobody says how many options are right."""
    return [Field(item.options, 1, len(item.options))]


def marked_right(item: ChoiceItem) -> Sequence[Option]:
    """Return the options that are right."""
    return [option for option in item.options if option.right]


def faults_unless_one_right(item: ChoiceItem) -> Iterator[Fault]:
    """Yield a fault unless exactly one option is right."""
    right = len(marked_right(item))
    if right == 0:
        yield ("options",), none_right("one")
    elif right > 1:
        what = f"expected one right answer, found {right}; keep one, or change the question to 'kind: select_all'"
        yield ("options",), what


def faults_unless_some_right(item: ChoiceItem) -> Iterator[Fault]:
    """Yield a fault unless some options are right and some are not."""
    yield from faults_of_options(item.options, "options")


def faults_of_options(options: Sequence[Option], *path: str | int) -> Iterator[Fault]:
    """Yield a fault at a path unless some of these options are right and some are not."""
    right = sum(option.right for option in options)
    if right == 0:
        yield path, none_right("at least one")
    elif right == len(options):
        yield path, "expected at least one wrong answer, found none; mark one with 'right: false'"


def none_right(expected: str) -> str:
    """Return the message for an item without a right option."""
    return f"expected {expected} right answer, found none; mark one with 'right: true'"
