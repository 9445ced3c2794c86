"""The agenda of a course: each section, followed by the entries of its interactions, in order."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .content import Content
from .placed import Records, placed_in
from .records import Section
from .trainer import Note


class AgendaItem(NamedTuple):
    """A section, or an entry in it; ``section`` is the section's id in both cases."""

    kind: str
    id: str
    title: str
    section: str


def agenda(content: Content) -> list[AgendaItem]:
    """Return the agenda of a course."""
    return agenda_of(content.sections, content.records)


def agenda_of(sections: list[Section], records: Records) -> list[AgendaItem]:
    """Return the agenda of some sections and the entries of their interactions, each entry once."""
    found: dict[tuple[str, str], AgendaItem] = {}
    for section in sections:
        for item in _items(section, records):
            found.setdefault((item.kind, item.id), item)
    return list(found.values())


def _items(section: Section, records: Records) -> Iterator[AgendaItem]:
    yield AgendaItem("section", section.id, section.title, section.id)
    for placed in placed_in([section]):
        for kind, entries in placed.entries(records).items():
            yield from (AgendaItem(kind, entry.id, entry.name, section.id) for entry in entries)


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
