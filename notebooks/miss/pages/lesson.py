"""What a section's notebook shows around its widget: opening, topics, recap, words and sources."""

from collections.abc import Iterator
from typing import Any

from ..course import Course, require_course
from ..loading.walk import walk
from ..render.citations import grounds_of, marked_terms
from ..render.environment import render
from ..render.passage import Passage
from ..schema.content import FILES
from ..schema.records import Section
from ..schema.reference import Term
from ..validation import require_choice


class Lesson:
    """One section of the course, passage by passage.

    >>> lesson = Lesson(Course(".."), "why")
    >>> lesson.opening()
    """

    def __init__(self, course: Course | None = None, id: str = "") -> None:
        self.content = require_course(course).content
        ids = [section.id for section in self.content.sections]
        self.section: Section = self.content.section(require_choice("section", id, ids))

    def opening(self) -> Passage:
        """Show the title, the minutes it takes and what can be done afterwards."""
        wanted = [objective for objective in self.content.course.objectives if objective.id in self.section.objectives]
        return self._passage("opening.html", f"opening, {len(wanted)} objectives", objectives=wanted)

    def topic(self, id: str) -> Passage:
        """Show one topic: what the leaflet says, then what is said beyond it."""
        topics = {topic.id: topic for topic in self.section.topics}
        topic = topics[require_choice("topic", id, topics, f"in section '{self.section.id}'")]
        return self._passage("topic.html", f"{topic.title}, {len(topic.body)} statements", topic=topic)

    def operations(self) -> Passage:
        """Show every operation in its two layers."""
        return self._passage("operations.html", f"{len(self.content.operations)} operations")

    def recap(self) -> Passage:
        """Show the section in short, and where its reader says that it is read."""
        return self._passage("recap.html", f"recap, {len(self.section.recap)} statements")

    def words(self) -> Passage:
        """Show the meaning of every glossary word that this page marks."""
        return self._passage("words.html", f"{len(self._terms())} words", terms=self._terms())

    def sources(self) -> Passage:
        """Show every fact and every added source that this page rests on."""
        facts, added = grounds_of(self.content, [*self._parts(), *self._terms()])
        line = f"{len(facts)} facts, {len(added)} added sources"
        return self._passage("sources.html", line, facts=facts, added=added)

    def _passage(self, template: str, line: str, **values: Any) -> Passage:
        html = render(self.content, template, section=self.section, **values)
        return Passage(html, f"{self.section.title}: {line}")

    def _parts(self) -> Iterator[Any]:
        """Walk all that the page shows: the section, and the records that a topic with their name brings in."""
        yield from (part for _, part in walk(self.section))
        for topic in self.section.topics:
            yield from (part for _, part in walk(self.content.figures(topic.id)))
            if topic.id in FILES:
                yield from (part for _, part in walk(getattr(self.content, topic.id)))

    def _terms(self) -> list[Term]:
        return marked_terms(self.content, self._parts())
