"""Reading grade: the plain layer of every section, and of every record, can be read by somebody in sixth grade.

Flesch-Kincaid, as textstat counts it; it is made for English, so a course in another language is not judged by it.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from ..content.load import FILES, Content
from ..content.records import Entry, Section
from ..content.text import Statement, plain
from ..content.yaml_tree import Location
from ..errors import brief
from ..extras import extra
from .rule import Finding, Rule

GRADE = 6.0
WORST = 2
SENTENCE = re.compile(r"(?<=[.!?])[\"')]*\s+")


@cache
def grade(text: str) -> float:
    """Measure how many years of school a text asks for."""
    with extra("authors", "The reading grade"):
        import textstat  # takes its time, and only this rule needs it
    return float(textstat.flesch_kincaid_grade(text))


def _sections(content: Content) -> Iterator[Finding]:
    for index, section in enumerate(content.sections if _english(content) else []):
        texts = list(plain_layer(content, section))
        if (found := grade(" ".join(texts))) > GRADE:
            path: Location = (index, "lead")
            yield "sections", path, f"section '{section.id}' {_too_hard(found, texts)}"


def _records(content: Content) -> Iterator[Finding]:
    for stem, path, entry in content.parts if _english(content) else []:
        texts = _texts(entry.patient) if isinstance(entry, Entry) else []
        if texts and (found := grade(" ".join(texts))) > GRADE:
            yield stem, (*path, "patient"), f"what is said to a patient here {_too_hard(found, texts)}"


def plain_layer(content: Content, section: Section) -> Iterator[str]:
    """List what a section says in plain words: the leaflet's part of it, and how to say it to a patient."""
    yield plain(section.lead.text)
    for topic in section.topics:
        yield from _texts(topic.body)
        for entry in _entries(getattr(content, topic.id) if topic.id in FILES else []):
            yield from _texts([entry.leaflet, *entry.patient])
    yield from _texts([statement for statement in section.recap if not statement.added])


def _entries(records: Any) -> list[Entry]:
    found = getattr(records, "steps", records) or []
    return [record for record in found if isinstance(record, Entry)]


def _texts(statements: list[Statement]) -> list[str]:
    return [plain(statement.text) for statement in statements]


def _too_hard(found: float, texts: list[str]) -> str:
    sentences = [sentence for text in texts for sentence in SENTENCE.split(text)]
    worst = sorted(sentences, key=grade, reverse=True)[:WORST]
    named = ", ".join(f'"{brief(sentence)}" ({grade(sentence):.0f})' for sentence in worst)
    return f"reads at grade {found:.1f}, and {GRADE:.0f} is the most; use shorter words and sentences, first in {named}"


def _english(content: Content) -> bool:
    return content.course.language.startswith("en")


WHY = "A patient who has to ask for each second word stops listening."
SECTIONS = Rule("reading-grade-section", WHY, _sections, ("course", "sections"), level="warning")
RECORDS = Rule("reading-grade", WHY, _records, ("course",), level="warning")
