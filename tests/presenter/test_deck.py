"""The deck has slides for every planned item, in order."""

import pytest
from miss.presenter.deck import deck
from miss.presenter.plan import plan
from miss.schema.content import Content
from miss.schema.trainer import SESSIONS

from tests.support.items import case_items


@pytest.mark.parametrize("minutes", SESSIONS)
def test_every_planned_item_has_its_slides_in_order(content: Content, minutes: int) -> None:
    slides = deck(content, minutes)
    shown = list(dict.fromkeys((slide.kind, slide.id) for slide in slides if slide.kind))
    assert shown == [(item.kind, item.id) for item in plan(content, minutes).items]
    ends = [slide.until for slide in slides]
    assert ends == sorted(ends) and ends[-1] <= minutes


@pytest.mark.parametrize("minutes", SESSIONS)
def test_every_section_ends_with_its_recap_and_there_are_polls(content: Content, minutes: int) -> None:
    slides = deck(content, minutes)
    planned = [section.id for section in content.sections if not section.own_session]
    assert [slide.id for slide in slides if slide.show == [".section-short > *"]] == planned
    assert len([slide for slide in slides if slide.item]) >= 3


@pytest.mark.parametrize("minutes", SESSIONS)
def test_a_section_with_a_session_of_its_own_has_no_slide(content: Content, minutes: int) -> None:
    """And none of its questions is asked on one."""
    apart = [section for section in content.sections if section.own_session]
    slides, asked = deck(content, minutes), {item.id for item in case_items(content)}
    assert apart and asked
    assert not {slide.page for slide in slides} & {section.notebook for section in apart}
    assert not asked & {slide.item for slide in slides}


@pytest.mark.parametrize("minutes", SESSIONS)
def test_one_slide_says_how_fast_signs_are_passed_on_before_the_risks(content: Content, minutes: int) -> None:
    slides = deck(content, minutes)
    [levels] = [slide for slide in slides if slide.show == ['[data-key="risk-cards"] > .layers .levels']]
    first_risk = next(slide for slide in slides if slide.kind == "risk")
    assert levels.title == "How fast to pass a sign on" and slides.index(levels) < slides.index(first_risk)
