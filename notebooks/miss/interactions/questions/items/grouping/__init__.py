"""Choose in each group every answer that is right."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field as Limits

from .....schema.item_kind import Fault, Field, ItemKind
from .....schema.text import Identified, Identifier, Text
from ...records import BaseItem
from ..choice import Option, faults_of_options
from ..tokens import Token, token


class OptionGroup(Identified):
    """A group of options under one heading."""

    id: Identifier
    """Its id in stored progress; unique in its item."""
    text: Text
    """Its heading."""
    options: Annotated[list[Option], Limits(min_length=2, max_length=6)]
    """Two to six answers; at least one is right and one is not."""


class GroupingItem(BaseItem):
    """Choose in each group every answer that is right; each group is scored by itself."""

    kind: Literal["grouping"]
    """grouping: answers are chosen in each of several groups."""
    groups: Annotated[list[OptionGroup], Limits(min_length=2, max_length=4)]
    """Two to four groups."""


def _tokens(group: OptionGroup, options: list[Option]) -> list[Token]:
    return [token(group.id, option) for option in options]


def _fields(item: GroupingItem) -> list[Field]:
    groups = item.groups
    return [Field(_tokens(group, group.options), 1, len(group.options), group.text) for group in groups]


def _right(item: GroupingItem) -> list[Token]:
    right = [(group, [option for option in group.options if option.right]) for group in item.groups]
    return [each for group, options in right for each in _tokens(group, options)]


def _faults(item: GroupingItem) -> Iterator[Fault]:
    for index, group in enumerate(item.groups):
        yield from faults_of_options(group.options, "groups", index, "options")


GROUPING = ItemKind(
    kind="grouping",
    folder=Path(__file__).parent,
    model=GroupingItem,
    fields=_fields,
    right=_right,
    expected="one option or more in each group, each as 'group.option'",
    votes=False,
    rule=lambda _item: "right_minus_wrong",
    groups=lambda item: [field.choices for field in _fields(item)],
    faults=_faults,
)
