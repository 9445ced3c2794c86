"""The review of each record, as pages and paper tell it; and nothing of it where a course signs no records."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from miss.course import Course
from miss.export.handouts import render_sheets
from miss.render.environment import render_interaction
from miss.render.review import record_review, review_status
from miss.schema.content import Content

from tests.conftest import COURSE
from tests.support.changes import replace, sign_records

OPEN = "Not yet reviewed by a clinician."
DONE = f"Reviewed by Ward nurse on {date.today()}."
CHANGED = f"Changed since it was reviewed by Ward nurse on {date.today()}, and not yet reviewed again."


@pytest.fixture
def signed(words: Path) -> Course:
    """A course whose risks and first questions are signed; one risk has changed since."""
    sign_records(words, "risks", "quiz/q01", "case/ward-bell", "glossary/spine")
    replace("risks", "No surgery is free of risk.", "No surgery is without risk.")(words)
    return Course(words.parents[1])


def shown(content: Content, kind: str) -> BeautifulSoup:
    placed = next(each for each in content.placed if each.interaction.kind == kind and not each.items)
    return BeautifulSoup(render_interaction(content, placed), "html.parser")


def told(html: BeautifulSoup, record: str) -> dict[str, str]:
    """Return what the last layer of each record says of its review, by the record's id."""
    records = html.select(record)
    return {str(tag["data-id"]): tag.select(".where .reviewed")[0].get_text() for tag in records}


def test_each_record_tells_its_review(signed: Course) -> None:
    content = signed.content
    risks = told(shown(content, "risks"), "article.card")
    assert risks == {risk.id: CHANGED if risk.id == "infection" else DONE for risk in content.records["risks"]}
    conditions = told(shown(content, "conditions"), "article.entry")
    assert conditions == {condition.id: OPEN for condition in content.records["conditions"]}
    questions = told(shown(content, "questions"), "article.item")
    assert questions == {item.id: DONE if item.id == "q01" else OPEN for item in content.records["quiz"]}
    stops = {stop.id: [item.id for item in stop.items] for stop in content.records["case"].stops}
    case = told(shown(content, "case"), "article.item")
    assert case == {id: DONE if stop == "ward-bell" else OPEN for stop, ids in stops.items() for id in ids}


def test_paper_tells_the_review_of_each_record(signed: Course) -> None:
    sheets = {sheet.name: BeautifulSoup(sheet.html, "html.parser") for sheet in render_sheets(signed)}
    for name, entry, line in (("course", "article.entry", ".origin"), ("handout", "article.brief", ".reviewed")):
        lines = {str(tag["id"]): tag.select(line)[0].get_text() for tag in sheets[name].select(f"{entry}[id]")}
        assert lines["infection"].endswith(CHANGED) and lines["bleeding"].endswith(DONE)
        assert lines["herniated-disk"].endswith(OPEN)
    for name, stems in {"answers": ["quiz"], "case_answers": ["case", "mrs-t"]}.items():
        counted = Counter(tag.get_text() for tag in sheets[name].select(".reviewed"))
        names = [each.part.name for each in signed.content.review_states]
        listed = [each for each in names if each.partition("/")[0] in stems and "/" in each]
        done = [each for each in listed if each == "quiz/q01" or each.startswith("case/ward-bell")]
        assert counted == {DONE: len(done), OPEN: len(listed) - len(done)}


def test_a_course_that_signs_no_records_tells_nothing_of_them(content: Content) -> None:
    assert not record_review(content, content.records["risks"][0])
    assert not shown(content, "risks").select(".reviewed")
    assert not [sheet.name for sheet in render_sheets(COURSE) if 'class="reviewed"' in sheet.html]


def test_once_every_signed_record_has_changed_the_notice_is_back(words: Path) -> None:
    signed = sign_records(words, "risks/infection")
    assert review_status(signed.content).startswith("1 of ") and " part" in review_status(signed.content)
    replace("risks", "No surgery is free of risk.", "No surgery is without risk.")(words)
    changed = Course(words.parents[1]).content
    assert review_status(changed) == changed.course.review_notice


def test_records_count_where_the_whole_is_entered_too(words: Path) -> None:
    replace("course", "  date: null\n  role: null", '  date: 2026-01-02\n  role: "Head nurse"')(words)
    assert "Head nurse" in review_status(Course(words.parents[1]).content)
    assert "Head nurse" not in review_status(sign_records(words, "risks").content)
