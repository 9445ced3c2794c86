"""A question that a topic asks, and the round too: every list of questions has it once."""

import json
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup
from miss import Appendix, Course
from miss.export.handouts import render_sheets
from miss.pages.reference import citations_by_section
from miss.presenter.deck import deck
from miss.presenter.slides import course_slides
from miss.schema.records import Placement
from miss.schema.trainer import SESSIONS

from tests.conftest import COURSE
from tests.support.items import case_items, every_item
from tests.support.placing import place

ASKED = "q04"


@pytest.fixture(scope="module")
def course() -> Course:
    """The course with a check that is the only thing to do in its first section, and a round after the other ones.

    The sections that have a session of their own, which are cases, stay as they are.
    """
    first, *others, last = [section for section in COURSE.content.sections if not section.own_session]
    check = Placement(kind="questions", key="ask", items=[ASKED])
    sections = [place(first, check), *(place(each) for each in others), place(last, Placement(kind="questions"))]
    sections += [section for section in COURSE.content.sections if section.own_session]
    notes = [note.model_copy(update={"must": False}) for note in COURSE.content.trainer]
    return COURSE.with_content(replace(COURSE.content, sections=sections, trainer=notes))


def test_on_the_page_to_keep(course: Course) -> None:
    page = BeautifulSoup(Appendix(course, "keep").keep().html, "html.parser").select_one("page-to-keep")
    assert page
    items = {item["id"]: item["keys"] for item in json.loads(str(page["data-items"]))}
    assert len(json.loads(str(page["data-items"]))) == len(items)
    assert items.keys() == {item.id for item in every_item(course.content)}
    assert items[ASKED] == ["ask", "knowledge-check"] and items["q01"] == ["knowledge-check"]
    assert items["q101"] == ["mr-k"] and items["q201"] == ["mrs-t"]


def test_on_the_sheets(course: Course) -> None:
    sheets = {sheet.name: BeautifulSoup(sheet.html, "html.parser") for sheet in render_sheets(course)}
    for name in ("exercises", "answers"):
        assert len(sheets[name].select("article.exercise")) == len(course.content.records["quiz"])
    for name in ("cases", "case_answers"):
        assert len(sheets[name].select("article.exercise")) == len(case_items(course.content))
    recaps = sheets["summary"].get_text()
    assert course.content.sections[0].title in recaps and course.content.section("check").title not in recaps


@pytest.mark.parametrize("minutes", SESSIONS)
def test_in_a_session(course: Course, minutes: int) -> None:
    every = course_slides(course.content)
    slides = [every[each.slide] for each in deck(course.content, minutes, every)]
    polls = [slide.item for slide in slides if slide.item]
    assert len(polls) == len(set(polls)) > 0
    assert every[ASKED].item == ASKED


def test_among_the_sources(course: Course) -> None:
    groups = citations_by_section(course.content)
    facts = [fact.id for _, citations in groups for fact in citations.facts]
    assert len(facts) == len(set(facts)) == len(course.content.facts)
