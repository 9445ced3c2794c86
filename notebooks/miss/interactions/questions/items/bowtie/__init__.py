"""Complete a bow-tie: the most likely condition, two actions to take, and two parameters to monitor."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

from pydantic import Field as Limits

from .....schema.item_kind import Fault, Field, ItemKind
from ...records import BaseItem
from ..choice import Option
from ..tokens import Token, token

Five = Annotated[list[Option], Limits(min_length=5, max_length=5)]


class BowtieItem(BaseItem):
    """Complete a bow-tie of two actions, a condition and two parameters; the order within a pair does not count."""

    kind: Literal["bowtie"]
    """bowtie: two actions, one condition and two parameters are to be chosen."""
    actions: Five
    """Five actions to take, of which two are right."""
    conditions: Annotated[list[Option], Limits(min_length=4, max_length=4)]
    """Four conditions, of which the most likely one is right."""
    parameters: Five
    """Five parameters to monitor, of which two are right."""


class Bank(NamedTuple):
    """The options for some of the slots: its name in answers and in the words, its options, and how many are right."""

    name: str
    options: list[Option]
    slots: int

    @property
    def tokens(self) -> list[Token]:
        """Its options as they stand in an answer."""
        return [token(self.name, option) for option in self.options]

    @property
    def right(self) -> list[Token]:
        """The tokens that are right."""
        return [token(self.name, option) for option in self.options if option.right]


def banks(item: BowtieItem) -> list[Bank]:
    """Return the three banks of a bow-tie, from its left to its right."""
    return [
        Bank("actions", item.actions, 2),
        Bank("conditions", item.conditions, 1),
        Bank("parameters", item.parameters, 2),
    ]


def _faults(item: BowtieItem) -> Iterator[Fault]:
    banks_by_text: dict[str, str] = {}
    for bank in banks(item):
        if len(bank.right) != bank.slots:
            what = f"expected {bank.slots} of '{bank.name}' with 'right: true', found {len(bank.right)}; mark so many"
            yield (bank.name,), what
        for index, option in enumerate(bank.options):
            other = banks_by_text.setdefault(option.text, bank.name)
            if other != bank.name:
                what = f"\"{option.text}\" stands in '{other}' too, so it would fit two places; write another one"
                yield (bank.name, index, "text"), what


BOWTIE = ItemKind(
    kind="bowtie",
    folder=Path(__file__).parent,
    model=BowtieItem,
    fields=lambda item: [Field(bank.tokens, bank.slots, bank.slots, bank.name) for bank in banks(item)],
    right=lambda item: [token for bank in banks(item) for token in bank.right],
    expected="two actions, one condition and two parameters, each as 'bank.option'",
    votes=False,
    rule=lambda _item: "each_right",
    faults=_faults,
    script_words=("slots_open",),
)
