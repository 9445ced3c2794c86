"""What the pages beside the sections show, such as the sources; `content/<language>/appendices.yaml` names them."""

from typing import Any

from ..course import Course, require_course
from ..errors import InvalidValue
from ..loading.walk import walk
from ..render.citations import grounds_of, marked_terms
from ..render.environment import render
from ..render.passage import Passage
from ..schema.accessibility import read_figures
from ..validation import require_choice

FIGURES = "accessibility.json"


class Appendix:
    """One page beside the sections, passage by passage."""

    def __init__(self, course: Course | None = None, id: str = "") -> None:
        self.course = require_course(course)
        self.content = self.course.content
        named = {appendix.id: appendix for appendix in self.content.appendices}
        self.appendix = named[require_choice("appendix", id, named)]

    def opening(self) -> Passage:
        """Show the page's title and what it is for."""
        return self._passage("appendix_opening.html", "opening")

    def accessibility(self) -> Passage:
        """Show how usable the course is, with the figures of the last run of the checks, and what is missing."""
        if self.content.accessibility is None:
            missing = self.content.folder / "accessibility.yaml"
            raise InvalidValue(f"There are no words for this: {missing} is missing. Write it, or take this cell out.")
        figures = read_figures(self.course.assets / FIGURES)
        line = f"{figures.totals['states']} states, {figures.totals['violations']} violations" if figures else "not run"
        return self._passage("accessibility.html", line, figures=figures)

    def sources_and_review(self) -> Passage:
        """Show who reviewed the words and when, and every fact and source of the course."""
        facts, added = self.content.facts, self.content.sources
        return self._passage("sources_and_review.html", f"{len(facts)} facts, {len(added)} added sources")

    def guide(self) -> Passage:
        """Show the guide for trainers: each part, with what to do and what to keep in mind."""
        return self._passage("guide.html", f"guide, {len(self.content.guide)} parts")

    def guide_words(self) -> Passage:
        """Show the meaning of every glossary word that the guide marks."""
        terms = marked_terms(self.content, (part for _, part in walk(self.content.guide)))
        return self._passage("words.html", f"{len(terms)} words", terms=terms)

    def guide_sources(self) -> Passage:
        """Show every fact and every added source that the guide and its words rest on."""
        parts = [part for _, part in walk(self.content.guide)]
        facts, added = grounds_of(self.content, [*parts, *marked_terms(self.content, parts)])
        return self._passage(
            "sources.html", f"{len(facts)} facts, {len(added)} added sources", facts=facts, added=added
        )

    def _passage(self, template: str, line: str, **values: Any) -> Passage:
        html = render(self.content, template, appendix=self.appendix, **values)
        return Passage(html, f"{self.appendix.title}: {line}")
