"""The plan of a session fits its length, is in the course's order and has all required items."""

from dataclasses import replace
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup
from miss.export.handouts import render_session_plan
from miss.presenter.plan import Plan, plan
from miss.schema.agenda import agenda
from miss.schema.content import Content
from miss.schema.records import Section
from miss.schema.trainer import SESSIONS

from tests.conftest import COURSE

LENGTHS = pytest.mark.parametrize("minutes", SESSIONS)


def changed(content: Content, kind: str, about: str, **changes: object) -> Content:
    """Return the content with one note changed."""
    notes = [
        note.model_copy(update=changes) if (note.kind, note.about) == (kind, about) else note
        for note in content.trainer
    ]
    return replace(content, trainer=notes)


def planned_sections(content: Content) -> list[Section]:
    return [section for section in content.sections if not section.own_session]


def ids(session: Plan) -> list[tuple[str, str]]:
    return [(item.kind, item.id) for item in session.items]


@LENGTHS
def test_fits_and_adds_up(content: Content, minutes: int) -> None:
    session = plan(content, minutes)
    assert session.total <= minutes
    assert session.items[0].start == 0
    assert all(here.start + here.minutes == following.start for here, following in pairwise(session.items))
    assert session.items[-1].start + session.items[-1].minutes == session.total
    assert all(item.minutes >= 1 for item in session.items)


@LENGTHS
def test_keeps_the_order_of_the_course(content: Content, minutes: int) -> None:
    in_order = [(item.kind, item.id) for item in agenda(content)]
    assert ids(plan(content, minutes)) == [item for item in in_order if item in ids(plan(content, minutes))]


@LENGTHS
def test_has_all_required_items(content: Content, minutes: int) -> None:
    must = {(note.kind, note.about) for note in content.trainer if note.must}
    assert must <= set(ids(plan(content, minutes)))
    assert must == {(item.kind, item.id) for item in plan(content, minutes).items if item.must}


@LENGTHS
def test_no_omitted_item_would_fit(content: Content, minutes: int) -> None:
    session = plan(content, minutes)
    assert all(content.note(*item[:2]).minutes > minutes - session.total for item in session.left_out)
    planned = [item for item in agenda(content) if not content.section(item.section).own_session]
    assert len(session.items) + len(session.left_out) == len(planned)


def test_sixty_minutes_have_every_item(content: Content) -> None:
    session = plan(content, 60)
    assert not session.left_out
    assert session.total == sum(content.note("section", section.id).minutes for section in planned_sections(content))
    assert 55 <= session.total <= 60


def test_longer_sessions_omit_less(content: Content) -> None:
    omitted = [set(plan(content, minutes).left_out) for minutes in SESSIONS]
    assert omitted[0] > omitted[1] > omitted[2]


def test_thirty_minutes_have_every_section(content: Content) -> None:
    planned = [section.id for section in planned_sections(content)]
    assert [item.id for item in plan(content, 30).items if item.kind == "section"] == planned


@LENGTHS
def test_leaves_out_a_section_that_has_a_session_of_its_own(content: Content, minutes: int) -> None:
    """With its entries; it is neither planned nor what did not fit."""
    apart = [section.model_copy(update={"own_session": section.id == "why"}) for section in content.sections]
    session = plan(replace(content, sections=apart), minutes)
    assert {item.section for item in agenda(content)} - {item.section for item in session.items + session.left_out} == {
        "why"
    }
    shown = {item.section for item in plan(content, minutes).items + plan(content, minutes).left_out}
    assert shown == {section.id for section in planned_sections(content)} == {"what", "why", "how", "risks", "check"}


def test_the_sheet_names_each_section_that_has_a_session_of_its_own(content: Content) -> None:
    """With its minutes, on each of its pages; without such a section, it says nothing of them."""
    pages = BeautifulSoup(render_session_plan(COURSE).html, "html.parser").select("section")
    assert len(pages) == len(SESSIONS)
    said = "In a session of its own: A patient: Mr. K. (20 minutes) · A patient: Mrs. T. (10 minutes)"
    assert [said in " ".join(page.get_text().split()) for page in pages] == [True] * len(SESSIONS)
    bare = replace(content, sections=planned_sections(content))
    assert "In a session of its own" not in render_session_plan(COURSE.with_content(bare)).html


def test_takes_the_first_items_that_fit(content: Content) -> None:
    """Two minutes remain: the first optional item is longer, so a later one that fits is taken."""
    first = next(note for note in content.trainer if not note.must)
    longer = changed(content, first.kind, first.about, minutes=3)
    longer = changed(longer, "section", "what", minutes=content.note("section", "what").minutes + 1)
    session = plan(longer, 32)
    assert (first.kind, first.about) not in ids(session)
    assert session.total == 32


def test_optional_items_are_from_every_section(content: Content) -> None:
    session = plan(content, 45)
    entries = {item.section for item in session.left_out + session.items if item.kind != "section"}
    assert {item.section for item in session.items if item.kind != "section" and not item.must} == entries


def test_a_sections_minutes_exclude_its_entries(content: Content) -> None:
    item = next(item for item in plan(content, 60).items if (item.kind, item.id) == ("section", "risks"))
    entries = [note.minutes for note in content.trainer if note.kind == "risk"]
    assert item.minutes == content.note("section", "risks").minutes - sum(entries)


def test_a_session_shorter_than_the_required_items_raises(content: Content) -> None:
    needed = plan(content, 30).total
    with pytest.raises(
        ValueError, match=rf"What must be taught takes {needed} minutes; a session of 20 cannot hold it"
    ):
        plan(content, 20)


def test_a_course_without_notes_has_an_empty_plan(content: Content) -> None:
    assert plan(replace(content, trainer=[]), 45) == Plan(45, [], [])
