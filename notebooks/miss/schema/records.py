"""The records of a course: operations, conditions, steps, risks, sections, the course itself."""

from typing import Annotated, Literal

from pydantic import Field

from .reference import Hedges, Review
from .text import Citing, Identified, Identifier, Record, Statement, Text

Statements = Annotated[list[Statement], Field(min_length=1)]


class Entry(Identified):
    """Something that the leaflet names, in layers.

    ``leaflet`` is what the leaflet says of it; ``patient`` says it in plain words; ``nursing`` goes
    beyond the leaflet, so each of its statements names an added source.
    """

    id: Identifier
    """Its id in links and other files; do not change it."""
    name: Text
    """Its name, as the page shows it."""
    leaflet: Statement
    """Only what the leaflet says: facts, nothing added."""
    patient: Statements
    """Plain words for a patient, at sixth grade."""
    nursing: Statements
    """Notes beyond the leaflet; each names an added source."""


class Operation(Entry):
    """A type of operation that the leaflet names as possible with this way of operating."""


class LookAlike(Statement):
    """A condition with a similar name or picture that the leaflet does not list."""

    name: Text
    """What it is called."""


class Condition(Entry):
    """A condition the leaflet names, and what it leaves open about it."""

    not_claimed: Statement
    """What the leaflet leaves open."""
    look_alike: LookAlike | None = None
    """What it is easily mixed up with."""


class Step(Entry):
    """One step of the procedure, in the leaflet's order."""


class Person(Identified, Statement):
    """Someone in the room, and what they are there for."""

    id: Identifier
    """Its id in other files."""
    name: Text
    """Who it is."""


class Procedure(Record):
    """The steps in order, what runs alongside all of them, and who is in the room."""

    steps: Annotated[list[Step], Field(min_length=2)]
    """The steps, in their order."""
    alongside: Entry
    """What runs during all the steps."""
    people: Annotated[list[Person], Field(min_length=1)]
    """Who is in the room, and what for."""


class Sign(Statement):
    """Something to watch for, and how fast it must be passed on."""

    urgency: Literal["emergency", "report", "record"]
    """emergency (call now), report (without delay) or record (chart and pass on)."""


class Guess(Identified):
    """One answer to "what would you watch for?", right or not, with the reason shown afterwards."""

    id: Identifier
    """Its id in stored progress; unique on this card."""
    text: Text
    """The text of the guess."""
    right: bool
    """true or false."""
    why: Text
    """Why it is right, or why not; shown after guessing."""


class Risk(Entry):
    """A risk, its signs, what helps to lower it, and a guess to make before the card is opened."""

    signs: Annotated[list[Sign], Field(min_length=1)]
    """What to watch for, each with its urgency."""
    lower: Statements
    """What helps to lower the risk."""
    guesses: Annotated[list[Guess], Field(min_length=3)]
    """At least three answers to: what would you watch for?"""


class Topic(Identified):
    """A titled part of a section; ``more`` has the statements beyond the leaflet."""

    id: Identifier
    """Its id in links; operations, conditions, procedure, risks or quiz brings in that file's records."""
    title: Text
    """Its heading."""
    body: Statements
    """What the leaflet says, in plain words."""
    more: list[Statement] = []
    """What goes beyond the leaflet."""


class Section(Identified):
    """One page of the course, with the notebook that holds it and the minutes it takes."""

    id: Identifier
    """Its id in links and other files; do not change it."""
    notebook: Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]
    """The notebook that holds the page, without .ipynb."""
    title: Text
    """The page's heading."""
    short: Text
    """One word for the menu."""
    minutes: Annotated[int, Field(ge=1, le=60)]
    """How long reading takes."""
    lead: Statement
    """What the section is about."""
    objectives: Annotated[list[str], Field(min_length=1)]
    """What can be done afterwards, by id, as in [LO1]."""
    topics: list[Topic] = []
    """The parts of the section, in order."""
    recap: Statements
    """The section in short."""


class Appendix(Identified):
    """A page outside of the sections, such as the sources; linked in every footer, or only in the trainer's view."""

    id: Identifier
    """Its id in the notebook; do not change it."""
    notebook: Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]
    """The notebook that holds the page, without .ipynb."""
    title: Text
    """The page's heading."""
    lead: Text
    """What the page is for."""
    reader: Literal["everyone", "trainer"] = "everyone"
    """Who finds it: everyone, in every footer; or the trainer alone."""


class Objective(Identified, Citing):
    """What a learner can do afterwards; starts with a verb that can be watched."""

    id: Annotated[str, Field(pattern=r"^LO[0-9]$")]
    """LO and one digit."""
    text: Text
    """Starts with a verb that can be watched."""


class CourseRecord(Record):
    """The course as a whole: its name, its aim, and the notices on every page."""

    title: Text
    """The name of the course."""
    short: Text
    """A short name, for the menu and a phone's home screen."""
    id: Identifier | None = None
    """The key of the progress store on readers' devices; default: the short name. A new id starts with no progress."""
    language: Annotated[str, Field(pattern=r"^[a-z]{2}(-[A-Z]{2})?$")]
    """A language tag, as in en or pt-BR."""
    description: Text
    """One sentence for search engines."""
    lead: Statement
    """What the course is about."""
    objectives: Annotated[list[Objective], Field(min_length=1)]
    """What a learner can do after the whole course."""
    how_to_use: Annotated[list[Text], Field(min_length=1)]
    """Hints for the learner."""
    notice: Text
    """The notice at the foot of every page."""
    red_flag_notice: Text
    """Whose instructions to follow; shown at every red flag."""
    review_notice: Text
    """Shown until the content has been reviewed."""
    review: Review
    """Who reviewed the content, and when."""
    hedges: Hedges = Hedges()
    """The words that keep a claim from being a promise."""
