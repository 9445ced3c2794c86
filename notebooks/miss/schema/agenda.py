"""What is taught, in the order of the course: each section, then the entries that its topics bring in."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from .content import Content
from .records import Condition, Entry, Operation, Procedure, Risk, Section
from .trainer import Kind, Note

# The records that a topic brings in, by the topic's id, which is also the name of their file.
EntriesByTopic = dict[str, list[tuple[Kind, Sequence[Entry]]]]


class Taught(NamedTuple):
    """A section or an entry in it; ``section`` is the section's id in both cases."""

    kind: Kind
    id: str
    title: str
    section: str


def entries_by_topic(
    operations: list[Operation], conditions: list[Condition], procedure: Procedure, risks: list[Risk]
) -> EntriesByTopic:
    """Sort the records of these files by the topic where they stand."""
    return {
        "operations": [("operation", operations)],
        "conditions": [("condition", conditions)],
        "procedure": [("step", procedure.steps), ("alongside", [procedure.alongside])],
        "risks": [("risk", risks)],
    }


def listed(entries: EntriesByTopic, topic: str) -> list[Entry]:
    """List what a topic brings in, without what runs alongside all of it."""
    return [entry for kind, records in entries.get(topic, []) if kind != "alongside" for entry in records]


def taught(content: Content) -> list[Taught]:
    """List all that is taught."""
    entries = entries_by_topic(content.operations, content.conditions, content.procedure, content.risks)
    return taught_in(content.sections, entries)


def taught_in(sections: list[Section], entries: EntriesByTopic) -> list[Taught]:
    """List what some sections and the entries at their topics teach."""
    return [
        item
        for section in sections
        for item in (Taught("section", section.id, section.title, section.id), *_entries(section, entries))
    ]


def _entries(section: Section, entries: EntriesByTopic) -> Iterator[Taught]:
    for topic in section.topics:
        for kind, records in entries.get(topic.id, []):
            yield from (Taught(kind, record.id, record.name, section.id) for record in records)


def minutes_of(content: Content) -> dict[Taught, int]:
    """Count what each noted item takes; for a section that is what its entries leave of it."""
    return minutes_in(content.trainer, taught(content))


def minutes_in(trainer: Iterable[Note], items: list[Taught]) -> dict[Taught, int]:
    """Count by some notes what each of the noted items takes."""
    notes = {(note.kind, note.about): note for note in trainer}
    minutes = {item: notes[item[:2]].minutes for item in items if item[:2] in notes}
    for item in [item for item in minutes if item.kind == "section"]:
        minutes[item] -= sum(minutes[entry] for entry in minutes if entry.section == item.id and entry != item)
    return minutes
