"""Item kinds: what a declaration says about one kind of question, and the registry of all kinds.

Vocabulary: an *item* is one question; its *choices* are all that can be chosen or placed in it; an *answer* is a list
of ids of choices; a *field* is what an answer fills from some of the choices, such as a gap or a row of a matrix.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from pathlib import Path
from typing import Annotated, Any, Generic, NamedTuple, Protocol, TypeVar

from pydantic import Discriminator

from .interaction import Progress
from .scoring import Group, Rule, Score, score
from .text import Identified

ItemT = TypeVar("ItemT", bound=Identified)
Fault = tuple[tuple[str | int, ...], str]  # the path in an item, and what is wrong there and how to fix it


class Choice(Protocol):
    """What can be chosen or placed, and why it is right or not."""

    @property
    def id(self) -> str:
        """Its id in answers."""
        ...

    @property
    def text(self) -> str:
        """Its words."""
        ...

    @property
    def why(self) -> str:
        """Why it is right, or why not."""
        ...


class Field(NamedTuple):
    """What an answer fills: from these choices, at least and at most so many."""

    choices: Sequence[Choice]
    least: int = 1
    most: int = 1
    name: str = ""
    """What it is called where an item has several."""


def no_faults(_item: Any) -> Iterable[Fault]:
    """Return nothing, for a kind whose items are valid once they have been read."""
    return ()


@dataclass(frozen=True)
class ItemKind(Generic[ItemT]):
    """The declaration of one kind of question.

    Everything else of the kind stands in its ``folder`` under fixed names: ``screen.html`` for the page and
    ``element.js`` for its behavior there, both required; ``slide.html`` for a poll, ``key.html`` for the trainer's
    answer key, ``exercise.html`` and ``answer.html`` for paper, if the template of all kinds is not enough (cards and
    GIFT take their blocks one by one: a text that is needed to answer stands in ``exhibit`` or ``passage``);
    ``element.css``, ``print.css``, ``paper.css`` and ``card.css``, if it has styles of its own; ``words/en.yaml`` for
    its words of the interface, a group that is named after the kind (see ``default_words``), with ``task`` and
    ``task_on_paper`` for what to do.
    """

    kind: str
    """Its name: the value of ``kind`` in the content file."""
    folder: Path
    """The folder of its files."""
    model: type[ItemT]
    """The type of its items."""
    fields: Callable[[ItemT], Sequence[Field]]
    """Returns what an answer fills, with all choices of an item."""
    right: Callable[[ItemT], Sequence[Choice]]
    """Returns the choices of the right answer, in their order."""
    expected: str
    """What an answer takes, for a message: "Question 'q01' takes one option"."""
    ordered: bool = False
    """Whether the order of an answer counts."""
    votes: bool = True
    """Whether a class can vote on the choices of an item."""
    self_scored: bool = False
    """Whether learners compare what they said with the choices themselves."""
    rule: Callable[[ItemT], Rule] | None = None
    """Returns how an answer to an item is scored in points; without it, it is right or not."""
    groups: Callable[[ItemT], Sequence[Sequence[Choice]]] | None = None
    """Returns the choices that are scored together, if not all of them are."""
    counting: Callable[[ItemT, Sequence[str]], Progress] | None = None
    """Returns how much of an item an answer has done; by default, any answer has done all of it."""
    faults: Callable[[ItemT], Iterable[Fault]] = no_faults
    """Yields what is wrong with an item."""
    script_words: Sequence[str] = ()
    """The names of its words that ``element.js`` uses."""

    def choices(self, item: ItemT) -> list[Choice]:
        """Return all choices of an item."""
        return [choice for field in self.fields(item) for choice in field.choices]

    def accepts(self, item: ItemT, answer: Sequence[str]) -> bool:
        """Return whether an answer has choices, and for each field as many as it takes, each once."""
        fields = self.fields(item)
        counts = [sum(choice.id in answer for choice in field.choices) for field in fields]
        complete = all(field.least <= count <= field.most for count, field in zip(counts, fields, strict=True))
        return complete and 0 < sum(counts) == len(answer)

    def score(self, item: ItemT, answer: Sequence[str]) -> Score:
        """Return the score of an answer."""
        right = [choice.id for choice in self.right(item)]
        if self.ordered:
            return Score(int(list(answer) == right), 1)
        groups = self.groups(item) if self.groups else [self.choices(item)]
        rule: Rule = self.rule(item) if self.rule else "all_or_nothing"
        return score(rule, [_group(choices, frozenset(right)) for choices in groups], answer)

    def progress(self, item: ItemT, answer: Sequence[str]) -> Progress:
        """Return how much of an item an answer has done; an empty one, nothing."""
        return self.counting(item, answer) if self.counting else Progress(int(bool(answer)), 1)

    def is_right(self, item: ItemT, answer: Sequence[str]) -> bool:
        """Return whether an answer has all points."""
        score = self.score(item, answer)
        return score.points == score.maximum


def _group(choices: Iterable[Choice], right: frozenset[str]) -> Group:
    ids = frozenset(choice.id for choice in choices)
    return Group(ids & right, ids - right)


_registered: dict[str, ItemKind[Any]] = {}


def register(item_kind: ItemKind[Any]) -> None:
    """Add a kind of question; every course can then use it.

    Raises:
        ValueError: another kind has its name.
    """
    if other := _registered.get(item_kind.kind):
        raise ValueError(f"Two item kinds have the name '{item_kind.kind}': {item_kind.folder} and {other.folder}.")
    _registered[item_kind.kind] = item_kind


def unregister(kind: str) -> None:
    """Remove a kind that was registered, such as one of a test."""
    del _registered[kind]


def item_kinds() -> Mapping[str, ItemKind[Any]]:
    """Return every registered kind, by name."""
    return _registered


def item_kind_of(item: Any) -> ItemKind[Any]:
    """Return the kind of an item."""
    return _registered[item.kind]


def item_files(name: str) -> tuple[Path, ...]:
    """Return the file with this name of each kind that has one."""
    return tuple(file for each in _registered.values() if (file := each.folder / name).is_file())


def item_type() -> Any:
    """Return the type of an item of any registered kind; its ``kind`` says which."""
    models = (each.model for each in _registered.values())
    return Annotated[reduce(or_, models), Discriminator("kind")]
