"""A kind of question is one folder and its registration: a toy kind gets everything that the others have."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from miss import Course, KnowledgeCheck
from miss.checks.run import check
from miss.errors import ContentError, InvalidValue
from miss.export.handouts import render_interaction_sheets, render_sheets
from miss.interactions.questions.exercises import build_exercises
from miss.interactions.questions.slides import question_slide
from miss.loading.json_schema import schema
from miss.presenter.script import trainer_js
from miss.render.environment import render_interaction
from miss.schema.interaction import interactions
from miss.schema.item_kind import item_kind_of, item_kinds, register, unregister
from miss.schema.placed import Placed
from miss.web.assets import course_css, course_js
from miss.widgets.base import element_css, element_js, find_placed

from tests.conftest import ROOT
from tests.support.items import every_item
from tests.support.pair_course import ID, ITEM, make_pair_course, registered
from tests.toys.item_kind import PAIR


@pytest.fixture(autouse=True)
def pairs() -> Iterator[None]:
    with registered():
        yield


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return make_pair_course(tmp_path)


def placed(course: Course) -> Placed:
    return find_placed(course.content, "questions", None)


def test_it_is_read_from_its_file(course: Course) -> None:
    item = course.content.records["quiz"][-1]
    assert (item.id, type(item)) == (ID, PAIR.model)
    assert not check(course.content_folder).errors


@pytest.mark.parametrize(
    ("old", "new", "message", "line"),
    [
        ("paired: false", "paired: true", "question q99: expected two cards of a pair, found 3; mark", "cards:"),
        ("It hangs on a string.", "A kite.", "'why' repeats the answer", 'why: "A kite."'),
        ("paired: false", "paird: false", "unknown key 'paird'; did you mean 'paired'?", "paird: false"),
    ],
)
def test_what_is_wrong_with_it_is_reported_at_its_line(
    old: str, new: str, message: str, line: str, tmp_path: Path
) -> None:
    assert old in ITEM
    problems = check(make_pair_course(tmp_path, ITEM.replace(old, new)).content_folder).errors
    problem = next(problem for problem in problems if problem.what.startswith(message))
    assert problem.file.read_text(encoding="utf-8").splitlines()[problem.line - 1].strip() == line


def test_editors_complete_it() -> None:
    assert "PairItem" in schema("quiz")["$defs"]


def test_python_scores_it(course: Course) -> None:
    check = KnowledgeCheck(course)
    check.start(count=len(check.pool))
    item = check.pool[ID]
    assert check.right(ID) == ["key", "lock"]
    assert not check.answer(ID, "key", "kite")
    assert PAIR.score(item, check.answers[ID]) == (1, 2)
    assert check.progress == (2, len(check.pool) + 1)  # two cards for this question, one step for each other
    assert ID in check.wrong
    assert check.answer(ID, "lock", "key")
    assert PAIR.score(item, check.answers[ID]) == (2, 2)
    with pytest.raises(InvalidValue, match=r"'q99' takes two cards, and 1 was given. Accepted: key, lock, kite"):
        check.answer(ID, "key")


def test_it_is_on_paper(course: Course) -> None:
    sheets = {sheet.name: BeautifulSoup(sheet.html, "html.parser") for sheet in render_sheets(course)}
    exercise, answer = (sheets[name].find_all("article")[-1].get_text(" ") for name in ("exercises", "answers"))
    assert all(text in exercise for text in ("Which two hang together?", "Mark two cards.", "A kite", "My pair:"))
    assert "It opens the lock." not in exercise
    assert all(text in answer for text in ("Which two hang together?", "It opens the lock.", "A kite"))
    right = sheets["answers"].find_all("article")[-1].select("tr.right")
    assert sorted(row.select_one(".choice").get_text() for row in right) == ["A key", "A lock"]  # type: ignore[union-attr]


def test_each_field_on_paper_has_an_order_of_its_own(course: Course) -> None:
    """Of two choices there is one order only that is not that of the file."""
    several = [item for item in every_item(course.content) if len(item_kind_of(item).fields(item)) > 1]
    items = [item for item in several if any(len(field.choices) > 2 for field in item_kind_of(item).fields(item))]
    assert len(items) > len(several) / 2
    for exercise in build_exercises(items):
        orders = [[choice.text.removeprefix(part.name) for choice in part.choices] for part in exercise.parts]
        assert any(order != orders[0] for order in orders), exercise.item.id


def test_a_class_can_vote_on_it(course: Course) -> None:
    item = course.content.records["quiz"][-1]
    assert item_kind_of(item).votes
    slide = BeautifulSoup(question_slide(course.content, placed(course), item).html, "html.parser")
    assert [part.get_text() for part in slide.select(".answer")] == ["A A key", "B A lock", "C A kite"]
    assert len(slide.select(".hands")) == 3
    assert "Which two hang together?" in trainer_js(course.content)


def test_a_slide_has_votes_if_its_kind_has(course: Course) -> None:
    for item in every_item(course.content):
        slide, kind = question_slide(course.content, placed(course), item).html, item_kind_of(item)
        listed = item.kind in ("single", "select_all", "select_n", "reply", "pair")
        assert ('class="hands"' in slide) == kind.votes == listed


def test_the_answer_key_has_it(course: Course) -> None:
    key = BeautifulSoup(render_interaction(course.content, placed(course), "trainer.html"), "html.parser")
    assert key.select_one(f'[data-id="{ID}"] .pair').get_text() == "A key + A lock"  # type: ignore[union-attr]


def asked_for(item: Any, words: Any) -> str:
    step = getattr(words, item.step.replace("-", "_")) if item.step else "Recall"
    return " · ".join(
        [item.objective, step, *([f"Estimated difficulty: {item.difficulty}"] if item.difficulty else [])]
    )


def test_trainers_read_what_a_question_of_each_kind_asks_for(course: Course) -> None:
    """In the key and on the answer sheet, and the toy kind, which has no difficulty, without one."""
    content = course.content
    whole = [each for each in content.placed if each.interaction.kind in ("questions", "case") and not each.items]
    keys = "".join(render_interaction(content, each, "trainer.html") for each in whole)
    sheets = {sheet.name: sheet.html for sheet in render_sheets(course)}
    expected = [asked_for(item, content.interface.questions) for item in every_item(content)]
    for html in (keys, sheets["answers"] + sheets["case_answers"]):
        assert [line.get_text() for line in BeautifulSoup(html, "html.parser").select(".asks-for")] == expected
    assert {"LO1 · Recall · Estimated difficulty: easy", "LO5 · Take action · Estimated difficulty: hard"} < {*expected}
    assert '"asks-for"' not in sheets["exercises"] + sheets["cases"]


def test_both_scripts_have_its_element() -> None:
    """And in that of a case, which has no check of its own."""
    check, case = (element_js(*interactions()[kind].scripts) for kind in ("questions", "case"))
    assert all("class PairQuestion" in script for script in (course_js(), check, case))
    assert "class KnowledgeCheck" in check and "class KnowledgeCheck" not in case


def test_its_styles_are_where_it_is(course: Course) -> None:
    screen, paper = '[data-kind="pair"] .pick', ".exercise.pair .box"
    assert screen in course_css(course) and screen not in course_css(course, "<risk-cards>")
    for kind, tag in (("questions", "<knowledge-check>"), ("case", "<patient-case>")):
        assert course_css(course, tag).count(screen) == element_css(interactions()[kind], course).count(screen) == 1
    assert all(paper in sheet.html for sheet in render_interaction_sheets(course))


def test_a_name_is_registered_once() -> None:
    with pytest.raises(ValueError, match="Two item kinds have the name 'pair'"):
        register(PAIR)


def test_a_kind_that_is_not_registered_is_refused(course: Course) -> None:
    unregister("pair")
    try:
        with pytest.raises(ContentError, match=r"expected one of 'single', 'select_all'.*, 'order'.*, found \"pair\""):
            _ = course.content
    finally:
        register(PAIR)


def test_no_kind_is_named_outside_its_folder() -> None:
    package = ROOT / "notebooks" / "miss"
    named = re.compile("|".join(rf"""["']{kind}["']|\b{kind}\.(py|js|html|css)\b""" for kind in item_kinds()))
    files = [file for file in package.rglob("*") if file.suffix in (".py", ".js", ".html", ".css")]
    shared = [file for file in files if not any(file.is_relative_to(kind.folder) for kind in item_kinds().values())]
    assert len(files) - len(shared) > 15
    assert not [str(file) for file in shared if named.search(file.read_text(encoding="utf-8"))]
