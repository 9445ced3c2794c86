"""Rules about the trainer's notes: one for each thing that is taught, and minutes that add up."""

from collections.abc import Iterator

from ..content.agenda import Taught, minutes_of, taught
from ..content.load import Content
from ..content.trainer import SESSIONS
from ..errors import brief
from .rule import Finding, Rule, closest


def _about_nothing(content: Content) -> Iterator[Finding]:
    """What a note is about is taught, and has no other note."""
    seen: set[tuple[str, str]] = set()
    for index, note in enumerate(content.trainer):
        ids = [item.id for item in taught(content) if item.kind == note.kind]
        if note.about not in ids:
            yield (
                "trainer",
                (index, "about"),
                f"there is no {note.kind} '{brief(note.about)}'; {closest(note.about, ids)}",
            )
        if (note.kind, note.about) in seen:
            yield (
                "trainer",
                (index, "about"),
                f"the {note.kind} '{brief(note.about)}' has a note already; keep one of them",
            )
        seen.add((note.kind, note.about))


def _without_note(content: Content) -> Iterator[Finding]:
    """Where a course has notes at all, nothing that is taught goes without."""
    noted = {(note.kind, note.about) for note in content.trainer}
    for item in taught(content) if noted else []:
        if item[:2] not in noted:
            yield "trainer", (), f"there is no note for the {item.kind} '{item.id}'; add one"


def _too_long_entries(content: Content) -> Iterator[Finding]:
    """The entries of a section leave at least a minute of it."""
    for item, own in minutes_of(content).items():
        if own < 1:
            entries = content.note(item.kind, item.id).minutes - own
            what = f"the entries of section '{item.id}' take {entries} minutes; give the section at least {entries + 1}"
            yield "trainer", (_index(content, item), "minutes"), what


def _too_much_must(content: Content) -> Iterator[Finding]:
    """What must be taught fits into the shortest session."""
    must = [item for item in minutes_of(content) if content.note(item.kind, item.id).must]
    total = sum(minutes_of(content)[item] for item in must)
    if total > SESSIONS[0]:
        what = (
            f"all that is 'must: true' takes {total} minutes; make some 'must: false' until it fits into {SESSIONS[0]}"
        )
        yield "trainer", (_index(content, must[-1]), "must"), what


def _index(content: Content, item: Taught) -> int:
    return next(i for i, note in enumerate(content.trainer) if (note.kind, note.about) == item[:2])


NEEDS = ("trainer", "sections", "operations", "conditions", "procedure", "risks")
ABOUT = Rule("note-about-something", "It would never be shown.", _about_nothing, NEEDS)
EACH = Rule("note-for-each", "The trainer would stand there without words.", _without_note, NEEDS)
MINUTES = Rule("note-minutes", "The plan of the session would not add up.", _too_long_entries, NEEDS)
MUST = Rule("note-must", "The shortest session would be too long.", _too_much_must, NEEDS)
