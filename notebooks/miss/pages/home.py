"""The home page: the aim of the course, its sections with the progress made, its objectives and the glossary."""

from typing import Any

from ..course import Course, require_course
from ..errors import counted
from ..render.citations import sources_page
from ..render.environment import render
from ..render.fragment import Fragment
from ..render.links import section_page
from .lesson import Lesson


class Home:
    """The home page, one fragment per cell."""

    def __init__(self, course: Course | None = None) -> None:
        self.course = require_course(course)
        self.content = self.course.content

    def opening(self) -> Fragment:
        """Return the course's title, its aim, and the minutes it takes."""
        return self._fragment("home_opening.html", "opening", minutes=sum(self._minutes().values()))

    def way(self) -> Fragment:
        """Return the sections in order, each with its minutes and a mark that shows whether it is done."""
        pages = {section.id: section_page(section) for section in self.content.sections}
        return self._fragment(
            "home_way.html", f"{counted(len(pages), 'section')}", pages=pages, minutes=self._minutes()
        )

    def objectives(self) -> Fragment:
        """Return the objectives of the whole course."""
        return self._fragment("home_objectives.html", f"{counted(len(self.content.course.objectives), 'objective')}")

    def how_to_use(self) -> Fragment:
        """Return how to use the course, and what is stored on the device."""
        return self._fragment("home_how.html", f"{counted(len(self.content.course.how_to_use), 'hint')}")

    def glossary(self) -> Fragment:
        """Return every glossary term with its meaning."""
        terms = sorted(self.content.glossary, key=lambda term: term.term.lower())
        return self._fragment(
            "glossary/home.html", f"{counted(len(terms), 'word')}", terms=terms, sources_page=sources_page(self.content)
        )

    def _minutes(self) -> dict[str, int]:
        """Return the minutes of each section, by its id."""
        return {section.id: Lesson(self.course, section.id).minutes for section in self.content.sections}

    def _fragment(self, template: str, summary: str, **values: Any) -> Fragment:
        return Fragment(render(self.content, template, **values), f"{self.content.course.title}: {summary}")
