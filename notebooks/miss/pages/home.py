"""What the home page shows: the aim, the way through, what has been done, and all the words."""

from typing import Any

from ..course import Course, require_course
from ..render.citations import lists_of
from ..render.environment import render
from ..render.links import page_of
from ..render.passage import Passage


class Home:
    """The course's first page, passage by passage."""

    def __init__(self, course: Course | None = None) -> None:
        self.content = require_course(course).content

    def opening(self) -> Passage:
        """Show the course's name, its aim, and how long it takes."""
        return self._passage("home_opening.html", "opening", minutes=sum(s.minutes for s in self.content.sections))

    def way(self) -> Passage:
        """Show the sections in order, each with its minutes and whether it is done."""
        pages = {section.id: page_of(section) for section in self.content.sections}
        return self._passage("home_way.html", f"{len(pages)} sections", pages=pages)

    def objectives(self) -> Passage:
        """Show what a learner can do after the whole course."""
        return self._passage("home_objectives.html", f"{len(self.content.course.objectives)} objectives")

    def how_to_use(self) -> Passage:
        """Show how to use the course, and what is kept on the device."""
        return self._passage("home_how.html", f"{len(self.content.course.how_to_use)} hints")

    def glossary(self) -> Passage:
        """Show every glossary word with its meaning."""
        terms = sorted(self.content.glossary, key=lambda term: term.term.lower())
        return self._passage(
            "home_glossary.html", f"{len(terms)} words", terms=terms, lists_page=lists_of(self.content)
        )

    def _passage(self, template: str, line: str, **values: Any) -> Passage:
        return Passage(render(self.content, template, **values), f"{self.content.course.title}: {line}")
