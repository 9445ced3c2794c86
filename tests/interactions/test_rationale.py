"""A claim and its reason: one point for the pair, none for half of it; both gaps stand in the sentence."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from miss.errors import InvalidValue
from miss.interactions.questions.items.rationale import RATIONALE, RationaleItem
from miss.interactions.questions.widget import KnowledgeCheck
from miss.loading.json_schema import schema
from miss.render.environment import render_interaction
from miss.widgets.base import find_placed
from pydantic import ValidationError

from tests.conftest import COURSE

from .test_cloze import gap, on_sheet, table

ID = "q43"
RIGHT = ["what.calls", "why.surgeon"]


def make(**changes: Any) -> RationaleItem:
    item = {
        "id": "q99",
        "kind": "rationale",
        "objective": "LO1",
        "read": {"section": "what"},
        "stem": "What, and why?",
        "sentence": "It is {what} because {why}.",
        "gaps": [gap("what"), gap("why")],
    }
    return RationaleItem.model_validate(item | changes)


def test_it_has_two_gaps_in_a_sentence() -> None:
    assert not list(RATIONALE.faults(make()))
    for changes in (
        {"sentence": None},
        {"gaps": [gap("what")]},
        {"gaps": [gap("what"), gap("why"), gap("how")]},
    ):
        with pytest.raises(ValidationError):
            make(**changes)


@pytest.mark.parametrize(
    ("changes", "path", "what"),
    [
        (
            {"sentence": "It is {what}.", "exhibit": table("{why}")},
            ("sentence",),
            "expected two gaps in the sentence, found 1; write both into it, each once",
        ),
        (
            {"sentence": "It is {what} because of it."},
            ("gaps", 1),
            "gap 'why' stands nowhere; write {why} where it belongs, or leave the gap out",
        ),
        ({"sentence": "{what} {what} {why}"}, ("gaps", 0), "gap 'what' stands in 2 places; keep one {what}"),
        ({"sentence": "{what} because {y}"}, ("sentence",), "there is no gap 'y'; accepted: what, why"),
        (
            {"gaps": [gap("what"), gap("why", a=False, b=False)]},
            ("gaps", 1, "options"),
            "expected one right answer, found none; mark one with 'right: true'",
        ),
    ],
)
def test_what_is_wrong_is_said_where_it_is(changes: dict[str, Any], path: tuple[str | int, ...], what: str) -> None:
    assert (path, what) in list(RATIONALE.faults(make(**changes)))


def test_editors_complete_it() -> None:
    assert "RationaleItem" in schema("quiz")["$defs"]


@pytest.mark.parametrize(
    ("answer", "points"),
    [
        (RIGHT, 1),
        (["what.calls", "why.time"], 0),
        (["what.explains", "why.surgeon"], 0),
        (["what.explains", "why.nurse"], 0),
        ([], 0),
    ],
    ids=["both", "no reason", "no claim", "none", "empty"],
)
def test_only_the_pair_is_a_point(answer: list[str], points: int) -> None:
    assert KnowledgeCheck(COURSE).score(ID, *answer) == (points, 1)


@pytest.mark.parametrize("answer", [RIGHT[:1], [*RIGHT, "why.time"], ["what.calls", "what.explains"]])
def test_an_answer_has_both_halves(answer: list[str]) -> None:
    with pytest.raises(InvalidValue, match=r"'q43' takes one option in each gap"):
        KnowledgeCheck(COURSE).score(ID, *answer)


def test_the_rule_is_said_in_words_of_its_own() -> None:
    placed = find_placed(COURSE.content, "questions", None)
    page = BeautifulSoup(render_interaction(COURSE.content, placed), "html.parser")
    rule = page.select_one(f'article[data-id="{ID}"] .rule')
    assert rule and "One point for the pair: both halves have to be right." in rule.get_text()


def test_paper_has_the_sentence_with_blanks_and_filled_in() -> None:
    asked, told = on_sheet("exercises", ID), on_sheet("answers", ID)
    assert asked.select_one(".sentence").get_text() == "The nurse 1 because 2."  # type: ignore[union-attr]
    filled = "The nurse calls the surgeon back because the surgeon answers open questions."
    assert told.select_one(".sentence").get_text() == filled  # type: ignore[union-attr]
    assert len(told.select(".tick")) == 7
