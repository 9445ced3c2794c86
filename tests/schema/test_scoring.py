"""The points of an answer: the shared table of cases, and what holds for any answer."""

import json
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from miss.schema.scoring import Group, Rule, score

SCORES: list[dict[str, Any]] = json.loads((Path(__file__).parents[1] / "support" / "scores.json").read_text("utf-8"))


def group(ids: dict[str, list[str]]) -> Group:
    return Group(frozenset(ids["right"]), frozenset(ids["wrong"]))


@pytest.mark.parametrize("case", SCORES, ids=[f"{case['kind']}: {case['case']}" for case in SCORES])
def test_a_case_of_the_table(case: dict[str, Any]) -> None:
    found = score(case["rule"], [group(ids) for ids in case["groups"]], case["chosen"])
    assert found == (case["points"], case["maximum"])
    assert str(found) == f"{case['points']} of {case['maximum']}"


def test_the_table_has_each_rule() -> None:
    assert {case["rule"] for case in SCORES} == {*get_args(Rule)}


@st.composite
def groups(draw: st.DrawFn) -> list[Group]:
    """One to four groups of one to six choices, at least one of each group right."""
    made = []
    for number in range(draw(st.integers(1, 4))):
        ids = [f"{number}.{index}" for index in range(draw(st.integers(1, 6)))]
        right = draw(st.sets(st.sampled_from(ids), min_size=1))
        made.append(Group(frozenset(right), frozenset(ids) - right))
    return made


@given(groups(), st.sampled_from(get_args(Rule)), st.data())
def test_whatever_is_chosen(made: list[Group], rule: Rule, data: st.DataObject) -> None:
    ids = sorted(id for each in made for id in each.right | each.wrong)
    right = {id for each in made for id in each.right}
    chosen = data.draw(st.lists(st.sampled_from(ids), unique=True))
    points, maximum = score(rule, made, chosen)
    assert 0 <= points <= maximum
    assert score(rule, made, sorted(right)) == (maximum, maximum)
    assert score(rule, made, []).points == 0
    assert score(rule, made, chosen[::-1]) == (points, maximum)  # the order does not count
    if rule != "each_right":  # there, how many can be chosen is what keeps from choosing everything
        assert (points == maximum) == (set(chosen) == right)
