"""Flaws of questions: what lets somebody pass who knows nothing, because right answers look different from wrong ones.

A flaw of one question is chance; found are those that more questions have than chance would give.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from ...checks.hedges import any_of
from ...checks.rule import Finding, Rule
from ...errors import counted
from ...loading.walk import ContentPart
from ...loading.yaml_tree import Location
from ...schema.item_kind import Choice, item_kind_of
from ...schema.records import CourseRecord
from .records import BaseItem

SHARE = (0.25, 0.75)  # of right options, where several are: outside, choosing none or all would be a good guess


class Asked(NamedTuple):
    """One choice of several that are alternatives, and the ids of those that are right."""

    stem: str
    path: Location
    item: BaseItem
    choices: Sequence[Choice]
    right: frozenset[str]


def _one_of(readable_parts: list[ContentPart]) -> Iterator[Asked]:
    """Yield what takes one choice; rows that share their choices and the reason are left out."""
    for stem, path, item in readable_parts:
        if isinstance(item, BaseItem):
            kind = item_kind_of(item)
            right = frozenset(choice.id for choice in kind.right(item))
            for field in kind.fields(item):
                if field.most == 1 and len({choice.why for choice in field.choices}) == len(field.choices):
                    yield Asked(stem, path, item, field.choices, right)


def _guessable(asked: list[Asked], guess: Callable[[Asked], Choice | None]) -> list[Asked]:
    """Return those that a guess gets right, if it gets more of them right than by chance."""
    guessed = [(each, choice) for each in asked if (choice := guess(each))]
    right = [each for each, choice in guessed if choice.id in each.right]
    return right if len(right) > sum(1 / len(each.choices) for each, _ in guessed) else []


def _longest(asked: Asked) -> Choice:
    return max(asked.choices, key=lambda choice: len(choice.text))


def _longest_is_right(readable_parts: list[ContentPart]) -> Iterator[Finding]:
    asked = list(_one_of(readable_parts))
    found = _guessable(asked, _longest)
    for each in found:
        yield _finding(each, "is the longest", len(found), len(asked), "shorten it, or lengthen a wrong answer")


def _careful_is_right(course: CourseRecord, readable_parts: list[ContentPart]) -> Iterator[Finding]:
    hedge = any_of(course.hedges.said)

    def only_careful(asked: Asked) -> Choice | None:
        careful = [choice for choice in asked.choices if hedge.search(choice.text)]
        return careful[0] if len(careful) == 1 else None

    asked = list(_one_of(readable_parts))
    found = _guessable(asked, only_careful)
    for each in found:
        how = f"say '{course.hedges.said[0]}' in a wrong answer, too"
        yield _finding(each, "is the only careful one", len(found), len(asked), how)


def _finding(asked: Asked, what: str, count: int, total: int, how: str) -> Finding:
    often = f"as in {count} of {counted(total, 'choice')}, more than by chance"
    return asked.stem, asked.path, f"question {asked.item.id}: the right answer {what}, {often}; {how}"


def _share(readable_parts: list[ContentPart]) -> Iterator[Finding]:
    for stem, path, item in readable_parts:
        if isinstance(item, BaseItem) and (found := _lopsided(item)):
            right, total = found
            expected = "expected between a quarter and three quarters; add an option of the other kind, or drop one"
            yield stem, path, f"question {item.id}: {right} of {total} options are right; {expected}"


def _lopsided(item: BaseItem) -> tuple[int, int] | None:
    """Return how many of how many choices are right, if several are to be chosen and nearly all or nearly none are."""
    kind = item_kind_of(item)
    right, total = len(kind.right(item)), len(kind.choices(item))
    several = not (kind.ordered or kind.self_scored) and all(field.most > 1 for field in kind.fields(item))
    return (right, total) if several and not SHARE[0] <= right / total <= SHARE[1] else None


LENGTHS = Rule("answer-lengths", "Who always picks the longest answer would pass.", _longest_is_right, level="warning")
CAREFUL = Rule("answer-careful", "Who always picks the careful answer would pass.", _careful_is_right, level="warning")
SHARES = Rule("answer-shares", "Who ticks everything, or next to nothing, would pass.", _share, level="warning")
