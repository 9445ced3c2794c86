"""The records a course is made of: operations, conditions, steps, risks, sections, glossary, facts."""

from typing import Annotated, Literal

from pydantic import Field

from .text import AddedId, FactId, Grounded, Identifier, Record, Statement, Text

Statements = Annotated[list[Statement], Field(min_length=1)]


class Entry(Record):
    """Something the leaflet names, told in two layers.

    ``leaflet`` is what the leaflet says of it; ``patient`` says it in plain words; ``nursing`` goes
    beyond the leaflet, so each of its statements names an added source.
    """

    id: Identifier
    name: Text
    leaflet: Statement
    patient: Statements
    nursing: Statements


class Operation(Entry):
    """A type of operation that the leaflet names as possible with this way of operating."""


class LookAlike(Statement):
    """A condition with a similar name or picture that the leaflet does not list."""

    name: Text


class Condition(Entry):
    """A condition the leaflet names, and what it leaves open about it."""

    not_claimed: Statement
    look_alike: LookAlike | None = None


class Step(Entry):
    """One step of the procedure, in the leaflet's order."""


class Person(Statement):
    """Someone in the room, and what they are there for."""

    id: Identifier
    name: Text


class Procedure(Record):
    """The steps in order, what runs alongside all of them, and who is in the room."""

    steps: Annotated[list[Step], Field(min_length=2)]
    alongside: Entry
    people: Annotated[list[Person], Field(min_length=1)]


class Sign(Statement):
    """Something to watch for, and how fast it must be passed on."""

    urgency: Literal["emergency", "report", "record"]


class Guess(Record):
    """One answer to "what would you watch for?", right or not, with the reason shown afterwards."""

    id: Identifier
    text: Text
    right: bool
    why: Text


class Risk(Entry):
    """A risk, its signs, what helps to lower it, and a guess to make before the card is opened."""

    signs: Annotated[list[Sign], Field(min_length=1)]
    lower: Statements
    guesses: Annotated[list[Guess], Field(min_length=3)]


class Topic(Record):
    """A titled part of a section; ``more`` holds what is said beyond the leaflet."""

    id: Identifier
    title: Text
    body: Statements
    more: list[Statement] = []


class Section(Record):
    """One page of the course, with the notebook that holds it and the minutes it takes."""

    id: Identifier
    notebook: Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]
    title: Text
    short: Text
    minutes: Annotated[int, Field(ge=1, le=60)]
    lead: Statement
    objectives: Annotated[list[str], Field(min_length=1)]
    topics: list[Topic] = []
    recap: Statements


class Appendix(Record):
    """A page beside the sections, such as the sources; linked in every footer, or only in the trainer's view."""

    id: Identifier
    notebook: Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]
    title: Text
    lead: Text
    reader: Literal["everyone", "trainer"] = "everyone"


class Objective(Grounded):
    """What a learner can do afterwards; starts with a verb that can be watched."""

    id: Annotated[str, Field(pattern=r"^LO[0-9]$")]
    text: Text


class Course(Record):
    """The course as a whole: its name, its aim, and the notices that stand on every page."""

    title: Text
    short: Text
    language: Annotated[str, Field(pattern=r"^[a-z]{2}(-[A-Z]{2})?$")]
    description: Text
    lead: Statement
    objectives: Annotated[list[Objective], Field(min_length=1)]
    how_to_use: Annotated[list[Text], Field(min_length=1)]
    notice: Text
    red_flag_notice: Text
    review_notice: Text


class Term(Grounded):
    """A glossary word: ``also`` lists other forms of it that a text may mark."""

    id: Identifier
    term: Text
    also: list[Text] = []
    meaning: Text


class Fact(Record):
    """One thing that the leaflet says, in our words."""

    id: FactId
    section: Text
    statement: Text
    restates: FactId | None = None


class Source(Record):
    """One thing that we add, and where it was read; ``practice`` where no source could be read."""

    id: AddedId
    statement: Text
    basis: Literal["source", "practice"]
    title: Text | None = None
    publisher: Text | None = None
    url: Annotated[str, Field(pattern=r"^https?://[^\s\"'<>]+$")] | None = None
    also: list[Annotated[str, Field(pattern=r"^https?://[^\s\"'<>]+$")]] = []
    note: Text | None = None
