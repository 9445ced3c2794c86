"""What a section's notebook shows around its widget: opening, topics, recap, words and sources."""

from collections.abc import Iterator
from typing import Any

from .content.load import FILES, Content
from .content.records import Section
from .content.reference import Fact, Source, Term
from .content.text import terms_in
from .content.walk import walk
from .course import course
from .passage import Passage
from .render import render


class Lesson:
    """One section of the course, passage by passage.

    >>> lesson = Lesson("why")
    >>> lesson.opening()
    """

    def __init__(self, id: str, content: Content | None = None) -> None:
        self.content = content or course()
        ids = [section.id for section in self.content.sections]
        if id not in ids:
            raise ValueError(f"There is no section '{id}'. Accepted: {', '.join(ids)}.")
        self.section: Section = self.content.section(id)

    def opening(self) -> Passage:
        """Show the title, the minutes it takes and what can be done afterwards."""
        wanted = [objective for objective in self.content.course.objectives if objective.id in self.section.objectives]
        return self._passage("opening.html", f"opening, {len(wanted)} objectives", objectives=wanted)

    def topic(self, id: str) -> Passage:
        """Show one topic: what the leaflet says, then what is said beyond it."""
        topic = next((topic for topic in self.section.topics if topic.id == id), None)
        if topic is None:
            accepted = ", ".join(topic.id for topic in self.section.topics)
            raise ValueError(f"There is no topic '{id}' in section '{self.section.id}'. Accepted: {accepted}.")
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
        facts, added = self._grounds()
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
        """Collect the terms that the page marks, and those that their meanings mark in turn."""
        found: dict[str, Term] = {}
        texts = [part for part in self._parts() if isinstance(part, str)]
        while texts:
            for name in terms_in(texts.pop()):
                term = self.content.term(name)
                if term.id not in found:
                    texts.append(term.meaning)
                found[term.id] = term
        return sorted(found.values(), key=lambda term: term.term.lower())

    def _grounds(self) -> tuple[list[Fact], list[Source]]:
        records = [part for part in self._parts() if hasattr(part, "facts")] + self._terms()
        facts = {id for record in records for id in record.facts}
        added = {id for record in records for id in record.added}
        return (
            [fact for fact in self.content.facts if fact.id in facts],
            [source for source in self.content.sources if source.id in added],
        )
