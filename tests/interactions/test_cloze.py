"""Gaps, in a sentence or in a table: what is refused, how an answer is scored, and what stands on paper and slides."""

from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from miss.checks.run import check
from miss.errors import InvalidValue
from miss.export.handouts import render_sheets
from miss.interactions.questions.items.cloze import CLOZE, ClozeItem
from miss.interactions.questions.slides import question_slide
from miss.interactions.questions.widget import KnowledgeCheck
from miss.loading.json_schema import schema
from miss.render.environment import render_interaction
from miss.widgets.base import find_placed
from pydantic import ValidationError

from tests.conftest import COURSE
from tests.support.changes import replace

SENTENCE, TABLE = "q40", "q42"
RIGHT = ["aim.leg", "back.stay", "cut.risks"]


def item_of(id: str) -> ClozeItem:
    return next(item for item in COURSE.content.records["quiz"] if item.id == id)


def gap(id: str, **options: bool) -> dict[str, Any]:
    given = options or {"a": True, "b": False}
    return {
        "id": id,
        "text": f"Gap {id}",
        "options": [
            {"id": key, "text": key, "right": right, "why": f"{key} is {right}."} for key, right in given.items()
        ],
    }


def make(**changes: Any) -> ClozeItem:
    item = {
        "id": "q99",
        "kind": "cloze",
        "objective": "LO1",
        "read": {"section": "what"},
        "stem": "What fits?",
        "sentence": "The {sky} is over the {sea}.",
        "gaps": [gap("sky"), gap("sea")],
    }
    return ClozeItem.model_validate(item | changes)


def table(*cells: str) -> dict[str, Any]:
    rows = [{"name": f"Row {cell}", "values": [cell]} for cell in cells]
    return {"title": "Table", "note": "Invented.", "times": ["Now"], "rows": rows}


def test_a_gap_stands_in_a_sentence_or_in_a_cell() -> None:
    for item in (
        make(),
        make(sentence=None, exhibit=table("{sky}", "so {sea}.")),
        make(sentence="The {sky}.", exhibit=table("{sea}")),
    ):
        assert not list(CLOZE.faults(item))


@pytest.mark.parametrize(
    ("changes", "path", "what"),
    [
        (
            {"sentence": "The {sky} is blue."},
            ("gaps", 1),
            "gap 'sea' stands nowhere; write {sea} where it belongs, or leave the gap out",
        ),
        (
            {"sentence": None},
            ("gaps", 0),
            "gap 'sky' stands nowhere; write {sky} where it belongs, or leave the gap out",
        ),
        (
            {"sentence": "{sky} {sea} {sky}"},
            ("gaps", 0),
            "gap 'sky' stands in 2 places; keep one {sky}",
        ),
        ({"exhibit": table("dry", "{sea}")}, ("gaps", 1), "gap 'sea' stands in 2 places; keep one {sea}"),
        ({"sentence": "{sky} {sea} {see}"}, ("sentence",), "there is no gap 'see'; accepted: sky, sea"),
        (
            {"exhibit": table("dry", "{wet}")},
            ("exhibit", "rows", 1, "values", 0),
            "there is no gap 'wet'; accepted: sky, sea",
        ),
        (
            {"gaps": [gap("sky", a=False, b=False), gap("sea")]},
            ("gaps", 0, "options"),
            "expected one right answer, found none; mark one with 'right: true'",
        ),
        (
            {"gaps": [gap("sky"), gap("sea", a=True, b=True)]},
            ("gaps", 1, "options"),
            "expected one right answer in a gap, found 2; keep one",
        ),
    ],
)
def test_what_is_wrong_is_said_where_it_is(changes: dict[str, Any], path: tuple[str | int, ...], what: str) -> None:
    assert (path, what) in list(CLOZE.faults(make(**changes)))


@pytest.mark.parametrize(
    "changes",
    [
        {"gaps": []},
        {"gaps": [gap(f"gap{number}") for number in range(7)]},
        {"gaps": [gap("sky", a=True)]},
        {"gaps": [gap("sky", **{f"o{number}": number == 0 for number in range(6)})]},
        {"gaps": [gap("Sky")]},
    ],
    ids=["no gap", "seven gaps", "one option", "six options", "an id with a capital"],
)
def test_a_form_that_is_not_of_a_gap_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        make(**changes)


def test_a_fault_is_reported_at_its_line(words: Path) -> None:
    replace("quiz", "ease his {aim}.", "ease his {arm}.")(words)
    found = {problem.what: problem for problem in check(words).errors}
    problem = found["question q40: there is no gap 'arm'; accepted: aim, back, cut"]
    assert "{arm}" in problem.file.read_text(encoding="utf-8").splitlines()[problem.line - 1]
    assert any(what.startswith("question q40: gap 'aim' stands nowhere") for what in found)


def test_a_gap_that_does_not_exist_is_shown_as_it_is_written() -> None:
    item = make(sentence="The {sky} and {see}.")
    assert [(text, gap and gap.id) for text, gap in item.parts(item.sentence or "")] == [
        ("The ", "sky"),
        (" and {see}", None),
        (".", None),
    ]


def test_editors_complete_it() -> None:
    assert "ClozeItem" in schema("quiz")["$defs"]


@pytest.mark.parametrize(
    ("answer", "points"),
    [
        (RIGHT, 3),
        ([*RIGHT[:2], "cut.nothing"], 2),
        (["aim.back", "back.gone", "cut.risks"], 1),
        (["aim.back", "back.gone", "cut.nothing"], 0),
        ([], 0),
    ],
)
def test_each_gap_is_a_point(answer: list[str], points: int) -> None:
    assert KnowledgeCheck(COURSE).score(SENTENCE, *answer) == (points, 3)
    assert KnowledgeCheck(COURSE).right(SENTENCE) == RIGHT


@pytest.mark.parametrize("answer", [RIGHT[:2], [*RIGHT, "cut.nothing"], ["aim.leg", "aim.back", "back.stay"]])
def test_an_answer_fills_each_gap_once(answer: list[str]) -> None:
    with pytest.raises(InvalidValue, match=r"'q40' takes one option in each gap, each as 'gap.option'"):
        KnowledgeCheck(COURSE).score(SENTENCE, *answer)


def on_sheet(name: str, id: str) -> Tag:
    html = next(sheet.html for sheet in render_sheets(COURSE) if sheet.name == name)
    found = [
        each for each in BeautifulSoup(html, "html.parser").find_all("article") if item_of(id).stem in each.get_text()
    ]
    assert len(found) == 1
    return found[0]


def test_paper_has_numbered_blanks_and_lettered_options() -> None:
    sheet = on_sheet("exercises", SENTENCE)
    assert (
        sheet.select_one(".sentence").get_text() == "The aim is mostly to ease his 1. His back pain 2. A small cut 3."
    )  # type: ignore[union-attr]
    assert [each.get_text() for each in sheet.select(".part-name")] == [
        "1. What the operation aims at",
        "2. What becomes of his back pain",
        "3. What a small cut means",
    ]
    assert [each.get_text() for each in sheet.select(".choices b")] == ["A", "B", "C"] * 3
    assert item_of(SENTENCE).gaps[0].options[0].why not in sheet.get_text()
    cells = on_sheet("exercises", TABLE).select(".exhibit td .blank")
    assert [each.get_text() for each in cells] == ["1", "2", "3", "4"]


def test_the_answer_sheet_has_it_filled_in_with_every_reason() -> None:
    sheet = on_sheet("answers", SENTENCE)
    filled = "The aim is mostly to ease his leg pain. His back pain may stay. A small cut still has risks."
    assert sheet.select_one(".sentence").get_text() == filled  # type: ignore[union-attr]
    assert all(option.why in sheet.get_text() for gap in item_of(SENTENCE).gaps for option in gap.options)
    assert len(sheet.select("tr.right")) == 3
    cells = on_sheet("answers", TABLE).select(".exhibit td .filled")
    assert [each.get_text() for each in cells] == ["new weakness", "nerve sign", "nerves at risk", "proves nothing"]


def test_the_trainer_has_it_filled_in_and_the_room_has_blanks() -> None:
    placed = find_placed(COURSE.content, "questions", None)
    key = BeautifulSoup(render_interaction(COURSE.content, placed, "trainer.html"), "html.parser")
    entry = key.select_one(f'[data-id="{SENTENCE}"]')
    assert entry and "ease his leg pain. His back pain may stay." in entry.get_text()
    slide = BeautifulSoup(question_slide(COURSE.content, placed, item_of(SENTENCE)).html, "html.parser")
    assert [each.get_text() for each in slide.select(".sentence .blank")] == ["1", "2", "3"]
    assert len(slide.select('[data-right="yes"]')) == 3 and len(slide.select(".why")) == 3


def test_without_a_script_every_option_has_its_verdict_and_reason() -> None:
    placed = find_placed(COURSE.content, "questions", None)
    page = BeautifulSoup(render_interaction(COURSE.content, placed), "html.parser")
    item = page.select_one(f'article[data-id="{TABLE}"]')
    assert item and len(item.select(".exhibit td select[aria-label]")) == 4
    for gap in item_of(TABLE).gaps:
        for option in gap.options:
            shown = item.select_one(f'[data-id="{gap.id}.{option.id}"]')
            verdict = "Right answer." if option.right else "Not the answer."
            assert shown and [each for each in (option.text, verdict, option.why) if each not in shown.get_text()] == []
