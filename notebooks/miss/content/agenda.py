"""What is taught, in the order of the course: each section, then the entries that its topics bring in."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .load import Content
from .records import Entry, Section
from .trainer import Kind


class Taught(NamedTuple):
    """A section or an entry in it; ``section`` is the section's id in both cases."""

    kind: Kind
    id: str
    title: str
    section: str


def taught(content: Content) -> list[Taught]:
    """List all that is taught."""
    return [
        item
        for section in content.sections
        for item in (Taught("section", section.id, section.title, section.id), *_entries(content, section))
    ]


def minutes_of(content: Content) -> dict[Taught, int]:
    """Count what each noted item takes; for a section that is what its entries leave of it."""
    notes = {(note.kind, note.about): note for note in content.trainer}
    minutes = {item: notes[item[:2]].minutes for item in taught(content) if item[:2] in notes}
    for item in [item for item in minutes if item.kind == "section"]:
        minutes[item] -= sum(minutes[entry] for entry in minutes if entry.section == item.id and entry != item)
    return minutes


def _entries(content: Content, section: Section) -> Iterator[Taught]:
    for topic in section.topics:
        for kind, records in _brought_in(content, topic.id):
            yield from (Taught(kind, record.id, record.name, section.id) for record in records)


def _brought_in(content: Content, topic: str) -> list[tuple[Kind, Sequence[Entry]]]:
    """Find the records that stand at a topic: those whose file has the topic's name."""
    named: dict[str, list[tuple[Kind, Sequence[Entry]]]] = {
        "operations": [("operation", content.operations)],
        "conditions": [("condition", content.conditions)],
        "procedure": [("step", content.procedure.steps), ("alongside", [content.procedure.alongside])],
        "risks": [("risk", content.risks)],
    }
    return named.get(topic, [])
