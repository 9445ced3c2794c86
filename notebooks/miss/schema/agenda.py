"""The agenda of a course: each section, followed by the entries of its topics, in order."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from .content import Content
from .records import Condition, Entry, Operation, Procedure, Risk, Section
from .trainer import Kind, Note

# The records of a topic, by the topic's id, which is also the stem of their file.
EntriesByTopic = dict[str, list[tuple[Kind, Sequence[Entry]]]]


class AgendaItem(NamedTuple):
    """A section, or an entry in it; ``section`` is the section's id in both cases."""

    kind: Kind
    id: str
    title: str
    section: str


def entries_by_topic(
    operations: list[Operation], conditions: list[Condition], procedure: Procedure, risks: list[Risk]
) -> EntriesByTopic:
    """Group the records of these files by topic."""
    return {
        "operations": [("operation", operations)],
        "conditions": [("condition", conditions)],
        "procedure": [("step", procedure.steps), ("alongside", [procedure.alongside])],
        "risks": [("risk", risks)],
    }


def entries_at(entries: EntriesByTopic, topic: str) -> list[Entry]:
    """Return the entries of a topic, without the one that runs alongside all of them."""
    return [entry for kind, records in entries.get(topic, []) if kind != "alongside" for entry in records]


def agenda(content: Content) -> list[AgendaItem]:
    """Return the agenda of a course."""
    entries = entries_by_topic(content.operations, content.conditions, content.procedure, content.risks)
    return agenda_of(content.sections, entries)


def agenda_of(sections: list[Section], entries: EntriesByTopic) -> list[AgendaItem]:
    """Return the agenda of some sections and the entries of their topics."""
    return [
        item
        for section in sections
        for item in (AgendaItem("section", section.id, section.title, section.id), *_entries(section, entries))
    ]


def _entries(section: Section, entries: EntriesByTopic) -> Iterator[AgendaItem]:
    for topic in section.topics:
        for kind, records in entries.get(topic.id, []):
            yield from (AgendaItem(kind, record.id, record.name, section.id) for record in records)


def minutes_of(content: Content) -> dict[AgendaItem, int]:
    """Return the minutes of each item that has a note; for a section, without those of its entries."""
    return minutes_in(content.trainer, agenda(content))


def minutes_in(trainer: Iterable[Note], items: list[AgendaItem]) -> dict[AgendaItem, int]:
    """Return the minutes of each of the items that has one of these notes; see ``minutes_of``."""
    notes = {(note.kind, note.about): note for note in trainer}
    minutes = {item: notes[item[:2]].minutes for item in items if item[:2] in notes}
    for item in [item for item in minutes if item.kind == "section"]:
        minutes[item] -= sum(minutes[entry] for entry in minutes if entry.section == item.id and entry != item)
    return minutes
