"""The pictures of a course: the names of their parts, and a description of each state.

Vocabulary: a *drawing* is an SVG file that has every state in layers; a *figure* is one place where a
drawing is shown, with the *states* that are shown there; a *part* is what a label points at.
"""

from typing import Annotated, Literal

from pydantic import Field

from .review_fields import LEFT_OUT
from .text import Identified, Identifier, Record, Statement, Text


class Part(Identified):
    """A part of a drawing, with the name that its label shows."""

    id: Identifier
    """Its name in the drawing."""
    name: Text
    """The text of its label; about seventeen letters fit."""
    word: Identifier | None = None
    """The word of the glossary that names it, by id: its meaning says what the part is, and the part lights up where a
    text asks for the word; may be left out."""


class Drawing(Identified):
    """A file in ``assets/illustrations``, known by its stem."""

    id: Identifier
    """The drawing's file in assets/illustrations, without .svg."""
    parts: list[Part]
    """The names on its labels."""


class State(Identified, Statement):
    """One state of a figure; ``text`` describes it to readers who cannot see it."""

    id: Identifier
    """Its name in the drawing."""
    title: Text
    """Its name, as the page shows it."""
    tag: Text | None = None
    """What is to be seen, in two to four words on the picture; ``text`` says the same; may be left out."""
    sound: bool = False
    """true = nothing is wrong in this state, so that its tag is not red; may be left out."""
    lens: Annotated[str, Field(pattern=r"^[0-9]+( [0-9]+){2}$")] | None = None
    """The place that a magnifier shows: its center's x and y, and its radius, in the drawing's viewBox."""
    depth: Annotated[float, Field(ge=0, le=99)] | None = None
    """How far a drawing that moves has gone in this state: its style sheet places its parts by it; may be left out."""
    bar: Annotated[int, Field(ge=1, le=100)] | None = None
    """In a comparison: the length of the bar under the title, in percent of the title's side; may be left out."""


class Depth(Identified):
    """A place on the way into a comparison's two drawings, with what each of them does there."""

    id: Identifier
    """Its id in stored progress."""
    name: Text
    """What lies there, as the page shows it."""
    depth: Annotated[float, Field(ge=0, le=99)]
    """How far the drawings have gone there."""
    level: Annotated[int, Field(ge=0, le=100)]
    """Where the line across the drawings stands: in percent of their height, from the top."""
    sides: Annotated[list[Statement], Field(min_length=2, max_length=2)]
    """What each of the two states does there, in their order."""


class Figure(Identified):
    """A drawing at one place: in the interaction of a topic, or there with the entry that has the figure's id.

    ``switch`` says how its reader moves between states: ``healthy`` and ``before`` compare the first state
    with another, ``drag`` wipes between two; without it, the interaction around the figure selects the state.
    """

    id: Identifier
    """Its id in links."""
    drawing: Identifier
    """The drawing, by id."""
    topic: Identifier
    """The topic where it is shown, by id."""
    switch: Literal["healthy", "before", "drag"] | None = None
    """How its reader moves between states: healthy, before or drag; may be left out."""
    close_up: Annotated[str, Field(pattern=r"^[0-9]+( [0-9]+){3}$")] | None = None
    """The part of the drawing that opens the home page: x, y, width and height in its viewBox; default: all of it."""
    states: Annotated[list[State], Field(min_length=2)]
    """What each state shows, in words."""
    depths: list[Depth] = []
    """In a comparison of drawings that move: the places that one can go to in both, in order; may be left out."""


class Pictures(Record):
    """All drawings, all figures, and the records that have a mark of their own in ``marks/``."""

    drawings: list[Drawing]
    """One entry a file in assets/illustrations."""
    figures: list[Figure]
    """Where a drawing is shown, and what each state shows."""
    marks: Annotated[list[Identifier], LEFT_OUT] = []
    """The risks that have a small sign in assets/illustrations/marks, by id."""
