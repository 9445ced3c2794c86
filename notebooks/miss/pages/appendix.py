"""The pages other than the sections, such as the sources; `content/<language>/appendices.yaml` lists them."""

import json
from typing import Any

from ..course import Course, require_course
from ..errors import InvalidValue, counted
from ..loading.walk import walk
from ..render.citations import collect_citations, marked_terms
from ..render.environment import render
from ..render.fragment import Fragment
from ..render.links import appendix_page, reading_link
from ..schema.accessibility import read_figures
from ..schema.content import Content
from ..schema.records import Testing
from ..schema.text import Identified
from ..validation import require_choice
from .reference import citation_kinds, citations_by_section, terms_by_letter, uses_of_terms

FIGURES = "accessibility.json"


class Appendix:
    """One page other than a section, one fragment per cell."""

    def __init__(self, course: Course | None = None, id: str = "") -> None:
        self.course = require_course(course)
        self.content = self.course.content
        appendices = {appendix.id: appendix for appendix in self.content.appendices}
        self.appendix = appendices[require_choice("appendix", id, appendices)]

    def opening(self) -> Fragment:
        """Return the page's title and lead."""
        return self._fragment("appendix_opening.html", "opening")

    def accessibility(self) -> Fragment:
        """Return the accessibility statement, with the figures of the last run of the checks.

        Raises:
            InvalidValue: the course has no `accessibility.yaml`.
        """
        if self.content.accessibility is None:
            missing = self.content.folder / "accessibility.yaml"
            raise InvalidValue(
                f"This course has no accessibility statement: {missing} is missing. Add the file, or remove this cell."
            )
        figures = read_figures(self.course.assets / FIGURES)
        totals = figures.totals if figures else {}
        summary = (
            f"{counted(totals['states'], 'state')}, {counted(totals['violations'], 'violation')}"
            if figures
            else "not run"
        )
        return self._fragment("accessibility.html", summary, figures=figures)

    def sources_and_review(self) -> Fragment:
        """Return the review status, and every fact and source of the course, by the section that cites it first."""
        facts, added = self.content.facts, self.content.sources
        summary = f"{counted(len(facts), 'fact')}, {counted(len(added), 'added source')}"
        groups, kinds = citations_by_section(self.content), citation_kinds(self.content)
        return self._fragment("sources_and_review.html", summary, groups=groups, kinds=kinds)

    def glossary(self) -> Fragment:
        """Return every glossary term by its letter, with its meaning and the sections that use it."""
        terms = self.content.glossary
        return self._fragment(
            "glossary/page.html",
            f"{counted(len(terms), 'word')}",
            letters=terms_by_letter(terms),
            uses=uses_of_terms(self.content),
            sources_page=appendix_page(self.content, "sources"),
        )

    def keep(self) -> Fragment:
        """Return the page to keep: the objectives, the signs by urgency, and room for what to read again."""
        tested = tests_with_keys(self.content)
        items = [self._item(part, keys) for part, keys in tested]
        return self._fragment(
            "keep.html",
            f"{counted(len(self.content.course.objectives), 'objective')}, {counted(len(items), 'question')}",
            items=json.dumps(items, ensure_ascii=False),
            tested={part.objective for part, _ in tested},
        )

    def _item(self, part: Any, keys: list[str]) -> dict[str, Any]:
        """Return what the page's script needs to know of a question."""
        link = reading_link(self.content, part.read)
        return {"keys": keys, "id": part.id, "objective": part.objective, "url": link.url, "title": link.title}

    def guide(self) -> Fragment:
        """Return the guide for trainers: the instructions of each part, and what to keep in mind."""
        return self._fragment("guide.html", f"guide, {counted(len(self.content.guide), 'part')}")

    def guide_words(self) -> Fragment:
        """Return the meaning of every glossary term that the guide marks."""
        terms = marked_terms(self.content, (part for _, part in walk(self.content.guide)))
        return self._fragment("glossary/words.html", f"{counted(len(terms), 'word')}", terms=terms)

    def guide_sources(self) -> Fragment:
        """Return every fact and every added source that the guide and its terms cite."""
        parts = [part for _, part in walk(self.content.guide)]
        facts, added = collect_citations(self.content, [*parts, *marked_terms(self.content, parts)])
        return self._fragment(
            "sources.html",
            f"{counted(len(facts), 'fact')}, {counted(len(added), 'added source')}",
            facts=facts,
            added=added,
        )

    def _fragment(self, template: str, summary: str, **values: Any) -> Fragment:
        html = render(self.content, template, appendix=self.appendix, **values)
        return Fragment(html, f"{self.appendix.title}: {summary}")


def tests_with_keys(content: Content) -> list[tuple[Testing, list[str]]]:
    """Return every record that tests an objective once, with the keys of the interactions that ask it, in order."""
    keys: dict[tuple[str, str], list[str]] = {}
    tests: dict[tuple[str, str], Testing] = {}
    for placed in content.placed:
        for _, part in walk(placed.records(content.records)):
            if isinstance(part, Testing) and isinstance(part, Identified):
                keys.setdefault((placed.stem, part.id), []).append(placed.key)
                tests.setdefault((placed.stem, part.id), part)
    return [(part, keys[name]) for name, part in tests.items()]
