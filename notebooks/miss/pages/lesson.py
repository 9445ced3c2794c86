"""A section's page around its interactions: opening, topics, recap, terms and sources."""

from collections.abc import Iterator
from typing import Any

from ..course import Course, require_course
from ..errors import counted
from ..loading.walk import walk
from ..render.citations import collect_citations, marked_terms
from ..render.environment import render
from ..render.fragment import Fragment
from ..schema.placed import placed_at
from ..schema.records import Section
from ..schema.reference import Term
from ..validation import require_choice


class Lesson:
    """One section of the course, one fragment per cell.

    >>> lesson = Lesson(Course(".."), "why")
    >>> lesson.opening()
    """

    def __init__(self, course: Course | None = None, id: str = "") -> None:
        self.content = require_course(course).content
        ids = [section.id for section in self.content.sections]
        self.section: Section = self.content.section(require_choice("section", id, ids))

    def opening(self) -> Fragment:
        """Return the title, the minutes the section takes, and its objectives."""
        objectives = [
            objective for objective in self.content.course.objectives if objective.id in self.section.objectives
        ]
        return self._fragment(
            "opening.html", f"opening, {counted(len(objectives), 'objective')}", objectives=objectives
        )

    def topic(self, id: str) -> Fragment:
        """Return one topic: what the leaflet says, then what goes beyond it, and its interaction if it has no widget.

        Raises:
            InvalidValue: the section has no topic with this id.
        """
        topics = {topic.id: topic for topic in self.section.topics}
        topic = topics[require_choice("topic", id, topics, f"in section '{self.section.id}'")]
        shown = [placed for placed in placed_at(self.section, topic) if not placed.interaction.widget]
        return self._fragment(
            "topic.html", f"{topic.title}, {counted(len(topic.body), 'statement')}", topic=topic, shown=shown
        )

    def recap(self) -> Fragment:
        """Return the section's summary, and what is done and left to do in it."""
        return self._fragment("recap.html", f"recap, {counted(len(self.section.recap), 'statement')}")

    def words(self) -> Fragment:
        """Return the meaning of every glossary term that this page marks."""
        return self._fragment("glossary/words.html", f"{counted(len(self._terms()), 'word')}", terms=self._terms())

    def sources(self) -> Fragment:
        """Return every fact and every added source that this page cites."""
        facts, added = collect_citations(self.content, [*self._parts(), *self._terms()])
        summary = f"{counted(len(facts), 'fact')}, {counted(len(added), 'added source')}"
        return self._fragment("sources.html", summary, facts=facts, added=added)

    def _fragment(self, template: str, summary: str, **values: Any) -> Fragment:
        html = render(self.content, template, section=self.section, **values)
        return Fragment(html, f"{self.section.title}: {summary}")

    def _parts(self) -> Iterator[Any]:
        """Walk everything on the page: the section, its figures, and the records of its interactions."""
        yield from (part for _, part in walk(self.section))
        for topic in self.section.topics:
            yield from (part for _, part in walk(self.content.figures(topic.id)))
            for placed in placed_at(self.section, topic):
                yield from (part for _, part in walk(placed.records(self.content.records)))

    def _terms(self) -> list[Term]:
        return marked_terms(self.content, self._parts())
