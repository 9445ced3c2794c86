"""The records of a course as a whole: its sections, its other pages, the course itself."""

from typing import Annotated, Literal

from pydantic import Field

from .entry import Statements
from .interaction import placeable
from .known import OneOf
from .reference import Hedges, Review
from .review_fields import BY_ITSELF, LEFT_OUT
from .signs import NamedSign
from .text import Citing, Identified, Identifier, Record, Statement, Text


class Placement(Record):
    """The interaction of a topic: its kind, its key, and the file of its records."""

    kind: Annotated[str, OneOf(placeable)]
    """The kind of interaction."""
    key: Identifier | None = None
    """Its name in links and stored progress; needed if the course has two of a kind; do not change it."""
    records: Identifier | None = None
    """The file with its records, without .yaml; default: the one of its kind."""
    items: Annotated[list[Identifier], Field(min_length=1)] | None = None
    """The questions that it asks, by id, in this order; default: it draws a round from all of its file."""


class ReadAgain(Record):
    """Where a learner reads again: a section, and a topic or an entry in it."""

    section: Identifier
    """The section where the answer is taught, by id."""
    topic: Identifier | None = None
    """The topic in that section, by id."""
    entry: Identifier | None = None
    """The entry of an interaction in that section, by id."""


class Testing(Record):
    """A record that tests an objective, and says where to read again."""

    objective: Annotated[str, Field(pattern=r"^LO[0-9]$")]
    """The objective that it tests, by id."""
    read: ReadAgain
    """Where to read again."""


class Topic(Identified):
    """A titled part of a section; ``more`` has the statements beyond the leaflet."""

    id: Identifier
    """Its id in links."""
    title: Text
    """Its heading."""
    body: Statements
    """What the leaflet says, in plain words."""
    signs: list[NamedSign] = []
    """What to watch for, by id from signs.yaml; the first of each urgency stands on the card."""
    more: list[Statement] = []
    """What goes beyond the leaflet."""
    interaction: Annotated[Placement | None, LEFT_OUT] = None
    """What there is to do at the topic."""


class Section(Identified):
    """One page of the course, with the notebook that holds it."""

    id: Identifier
    """Its id in links and other files; do not change it."""
    notebook: Annotated[str, Field(pattern=r"^[a-z0-9-]+$"), LEFT_OUT]
    """The notebook that holds the page, without .ipynb."""
    title: Text
    """The page's heading."""
    short: Text
    """One word for the menu."""
    lead: Statement
    """What the section is about."""
    objectives: Annotated[list[str], Field(min_length=1)]
    """What can be done afterwards, by id, as in [LO1]."""
    own_session: Annotated[bool, LEFT_OUT] = False
    """true = it is taught in a session of its own: the plans of sessions leave it out."""
    topics: Annotated[list[Topic], BY_ITSELF] = []
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


class Pace(Record):
    """How fast a learner goes on: the minutes that each section shows are computed from it."""

    words_per_minute: Annotated[int, Field(ge=50, le=200)]
    """How many words a learner reads in a minute."""
    seconds_per_task: Annotated[int, Field(ge=0, le=600)]
    """How long a learner takes for each thing to do, apart from reading."""


class Tier(Citing):
    """How fast a sign is passed on: its name is what to do, the same on every page, card, slide and sheet."""

    name: Text
    """What to do, in a few words."""
    by: Text
    """By when, in a few words: this is what tells the tiers apart."""
    ward: Text
    """Whom to tell on a ward."""
    home: Text
    """Whom a patient tells at home."""
    meanwhile: Text
    """What to do meanwhile."""
    said: Annotated[list[Text], LEFT_OUT] = []
    """Words by which any text of the course means this tier, as in call now; its name is one without being listed."""


class Tiers(Record):
    """The tiers of urgency, the most urgent first."""

    emergency: Tier
    """What cannot wait for anybody."""
    report: Tier
    """What must be told without delay."""
    record: Tier
    """What is written down and handed over."""


class Phase(Identified):
    """A part of a patient's way: what the leaflet says of it, and what nursing adds."""

    id: Identifier
    """Its id in the stops of a case."""
    name: Text
    """Its name, in one word."""
    section: Identifier
    """The section that teaches it, by id."""
    leaflet: Statement
    """What the leaflet covers of it, in a few words."""
    nursing: Statement
    """What nursing begins with there, in a few words."""


class CourseRecord(Record):
    """The course as a whole: its name, its aim, and the notices on every page."""

    title: Text
    """The name of the course."""
    short: Text
    """A short name, for the menu and a phone's home screen."""
    id: Annotated[Identifier | None, LEFT_OUT] = None
    """The key of the progress store on readers' devices; default: the short name. A new id starts with no progress."""
    language: Annotated[str, Field(pattern=r"^[a-z]{2}(-[A-Z]{2})?$")]
    """A language tag, as in en or pt-BR."""
    description: Text
    """One sentence for search engines."""
    lead: Statement
    """What the course is about."""
    objectives: Annotated[list[Objective], Field(min_length=1)]
    """What a learner can do after the whole course."""
    pace: Annotated[Pace, LEFT_OUT]
    """How fast a learner goes on."""
    how_to_use: Annotated[list[Text], Field(min_length=1)]
    """Hints for the learner."""
    phases: list[Phase] = []
    """The parts of a patient's way, such as before, during and after; may be left out."""
    notice: Text
    """The notice at the foot of every page."""
    urgency: Annotated[Tiers, BY_ITSELF]
    """How fast signs are passed on: one table for the whole course."""
    red_flag_notice: Text
    """Whose instructions to follow; shown at every red flag."""
    review_notice: Annotated[Text, LEFT_OUT]
    """Shown until the content has been reviewed."""
    review: Annotated[Review, LEFT_OUT]
    """Who reviewed the content, and when."""
    hedges: Annotated[Hedges, LEFT_OUT] = Hedges()
    """The words that keep a claim from being a promise."""
