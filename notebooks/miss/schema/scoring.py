"""Scoring: the points of an answer, by the rules of items in the style of the next-generation NCLEX.

Vocabulary: a *group* holds the choices that are scored together, such as a column of a matrix.
``interactions/questions/scoring.js`` is the counterpart in the browser; one table of cases holds both equal.

Sources, as far as they could be read: W. Muntean (NCSBN), "Item Types and Scoring", 2022; NCSBN, "What are the current
scoring models?"; ExamSoft and Learnosity, on matrix items that are scored by column.
"""

from collections.abc import Collection, Sequence
from typing import Literal, NamedTuple

Rule = Literal["each_right", "right_minus_wrong", "all_or_nothing"]
"""``each_right`` (0/1): a point for each right choice, none is taken away. ``right_minus_wrong`` (+/-): a wrong choice
takes a point away, never below 0 in a group. ``all_or_nothing`` (rationale): one point for all right choices and no
other."""


class Group(NamedTuple):
    """The ids of choices that are scored together."""

    right: frozenset[str]
    wrong: frozenset[str]


class Score(NamedTuple):
    """The points of an answer, out of a maximum."""

    points: int
    maximum: int

    def __str__(self) -> str:
        return f"{self.points} of {self.maximum}"


def score(rule: Rule, groups: Sequence[Group], chosen: Collection[str]) -> Score:
    """Return the score of the choices with these ids."""
    if rule == "all_or_nothing":
        right = frozenset[str]().union(*(group.right for group in groups))
        return Score(int(right == set(chosen)), 1)
    points = sum(_points(rule, group, frozenset(chosen)) for group in groups)
    return Score(points, sum(len(group.right) for group in groups))


def _points(rule: Rule, group: Group, chosen: frozenset[str]) -> int:
    right, wrong = len(group.right & chosen), len(group.wrong & chosen)
    return max(0, right - wrong) if rule == "right_minus_wrong" else right
