"""Item kinds: what a declaration says about one kind of question, and the registry of all kinds.

Vocabulary: an *item* is one question; its *choices* are all that can be chosen or placed in it; an *answer* is a list
of ids of choices.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from pathlib import Path
from typing import Annotated, Any, Generic, NamedTuple, TypeVar

from pydantic import Discriminator

from .interaction import Progress
from .text import Explained, Identified

ItemT = TypeVar("ItemT", bound=Identified)
Fault = tuple[tuple[str | int, ...], str]  # the path in an item, and what is wrong there and how to fix it


class Score(NamedTuple):
    """The points of an answer, out of a maximum."""

    points: int
    maximum: int


def no_faults(_item: Any) -> Iterable[Fault]:
    """Return nothing, for a kind whose items are valid once they have been read."""
    return ()


@dataclass(frozen=True)
class ItemKind(Generic[ItemT]):
    """The declaration of one kind of question.

    Everything else of the kind stands in its ``folder`` under fixed names: ``screen.html`` for the page and
    ``element.js`` for its behavior there, both required; ``slide.html`` for a poll, ``key.html`` for the trainer's
    answer key, ``exercise.html`` and ``answer.html`` for paper, if the template of all kinds is not enough;
    ``element.css``, ``print.css`` and ``paper.css``, if it has styles of its own; ``words/en.yaml`` for its words of
    the interface, a group that is named after the kind (see ``default_words``), with ``task`` and ``task_on_paper`` for
    what to do.
    """

    kind: str
    """Its name: the value of ``kind`` in the content file."""
    folder: Path
    """The folder of its files."""
    model: type[ItemT]
    """The type of its items."""
    choices: Callable[[ItemT], Sequence[Explained]]
    """Returns all choices of an item."""
    right: Callable[[ItemT], Sequence[Explained]]
    """Returns the choices of the right answer, in their order."""
    limits: Callable[[ItemT], tuple[int, int]]
    """Returns the least and the greatest number of choices that an answer has."""
    expected: str
    """The same in words, for a message: "Question 'q01' takes one option"."""
    ordered: bool = False
    """Whether the order of an answer counts."""
    votes: bool = True
    """Whether a class can vote on the choices of an item."""
    scoring: Callable[[ItemT, Sequence[str]], Score] | None = None
    """Returns the score of an answer; by default, all or nothing: one point for the right answer."""
    counting: Callable[[ItemT, Sequence[str]], Progress] | None = None
    """Returns how much of an item an answer has done; by default, any answer has done all of it."""
    faults: Callable[[ItemT], Iterable[Fault]] = no_faults
    """Yields what is wrong with an item."""
    script_words: Sequence[str] = ()
    """The names of its words that ``element.js`` uses."""

    def score(self, item: ItemT, answer: Sequence[str]) -> Score:
        """Return the score of an answer."""
        if self.scoring:
            return self.scoring(item, answer)
        right = [choice.id for choice in self.right(item)]
        equal = list(answer) == right if self.ordered else sorted(answer) == sorted(right)
        return Score(int(equal), 1)

    def progress(self, item: ItemT, answer: Sequence[str]) -> Progress:
        """Return how much of an item an answer has done; an empty one, nothing."""
        return self.counting(item, answer) if self.counting else Progress(int(bool(answer)), 1)

    def is_right(self, item: ItemT, answer: Sequence[str]) -> bool:
        """Return whether an answer has all points."""
        score = self.score(item, answer)
        return score.points == score.maximum


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
