"""Reading grade: the plain layer of every section and record is readable in sixth grade.

Flesch-Kincaid, as textstat computes it. The formula is for English; courses in other languages are not checked.
"""

from collections.abc import Iterator
from functools import cache

from ..errors import brief
from ..extras import extra
from ..loading.walk import ContentPart
from ..loading.yaml_tree import Location
from ..schema.entry import Entry
from ..schema.placed import Records, placed_at
from ..schema.records import CourseRecord, Section
from ..schema.text import Statement, plain
from .rule import Finding, Rule
from .sentences import SENTENCE

MAX_GRADE = 6.0
WORST = 2


@cache
def grade(text: str) -> float:
    """Return the reading grade of a text: the years of school that it takes to read it."""
    with extra("authors", "The reading grade"):
        import textstat  # a slow import that only this rule needs
    return float(textstat.flesch_kincaid_grade(text))


def _sections(course: CourseRecord, sections: list[Section], records: Records) -> Iterator[Finding]:
    for index, section in enumerate(sections if _is_english(course) else []):
        texts = list(plain_layer(section, records))
        if (found := grade(" ".join(texts))) > MAX_GRADE:
            path: Location = (index, "lead")
            yield "sections", path, f"section '{section.id}': {_message(found, texts)}"


def _records(course: CourseRecord, readable_parts: list[ContentPart]) -> Iterator[Finding]:
    for stem, path, entry in readable_parts if _is_english(course) else []:
        texts = _texts(entry.patient) if isinstance(entry, Entry) else []
        if texts and (found := grade(" ".join(texts))) > MAX_GRADE:
            yield stem, (*path, "patient"), f"'patient': {_message(found, texts)}"


def plain_layer(section: Section, records: Records) -> Iterator[str]:
    """Yield the texts of a section in plain words: the leaflet's part, and how to say it to a patient."""
    yield plain(section.lead.text)
    for topic in section.topics:
        yield from _texts(topic.body)
        for placed in placed_at(section, topic):
            for entry in placed.main_entries(records):
                yield from _texts([entry.leaflet, *entry.patient])
    yield from _texts([statement for statement in section.recap if not statement.added])


def _texts(statements: list[Statement]) -> list[str]:
    return [plain(statement.text) for statement in statements]


def _message(found: float, texts: list[str]) -> str:
    sentences = [sentence for text in texts for sentence in SENTENCE.split(text)]
    worst = sorted(sentences, key=grade, reverse=True)[:WORST]
    named = ", ".join(f'"{brief(sentence)}" ({grade(sentence):.0f})' for sentence in worst)
    expected = f"expected reading grade {MAX_GRADE:.0f} or lower, found {found:.1f}"
    return f"{expected}; use shorter words and sentences, first in {named}"


def _is_english(course: CourseRecord) -> bool:
    return course.language.startswith("en")


WHY = "A patient who has to ask for each second word stops listening."
SECTIONS = Rule("reading-grade-section", WHY, _sections, level="warning")
RECORDS = Rule("reading-grade", WHY, _records, level="warning")
