"""What stands on a section's page: everything that its records say, the words that they mark, and what they cite."""

from collections.abc import Iterator
from typing import Any

from ..loading.walk import walk
from ..render.citations import Citations, collect_citations, marked_terms
from ..schema.content import Content
from ..schema.placed import placed_at
from ..schema.records import Section
from ..schema.reference import Term


def section_parts(content: Content, section: Section) -> Iterator[Any]:
    """Walk everything on the page of a section: the section, its figures, and the records of its interactions."""
    yield from (part for _, part in walk(section))
    for topic in section.topics:
        yield from (part for _, part in walk(content.figures(topic.id)))
        for placed in placed_at(section, topic):
            yield from (part for _, part in walk(placed.records(content.records)))


def section_terms(content: Content, section: Section) -> list[Term]:
    """Return every glossary term that the page of a section marks, and those that their meanings mark in turn."""
    return marked_terms(content, section_parts(content, section))


def section_citations(content: Content, section: Section) -> Citations:
    """Return every fact and every added source that the page of a section and its terms cite."""
    return collect_citations(content, [*section_parts(content, section), *section_terms(content, section)])
