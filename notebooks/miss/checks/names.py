"""References: every fact, added source and objective that a record refers to exists."""

from collections.abc import Iterator

from ..loading.walk import ContentPart
from ..loading.yaml_tree import Location
from ..schema.records import CourseRecord, Section, Testing
from ..schema.reference import Fact, Source
from ..schema.text import Citing, Record
from .rule import Finding, Rule, unknown


def _find(
    facts: list[Fact], sources: list[Source], course: CourseRecord, readable_parts: list[ContentPart]
) -> Iterator[Finding]:
    known = {
        "fact": [fact.id for fact in facts],
        "source": [source.id for source in sources],
        "objective": [objective.id for objective in course.objectives],
    }
    for stem, path, part in readable_parts:
        for kind, key, id in _references(part):
            if id not in known[kind]:
                yield stem, (*path, *key), unknown(kind, id, known[kind])


def _references(part: Record | str) -> Iterator[tuple[str, Location, str]]:
    """Yield the references of a record: the kind, the path in the record, and the id."""
    if isinstance(part, Citing):
        yield from (("fact", ("facts", index), id) for index, id in enumerate(part.facts))
        yield from (("source", ("added", index), id) for index, id in enumerate(part.added))
    if isinstance(part, Section):
        yield from (("objective", ("objectives", index), id) for index, id in enumerate(part.objectives))
    if isinstance(part, Testing):
        yield "objective", ("objective",), part.objective


RULE = Rule("names-exist", "A reader who asks where a sentence comes from must arrive somewhere.", _find)
