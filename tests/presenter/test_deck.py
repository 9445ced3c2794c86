"""The deck has slides for every planned item, in order; and every slide of the course has its words and notes."""

import pytest
from miss.presenter.deck import deck
from miss.presenter.plan import plan
from miss.presenter.slides import END, JOIN, TITLE, course_slides
from miss.schema.content import Content
from miss.schema.item_kind import item_kind_of
from miss.schema.slide import Slide
from miss.schema.trainer import SESSIONS

from tests.support.items import case_items

LENGTHS = pytest.mark.parametrize("minutes", SESSIONS)


@pytest.fixture(scope="module")
def slides(content: Content) -> dict[str, Slide]:
    return course_slides(content)


@LENGTHS
def test_every_planned_item_has_its_slides_in_order(content: Content, slides: dict[str, Slide], minutes: int) -> None:
    items = plan(content, minutes).items
    planned = deck(content, minutes, slides)
    assert [each.slide for each in (*planned[:2], planned[-1])] == [TITLE, JOIN, END]
    steps = [each.step for each in planned[2:-1]]
    assert list(dict.fromkeys(steps)) == list(range(len(items))) == sorted({step for step in steps if step is not None})
    for each in planned[2:-1]:
        item, slide = items[each.step or 0], slides[each.slide]
        assert slide.item or (slide.kind, slide.about) == (item.kind, item.id)


def test_forty_five_minutes_have_some_thirty_slides(content: Content, slides: dict[str, Slide]) -> None:
    """About three in four minutes; a deck of sixty cannot be taught in that time."""
    assert 24 <= len(deck(content, 45, slides)) <= 36


@LENGTHS
def test_a_session_asks_questions_that_a_class_can_vote_on(
    content: Content, slides: dict[str, Slide], minutes: int
) -> None:
    """Each once, and each of another objective."""
    asked = [each.slide for each in deck(content, minutes, slides) if slides[each.slide].item]
    items = {item.id: item for item in content.records["quiz"]}
    assert len(asked) >= 2 and len(asked) == len(set(asked))
    assert all(item_kind_of(items[id]).votes for id in asked)
    assert len({items[id].objective for id in asked}) == len(asked)


@LENGTHS
def test_a_section_with_a_session_of_its_own_has_no_slide(
    content: Content, slides: dict[str, Slide], minutes: int
) -> None:
    """And none of its questions is asked on one."""
    apart = [section for section in content.sections if section.own_session]
    planned, asked = deck(content, minutes, slides), {item.id for item in case_items(content)}
    assert apart and asked
    assert not {slides[each.slide].page for each in planned} & {section.notebook for section in apart}
    assert not asked & {each.slide for each in planned}


@LENGTHS
def test_the_sort_comes_before_the_risks(content: Content, slides: dict[str, Slide], minutes: int) -> None:
    """It says how fast each tier is passed on."""
    planned = [slides[each.slide] for each in deck(content, minutes, slides)]
    [sort] = [slide for slide in planned if slide.id == "risks-sort"]
    first_risk = next(slide for slide in planned if slide.kind == "risk")
    assert planned.index(sort) < planned.index(first_risk)
    assert all(tier.name in sort.html for _, tier in content.course.urgency)


def test_every_question_of_the_course_has_a_slide(content: Content, slides: dict[str, Slide]) -> None:
    items = {item.id for item in (*content.records["quiz"], *case_items(content))}
    assert items == {slide.item for slide in slides.values() if slide.item}


def test_every_slide_of_the_course_leaves_words_to_the_trainer(content: Content, slides: dict[str, Slide]) -> None:
    bare = {TITLE, JOIN, END}
    assert all(slide.notes for id, slide in slides.items() if id not in bare)
    assert {slide.page for slide in slides.values()} == {"index", *(section.notebook for section in content.sections)}
