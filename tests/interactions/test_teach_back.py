"""Teach-back: what an answer may have, what is refused, and what stands on paper, on a slide and in the key."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from miss import KnowledgeCheck
from miss.checks.run import check
from miss.errors import InvalidValue
from miss.interactions.questions.slides import question_slide
from miss.render.environment import render_interaction
from miss.widgets.base import find_placed

from tests.conftest import COURSE
from tests.support.changes import replace

from .test_cloze import on_sheet

ID = "q64"
BOXES = ["benefit", "risk", "sign", "said-back"]
ITEM = next(item for item in COURSE.content.records["quiz"] if item.id == ID)


@pytest.mark.parametrize("boxes", [BOXES, BOXES[:2], ["sign"], ["nothing"]], ids=len)
def test_each_box_is_a_point(boxes: list[str]) -> None:
    asked = KnowledgeCheck(COURSE, items=[ID])
    points = len({*boxes} - {"nothing"})
    assert asked.score(ID, *boxes) == (points, 4) and asked.answer(ID, *boxes) == (points == 4)


@pytest.mark.parametrize("refused", [["nothing", "risk"], ["risk", "risk"]], ids=["some and none", "twice"])
def test_that_nothing_was_in_it_stands_alone(refused: list[str]) -> None:
    with pytest.raises(InvalidValue, match=r"'q64' takes one box or more, each once, or 'nothing' alone"):
        KnowledgeCheck(COURSE, items=[ID]).answer(ID, *refused)


def test_no_box_has_the_id_of_none(words: Path) -> None:
    replace("quiz", "    - id: said-back\n", "    - id: nothing\n")(words)
    messages = [problem.what for problem in check(words).errors]
    assert any(what.endswith("found 'nothing', the id of the choice of none; accepted: any other") for what in messages)


def test_all_boxes_are_right_and_no_guess(words: Path) -> None:
    """What learners tick themselves is not counted among questions that a guess would pass."""
    assert not [problem for problem in check(words).problems if problem.rule == "answer-shares"]


def test_paper_has_lines_and_empty_boxes_and_the_answers_a_model() -> None:
    asked, told = on_sheet("exercises", ID), on_sheet("answers", ID)
    assert ITEM.patient in asked.get_text() and len(asked.select(".line")) > 4 and len(asked.select(".box")) == 4
    assert all(box.text in asked.get_text() and box.why not in asked.get_text() for box in ITEM.boxes)
    assert ITEM.model_talk not in asked.get_text() and "let a partner tick" in asked.get_text()
    assert all(text in told.get_text() for text in [ITEM.model_talk, *(box.why for box in ITEM.boxes)])


def test_the_slide_and_the_key_have_a_model() -> None:
    placed = find_placed(COURSE.content, "questions", None)
    slide = question_slide(COURSE.content, placed, ITEM).html
    key = BeautifulSoup(render_interaction(COURSE.content, placed, "trainer.html"), "html.parser")
    entry = key.select_one(f'[data-id="{ID}"]')
    assert entry
    for text in (BeautifulSoup(slide, "html.parser").get_text(), entry.get_text()):
        assert ITEM.patient in text and ITEM.model_talk in text and all(box.why in text for box in ITEM.boxes)
        assert "Right answer" not in text
