"""What comes back after some days: the questions that a browser may ask again, and where they are asked."""

import json
from collections.abc import Iterable
from typing import NamedTuple

from ..render.environment import render_interaction
from ..render.links import section_page
from ..schema.content import Content
from ..schema.placed import Placed, placed_in
from ..schema.records import Section
from .minutes import shown_words


class Returning(NamedTuple):
    """The seconds of each question, as JSON by its id, the page that asks them, and the parameter that names some."""

    seconds: str
    page: str
    parameter: str


def returning_questions(content: Content, sections: Iterable[Section]) -> Returning | None:
    """Return the questions that come back: those of the first interaction in some sections that can ask any of them."""
    for placed in placed_in(sections):
        records = placed.records(content.records)
        if placed.interaction.comes_back and not placed.items and records:
            seconds = {record.id: _seconds(content, placed._replace(items=[record.id])) for record in records}
            return Returning(json.dumps(seconds), section_page(placed.section), placed.interaction.parameter)
    return None


def _seconds(content: Content, one: Placed) -> int:
    """Return the seconds that an interaction with one question takes, with its reasons."""
    pace = content.course.pace
    return round(shown_words(render_interaction(content, one)) * 60 / pace.words_per_minute + pace.seconds_per_task)
