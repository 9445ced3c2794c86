"""The home page: what opens the course, its sections with the progress made, its objectives, and how to use it."""

import json
from functools import cached_property
from typing import Any

from ..course import Course, require_course
from ..errors import counted
from ..render.environment import render
from ..render.fragment import Fragment
from ..render.links import appendix_page, placed_link, section_page
from ..schema.placed import Placed
from .lesson import Lesson
from .returns import returning_questions

OPENS = "home.html"  # the template of an interaction for this page


class Home:
    """The home page, one fragment per cell."""

    def __init__(self, course: Course | None = None) -> None:
        self.course = require_course(course)
        self.content = self.course.content

    def opening(self) -> Fragment:
        """Return what opens the course: an interaction, if one is made for it, the title, and where to start."""
        openers = (placed for placed in self.content.placed if placed.interaction.has(OPENS))
        return self._fragment(
            "home_opening.html",
            "opening",
            opener=next(openers, None),
            opens=OPENS,
            first=section_page(self.content.sections[0]),
            minutes=sum(self._minutes[section.id] for section in self.content.sections if not section.own_session),
            places=self._places(),
        )

    def way(self) -> Fragment:
        """Return the sections in order, each with its minutes and a mark that shows whether it is done."""
        sections = self.content.sections
        pages = {section.id: section_page(section) for section in sections}
        returning = returning_questions(self.content, sections)
        values = {"pages": pages, "minutes": self._minutes, "returning": returning}
        return self._fragment("home_way.html", f"{counted(len(pages), 'section')}", **values)

    def objectives(self) -> Fragment:
        """Return the objectives of the whole course."""
        return self._fragment("home_objectives.html", f"{counted(len(self.content.course.objectives), 'objective')}")

    def how_to_use(self) -> Fragment:
        """Return how to use the course."""
        return self._fragment("home_how.html", f"{counted(len(self.content.course.how_to_use), 'hint')}")

    def glossary(self) -> Fragment:
        """Return a link to the glossary; for a course without this page, every glossary term with its meaning."""
        terms = sorted(self.content.glossary, key=lambda term: term.term.lower())
        page, sources = appendix_page(self.content, "glossary"), appendix_page(self.content, "sources")
        summary = f"{counted(len(terms), 'word')}"
        return self._fragment("home_glossary.html", summary, terms=terms, page=page, sources_page=sources)

    @cached_property
    def _minutes(self) -> dict[str, int]:
        """The minutes of each section, by its id; all of its HTML is rendered for them."""
        return {section.id: Lesson(self.course, section.id).minutes for section in self.content.sections}

    def _places(self) -> str:
        """Return the places to go on from, as JSON: link, title, section and records of each interaction."""
        numbers = {section.id: number for number, section in enumerate(self.content.sections, 1)}
        places = {
            f"{placed.section.notebook}#{placed.key}": {
                **placed_link(placed)._asdict(),
                "number": numbers[placed.section.id],
                "section": placed.section.title,
                "records": self._names(placed),
            }
            for placed in self.content.placed
        }
        return json.dumps(places, ensure_ascii=False)

    def _names(self, placed: Placed) -> dict[str, str]:
        """Return the names of the records that a link can open, by id."""
        if not placed.interaction.parameter:
            return {}
        if placed.interaction.states:
            return dict(placed.interaction.states(placed.records(self.content.records)))
        return {entry.id: entry.short or entry.name for entry in placed.main_entries(self.content.records)}

    def _fragment(self, template: str, summary: str, **values: Any) -> Fragment:
        return Fragment(render(self.content, template, **values), f"{self.content.course.title}: {summary}")
