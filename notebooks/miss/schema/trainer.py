"""The trainer's notes and guide; students' pages have none of it.

Vocabulary: a *note* is what a trainer needs for a section or an entry in it; a *guide part* is one stage of the
work around a session, such as preparing it.
"""

from typing import Annotated

from pydantic import Field

from .entry import Statements
from .interaction import entry_kinds
from .known import OneOf
from .text import Identified, Identifier, Record, Statement, Text

SESSIONS = (30, 45, 60)  # the lengths of session that are planned, in minutes


def note_kinds() -> list[str]:
    """Return what a note can be for: a section, or an entry of any kind."""
    return ["section", *entry_kinds()]


class Question(Statement):
    """A question that the room can answer, and what to listen for in the answers."""

    listen_for: Text
    """What to listen for in the answers."""


class Misunderstanding(Statement):
    """What people often think, in their words; ``text`` is how to meet it."""

    thought: Text
    """What people often think, in their words."""


class Note(Record):
    """One thing that is taught: what to say, how long it takes, and whether it can be left out.

    ``about`` is the id of the section or entry. The ``minutes`` of a section hold all of it, its entries
    included; what they leave is for the section itself.
    """

    kind: Annotated[str, OneOf(note_kinds)]
    """What the note is for: section, or a kind of entry."""
    about: Identifier
    """The id of that section or entry."""
    minutes: Annotated[int, Field(ge=1, le=60)]
    """How long it takes; for a section with all its entries."""
    must: bool
    """true = part of every session; false = left out where the time is short."""
    say: Annotated[list[Statement], Field(min_length=2, max_length=4)]
    """Two to four statements to say or do."""
    question: Question
    """A question for the room."""
    misunderstanding: Misunderstanding
    """What people often think, and how to meet it."""


class GuidePart(Identified):
    """One stage of a trainer's work: ``do`` is what to do with the course, ``mind`` what it rests on."""

    id: Identifier
    """Its id in links."""
    title: Text
    """Its heading."""
    do: Annotated[list[Text], Field(min_length=1)]
    """What to do with the course."""
    mind: Statements
    """What that rests on."""
