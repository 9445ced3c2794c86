"""Bow-ties: what is refused, how an answer is scored, and what stands on paper, on a slide and in the key."""

from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from miss import KnowledgeCheck
from miss.checks.run import check
from miss.errors import InvalidValue
from miss.export.handouts import render_sheets
from miss.interactions.questions.items.bowtie import BOWTIE, BowtieItem
from miss.interactions.questions.slides import question_slide
from miss.render.environment import render_interaction
from miss.schema.content import Content
from miss.widgets.base import find_placed

from tests.conftest import COURSE
from tests.support.changes import replace

RIGHT = ["actions.call", "actions.flat", "conditions.hematoma", "parameters.legs", "parameters.saddle"]
HALF = ["actions.call", "actions.round", "conditions.leak", "parameters.legs", "parameters.saddle"]
WRONG = ["actions.round", "actions.ring", "conditions.leak", "parameters.smell", "parameters.sleep"]


@pytest.fixture
def item(content: Content) -> BowtieItem:
    found: BowtieItem = next(item for item in content.records["quiz"] if item.id == "q50")
    return found


@pytest.fixture
def asked() -> KnowledgeCheck:
    return KnowledgeCheck(COURSE, items=["q50"])


@pytest.mark.parametrize(
    ("chosen", "points"),
    [
        (RIGHT, 5),
        ([RIGHT[1], RIGHT[0], *RIGHT[2:4][::-1], RIGHT[4]], 5),  # the order within a pair does not count
        ([RIGHT[0], "actions.ring", *RIGHT[2:]], 4),
        (HALF, 3),
        (WRONG, 0),
        ([], 0),
    ],
)
def test_each_slot_is_a_point(asked: KnowledgeCheck, chosen: list[str], points: int) -> None:
    assert asked.score("q50", *chosen) == (points, 5)
    if chosen:
        assert asked.answer("q50", *chosen) == (points == 5)


@pytest.mark.parametrize(
    "refused",
    [
        RIGHT[:4],
        [*RIGHT, "actions.ring"],
        [*RIGHT[:2], "conditions.leak", *RIGHT[2:4]],
        ["actions.call", "actions.call", *RIGHT[2:]],
        ["actions.call", "actions.legs", *RIGHT[2:]],
    ],
    ids=["one slot empty", "three actions", "two conditions", "one twice", "a parameter as an action"],
)
def test_an_answer_fills_all_slots(asked: KnowledgeCheck, refused: list[str]) -> None:
    with pytest.raises(InvalidValue):
        asked.answer("q50", *refused)


def test_the_right_answer_is_known(asked: KnowledgeCheck) -> None:
    assert sorted(asked.right("q50")) == sorted(RIGHT)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            'text: "Call the surgeon now and stay"\n      right: true',
            'text: "Call the surgeon now and stay"\n      right: false',
            "question q50: expected 2 of 'actions' with 'right: true', found 1; mark so many",
        ),
        (
            'text: "A leak of spinal fluid"\n      right: false',
            'text: "A leak of spinal fluid"\n      right: true',
            "question q50: expected 1 of 'conditions' with 'right: true', found 2; mark so many",
        ),
        (
            'text: "Hours of sleep"\n      right: false',
            'text: "Hours of sleep"\n      right: true',
            "question q50: expected 2 of 'parameters' with 'right: true', found 3; mark so many",
        ),
        (
            'text: "Hours of sleep"',
            'text: "Look for a ring on the dressing"',
            "question q50: \"Look for a ring on the dressing\" stands in 'actions' too, so it would fit two places; "
            "write another one",
        ),
    ],
)
def test_what_is_wrong_is_told(words: Path, old: str, new: str, message: str) -> None:
    replace("quiz", old, new)(words)
    assert message in [problem.what for problem in check(words).errors]


@pytest.mark.parametrize(("bank", "size"), [("actions", 5), ("conditions", 4), ("parameters", 5)])
def test_a_bank_has_as_many_options_as_in_the_exam(item: BowtieItem, bank: str, size: int) -> None:
    data: dict[str, Any] = item.model_dump()
    assert BowtieItem.model_validate(data) == item
    for options in (data[bank][:-1], [*data[bank], data[bank][0]]):
        with pytest.raises(ValueError, match=f"{size} items"):
            BowtieItem.model_validate({**data, bank: options})


def slots(html: Any) -> list[str]:
    return [slot.get_text() for slot in html.select(".bow .held")]


def test_on_paper_the_slots_are_empty_and_in_the_answers_filled(content: Content, item: BowtieItem) -> None:
    sheets = {sheet.name: BeautifulSoup(sheet.html, "html.parser") for sheet in render_sheets(COURSE)}
    index = content.records["quiz"].index(item)
    exercise, answer = (sheets[name].select("article.exercise")[index] for name in ("exercises", "answers"))
    right = [choice.text for choice in BOWTIE.right(item)]
    assert slots(exercise) == [""] * 5 and slots(answer) == right
    every = [*item.actions, *item.conditions, *item.parameters]
    assert all(option.text in exercise.get_text() and option.why not in exercise.get_text() for option in every)
    assert all(option.why in answer.get_text() for option in every)
    assert sorted(row.select_one(".choice").get_text() for row in answer.select("tr.right")) == sorted(right)  # type: ignore[union-attr]
    assert [name.find(string=True).strip() for name in exercise.select(".part-name")] == [  # type: ignore[union-attr]
        "Actions to take",
        "Condition most likely",
        "Parameters to monitor",
    ]


def test_the_slide_and_the_key_have_the_bow_tie(content: Content, item: BowtieItem) -> None:
    placed = find_placed(content, "questions", None)
    slide = BeautifulSoup(question_slide(content, placed, item).html, "html.parser")
    assert len(slide.select(".answers li")) == 14 and not slide.select(".hands")
    key = BeautifulSoup(render_interaction(content, placed, "trainer.html"), "html.parser")
    assert slots(key.select_one('[data-id="q50"]')) == [choice.text for choice in BOWTIE.right(item)]
