"""The pictures of a course: what their parts are called, and what each state shows, in words.

Vocabulary: a *drawing* is an SVG file that holds every state in layers; a *figure* is one place where a
drawing stands, with the *states* that are shown there; a *part* is what a label points at.
"""

from typing import Annotated, Literal

from pydantic import Field

from .text import Identifier, Record, Statement, Text


class Part(Record):
    """A part of a drawing, with the name that its label shows."""

    id: Identifier
    name: Text


class Drawing(Record):
    """A file in ``assets/illustrations``, known by its stem."""

    id: Identifier
    parts: list[Part]


class State(Statement):
    """One state of a figure; ``text`` tells what can be seen to somebody who cannot see it."""

    id: Identifier
    title: Text


class Figure(Record):
    """A drawing at one place: at a topic, in that topic's widget, or with an entry that has the figure's id.

    ``switch`` says how its reader moves between states: ``healthy`` and ``before`` compare the first state
    with another, ``drag`` wipes between two; without it, what stands around the figure chooses the state.
    """

    id: Identifier
    drawing: Identifier
    topic: Identifier
    switch: Literal["healthy", "before", "drag"] | None = None
    states: Annotated[list[State], Field(min_length=2)]


class Pictures(Record):
    """All drawings, all figures, and the records that have a mark of their own in ``marks/``."""

    drawings: list[Drawing]
    figures: list[Figure]
    marks: list[Identifier] = []
