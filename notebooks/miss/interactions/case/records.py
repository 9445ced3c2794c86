"""The records of a case: one invented patient, a chart that grows from stop to stop, and questions at each stop.

Vocabulary: a *stop* is one place and time of the story; a *path* is one of the ways that the story goes on after a
fork; an *outcome* is what follows from an answer.
"""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from pydantic import Field

from ...schema.entry import Statements
from ...schema.item_kind import item_type
from ...schema.review_fields import BY_ITSELF
from ...schema.text import Identified, Identifier, Record, Statement, Text
from .chart_records import Column, Tab, Written


class Patient(Record):
    """Who the case is about; invented."""

    name: Text
    """The name, as in Mr. K."""
    age: Annotated[int, Field(ge=0, le=120)]
    """The age in years."""
    face: Identifier
    """The drawing of the face in assets/illustrations/faces, without .svg."""
    face_text: Text
    """What the drawing shows, for those who cannot see it."""
    about: Statements
    """Family, work, language, what the patient fears and hopes, and the operation."""


class Spoken(Record):
    """What somebody says."""

    by: Text
    """Who, and how, as in Mr. K., through an interpreter."""
    text: Text
    """The words, without quotation marks."""


class Outcome(Statement):
    """What follows from an answer in the story, shown in the picture; ``text`` says it."""

    item: Identifier
    """The question, by id."""
    option: Identifier
    """The answer to it, by id."""
    picture: Identifier
    """The state of the picture that shows it."""


class Scene(Record):
    """What the picture shows from a question on, until the next scene."""

    item: Identifier
    """The question, by id."""
    picture: Identifier
    """The state of the picture."""


class Stop(Identified):
    """One place and time of the story, with what is new in the chart, and the questions to it."""

    id: Identifier
    """Its id in links and stored progress; do not change it."""
    name: Text
    """Its name on the line of stops, in one word."""
    when: Text
    """The place and the time, as in Ward, day 0, evening."""
    phase: Identifier | None = None
    """The part of a patient's way that it belongs to, by id from course.yaml; may be left out."""
    path: Identifier | None = None
    """The path that it belongs to, by id; without one, it belongs to all."""
    story: Statements
    """What has happened, in one to three sentences."""
    said: Spoken | None = None
    """What the patient says; may be left out."""
    columns: Annotated[list[Column], Field(min_length=1)]
    """What is new in the chart, in order."""
    brief: Annotated[list[Identifier], Field(min_length=2, max_length=3)]
    """Two or three rows whose values stand in short above the questions on a phone."""
    written: list[Written] = []
    """What is newly written down."""
    picture: Identifier
    """The state of the picture at the beginning of this stop."""
    scenes: list[Scene] = []
    """How the picture changes at this stop, in the order of the questions; may be left out."""
    items: Annotated[list[item_type()], Field(min_length=1), BY_ITSELF]  # type: ignore[valid-type]
    """The questions, in order."""
    outcomes: list[Outcome] = []
    """What follows from answers to some of the questions; may be left out."""


class Path(Identified):
    """One of the ways that the story goes on after a fork."""

    id: Identifier
    """Its id in the stops and in stored progress; do not change it."""
    name: Text
    """What the reader chooses, in a few words that do not give away what happens."""
    text: Text
    """One sentence more on it."""
    ending: Statement
    """How it went on, in one or two sentences."""


class Fork(Record):
    """Where the story can go on in several ways; the reader chooses one, and can go the others later."""

    text: Text
    """What the reader chooses from."""
    paths: Annotated[list[Path], Field(min_length=2, max_length=3)]
    """The ways."""


class Case(Identified):
    """One patient, from the first visit to the last."""

    id: Identifier
    """Its id."""
    patient: Patient
    """Who it is about."""
    note: Text
    """Where the values come from, as in: invented for teaching."""
    tabs: Annotated[list[Tab], Field(min_length=1, max_length=7)]
    """The tabs of the chart."""
    stops: Annotated[list[Stop], Field(min_length=1), BY_ITSELF]
    """The stops, in order; those of a path follow one another."""
    fork: Fork | None = None
    """The fork of the story, before the first stop of a path; may be left out."""
    ending: Statement | None = None
    """How it went on, in one or two sentences, if the story has no fork."""


def stops_on(case: Case, path: str | None) -> list[Stop]:
    """Return the stops on a path, with those of all paths."""
    return [stop for stop in case.stops if stop.path in (None, path)]


def picture_at(stop: Stop, id: str, answers: Mapping[str, Sequence[str]]) -> str:
    """Return the state of the picture at a question: that of the latest scene or outcome up to it."""
    picture = stop.picture
    for item in stop.items:
        answer = answers.get(item.id, [])
        picture = next((scene.picture for scene in stop.scenes if scene.item == item.id), picture)
        followed = (each for each in stop.outcomes if each.item == item.id and each.option in answer)
        picture = next((each.picture for each in followed), picture)
        if item.id == id:
            break
    return picture


def items_of(stops: list[Stop]) -> list[Any]:
    """Return the questions of some stops, in order."""
    return [item for stop in stops for item in stop.items]
