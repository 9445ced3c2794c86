"""Highlights: what is refused, how an answer is scored, and what stands on paper, on a slide and in the key."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from miss import KnowledgeCheck
from miss.checks.run import check
from miss.errors import InvalidValue
from miss.export.handouts import render_sheets
from miss.interactions.questions.items.highlight import HIGHLIGHT, HighlightItem
from miss.interactions.questions.slides import question_slide
from miss.render.environment import render_interaction
from miss.schema.content import Content
from miss.widgets.base import find_placed

from tests.conftest import COURSE
from tests.support.changes import replace

TEXT, TABLE = "q52", "q54"
CELLS = '"6", "8", "{pain}"'
RIGHT = ["upright", "lying", "sick", "watery", "pads"]


def find(content: Content, id: str) -> HighlightItem:
    found: HighlightItem = next(item for item in content.records["quiz"] if item.id == id)
    return found


@pytest.mark.parametrize(
    ("id", "chosen", "points", "maximum"),
    [
        (TEXT, RIGHT, 5, 5),
        (TEXT, [*RIGHT, "legs"], 4, 5),
        (TEXT, [*RIGHT[:2], "legs"], 1, 5),
        (TEXT, ["upright", "legs", "urine", "temperature"], 0, 5),  # never below 0
        (TEXT, [*RIGHT, "legs", "urine", "temperature"], 2, 5),
        (TEXT, [], 0, 5),
        (TABLE, ["breaths", "saturation", "awake"], 3, 3),
        (TABLE, ["breaths", "awake", "ankle"], 1, 3),  # the whole table is one: no row is floored by itself
        (TABLE, ["breaths", "pain", "ankle"], 0, 3),
    ],
)
def test_each_mark_counts_for_or_against(id: str, chosen: list[str], points: int, maximum: int) -> None:
    asked = KnowledgeCheck(COURSE, items=[id])
    assert asked.score(id, *chosen) == (points, maximum)
    if chosen:
        assert asked.answer(id, *chosen) == (points == maximum)


@pytest.mark.parametrize("refused", [[], ["upright", "upright"], ["breaths"]], ids=["none", "twice", "unknown"])
def test_an_answer_has_tokens_of_its_item(refused: list[str]) -> None:
    with pytest.raises(InvalidValue):
        KnowledgeCheck(COURSE, items=[TEXT]).answer(TEXT, *refused)


@pytest.mark.parametrize(
    ("old", "new", "message", "line"),
    [
        ("He also {sick}.", "He is ill.", "{sick} stands nowhere; write it into the passage", "- id: sick"),
        ("He also {sick}.", "He {sick}, {sick}.", "{sick} stands in 2 places; keep one", "- id: sick"),
        ("He also {sick}.", "He {sik}, {sick}.", "there is no token 'sik'; accepted: upright, lying, sick", "passage:"),
        (CELLS, '"6", "8", "3"', "{pain} stands nowhere; write it into a cell of the exhibit", "- id: pain"),
        (CELLS, '"6", "{pain}", "{pain}"', "{pain} stands in 2 places; keep one", "- id: pain"),
        (CELLS, '"6", "{ache}", "{pain}"', "there is no token 'ache'; accepted: breaths", '- {name: "Pain'),
    ],
)
def test_each_token_stands_in_one_place(words: Path, old: str, new: str, message: str, line: str) -> None:
    replace("quiz", old, new)(words)
    problem = next(each for each in check(words).errors if message in each.what)
    assert problem.file.read_text(encoding="utf-8").splitlines()[problem.line - 1].strip().startswith(line)


@pytest.mark.parametrize(
    ("change", "path", "message"),
    [
        ({"tokens": True}, ("tokens",), "expected at least one wrong answer, found none; mark one with 'right: false'"),
        ({"tokens": False}, ("tokens",), "expected at least one right answer, found none; mark one with 'right: true'"),
        ({"passage": None}, ("tokens", 0, "id"), "{upright} stands nowhere; write it into a 'passage'"),
        (
            {"exhibit": True},
            ("exhibit", "rows", 0, "values", 2),
            "found a token in the exhibit, but there is a passage; keep all tokens in one of them",
        ),
    ],
)
def test_what_is_wrong_is_told(content: Content, change: dict[str, object], path: tuple[object], message: str) -> None:
    item = find(content, TEXT)
    if "tokens" in change:
        change = {"tokens": [token.model_copy(update={"right": change["tokens"]}) for token in item.tokens]}
    if "exhibit" in change:
        change = {"exhibit": find(content, TABLE).exhibit}
    assert (path, message) in list(HIGHLIGHT.faults(item.model_copy(update=change)))
    assert not list(HIGHLIGHT.faults(item))


def test_a_token_of_a_table_is_named_by_its_row_and_time(content: Content) -> None:
    texts = [choice.text for choice in HIGHLIGHT.choices(find(content, TABLE))]
    assert texts[0] == "Breaths, per minute, 11:00: 9" and len(set(texts)) == 7
    assert HIGHLIGHT.choices(find(content, TEXT))[0].text == "7 of 10 when he sits"


def tokens(html: Tag) -> list[str]:
    return [token.get_text() for token in html.select(".token")]


@pytest.mark.parametrize("id", [TEXT, TABLE])
def test_it_is_marked_by_hand_and_in_the_answers(content: Content, id: str) -> None:
    item = find(content, id)
    sheets = {sheet.name: BeautifulSoup(sheet.html, "html.parser") for sheet in render_sheets(COURSE)}
    index = content.records["quiz"].index(item)
    exercise, answer = (sheets[name].select("article.exercise")[index] for name in ("exercises", "answers"))
    assert tokens(exercise) == [token.text for token in item.tokens]
    assert tokens(answer) == [f"✓ {token.text}" if token.right else token.text for token in item.tokens]
    assert all(token.why in answer.get_text() and token.why not in exercise.get_text() for token in item.tokens)
    assert "{" not in exercise.get_text() + answer.get_text()
    assert ("we count the whole table as one" in answer.get_text()) == (id == TABLE)


@pytest.mark.parametrize("id", [TEXT, TABLE])
def test_the_slide_and_the_key_have_it(content: Content, id: str) -> None:
    item, placed = find(content, id), find_placed(content, "questions", None)
    slide = BeautifulSoup(question_slide(content, placed, item).html, "html.parser")
    assert tokens(slide) == [token.text for token in item.tokens] and not slide.select(".hands")
    key = BeautifulSoup(render_interaction(content, placed, "trainer.html"), "html.parser")
    entry = key.select_one(f'[data-id="{id}"]')
    assert entry and [text for text in tokens(entry) if text.startswith("✓")] == [
        f"✓ {token.text}" for token in item.tokens if token.right
    ]


def test_an_exhibit_beside_a_passage_has_no_tokens(content: Content) -> None:
    exhibit = find(content, "q30").exhibit
    item = find(content, TEXT).model_copy(update={"exhibit": exhibit})
    assert not list(HIGHLIGHT.faults(item))
    slide = question_slide(content, find_placed(content, "questions", None), item).html
    assert len(BeautifulSoup(slide, "html.parser").select("table, .passage")) == 2
