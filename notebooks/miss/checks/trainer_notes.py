"""Trainer's notes: exactly one for each section and entry, and minutes that add up."""

from collections.abc import Iterator

from ..errors import brief
from ..schema.agenda import AgendaItem, minutes_in
from ..schema.records import Section
from ..schema.trainer import SESSIONS, Note
from .rule import Finding, Rule, unknown


def _unknown_subjects(trainer: list[Note], agenda: list[AgendaItem]) -> Iterator[Finding]:
    """Each note is about a section or an entry of the course that has no other note."""
    seen: set[tuple[str, str]] = set()
    for index, note in enumerate(trainer):
        ids = [item.id for item in agenda if item.kind == note.kind]
        if note.about not in ids:
            what = unknown(note.kind, note.about, ids)
            yield "trainer", (index, "about"), what
        if (note.kind, note.about) in seen:
            what = f"duplicate note for the {note.kind} '{brief(note.about)}'; keep one of them"
            yield "trainer", (index, "about"), what
        seen.add((note.kind, note.about))


def _missing_notes(trainer: list[Note], agenda: list[AgendaItem]) -> Iterator[Finding]:
    """A course with notes has one for every section and entry."""
    noted = {(note.kind, note.about) for note in trainer}
    for item in agenda if noted else []:
        if item[:2] not in noted:
            yield "trainer", (), f"missing note for the {item.kind} '{item.id}'; add one"


def _entries_too_long(trainer: list[Note], agenda: list[AgendaItem]) -> Iterator[Finding]:
    """The entries of a section leave at least one minute for the section itself."""
    for item, own in minutes_in(trainer, agenda).items():
        if own < 1:
            index = _index(trainer, item)
            entries = trainer[index].minutes - own
            what = (
                f"section '{item.id}': expected at least {entries + 1} minutes (its entries take {entries}), "
                f"found {trainer[index].minutes}; give it more, or its entries less"
            )
            yield "trainer", (index, "minutes"), what


def _must_too_long(trainer: list[Note], agenda: list[AgendaItem], sections: list[Section]) -> Iterator[Finding]:
    """The notes with ``must`` fit into the shortest session, which leaves out sections with a session of their own."""
    apart = {section.id for section in sections if section.own_session}
    minutes = {item: own for item, own in minutes_in(trainer, agenda).items() if item.section not in apart}
    must = {item: index for item in minutes if trainer[index := _index(trainer, item)].must}
    total = sum(minutes[item] for item in must)
    if total > SESSIONS[0]:
        what = (
            f"expected at most {SESSIONS[0]} minutes in all notes with 'must: true', found {total}; "
            "change some to 'must: false'"
        )
        yield "trainer", (list(must.values())[-1], "must"), what


def _index(trainer: list[Note], item: AgendaItem) -> int:
    return next(index for index, note in enumerate(trainer) if (note.kind, note.about) == item[:2])


ABOUT = Rule("note-about-something", "It would never be shown.", _unknown_subjects)
EACH = Rule("note-for-each", "The trainer would have nothing to say there.", _missing_notes)
MINUTES = Rule("note-minutes", "The plan of the session would not add up.", _entries_too_long)
MUST = Rule("note-must", "The shortest session would be too long.", _must_too_long)
