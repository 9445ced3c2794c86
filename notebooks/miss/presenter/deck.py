"""The deck: the slides of a planned session."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ..schema.content import Content
from ..schema.item_kind import item_kind_of
from ..schema.placed import placed_in
from ..schema.records import Section
from ..schema.slide import Slide
from .plan import PlannedItem, plan
from .slides import END, JOIN, TITLE

QUESTION_MINUTES = 2  # for counting hands and for the reasons


class Planned(NamedTuple):
    """A slide of a session, by id, and the number of the planned item that it belongs to, if it is not the course's."""

    slide: str
    step: int | None = None


def deck(content: Content, minutes: int, slides: Mapping[str, Slide]) -> list[Planned]:
    """Return the slides of a session, in order.

    Args:
        content: the content of a course with trainer's notes.
        minutes: the length of the session; see ``plan``.
        slides: every slide of the course; see ``course_slides``.
    """
    items = enumerate(plan(content, minutes).items)
    planned = [Planned(slide, step) for step, item in items for slide in _item(content, item, slides)]
    return [Planned(TITLE), Planned(JOIN), *planned, Planned(END)]


def _item(content: Content, item: PlannedItem, slides: Mapping[str, Slide]) -> Iterator[str]:
    """Yield the slides of an item of a session; those of a section with as many questions as it has time for."""
    own = [slide for slide in slides.values() if (slide.kind, slide.about) == (item.kind, item.id)]
    yield from (slide.id for slide in own if not slide.item)
    if item.kind == "section":
        yield from _questions(content, content.section(item.id), item.minutes // QUESTION_MINUTES)


def _questions(content: Content, section: Section, count: int) -> list[str]:
    """Return the first question of each objective that a class can vote on, of a section that tests the course."""
    first: dict[str, str] = {}
    for placed in placed_in([section]):
        polls = placed.interaction.polls
        for item in polls(placed.records(content.records)) if polls and placed.tests_section else ():
            if item_kind_of(item).votes:
                first.setdefault(item.objective, item.id)
    return list(first.values())[:count]
