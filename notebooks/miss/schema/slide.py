"""Slides: what the projector shows of a course, one thing at a time.

Vocabulary: a *slide* is one picture with few words; a *build* is what one press adds to it; a *label* is what a build
lights, with a line to its place in the drawing; a *deck* is the slides of a session, in order.
"""

from typing import Annotated, NamedTuple

from pydantic import Field

from .review_fields import LEFT_OUT
from .text import Identified, Identifier, Record, Statement, Text

LAST_SLIDE = "end"  # the id of the words of the last slide

Place = Annotated[str, Field(pattern=r"^[0-9]+ [0-9]+$")]
View = Annotated[str, Field(pattern=r"^[0-9]+( [0-9]+){3}$")]


class Label(Statement):
    """What one press lights on a slide: at most nine words at a place of the drawing, or eighteen without one."""

    at: Annotated[Place | None, LEFT_OUT] = None
    """The place in the drawing that it points at: x and y in the drawing's viewBox; may be left out."""
    state: Annotated[Identifier | None, LEFT_OUT] = None
    """The state of the picture from this press on; default: the one before, at first the slide's own."""


class SlidePicture(Record):
    """A figure in one state, or a part of it."""

    figure: Annotated[Identifier, LEFT_OUT]
    """The figure, by id."""
    state: Annotated[Identifier, LEFT_OUT]
    """Its state."""
    view: Annotated[View | None, LEFT_OUT] = None
    """The part of the drawing that is seen: x, y, width and height; default: what is around the lens, or all of it."""


class SlideWords(Identified):
    """The words and the picture of one slide; the rest of what is said of it stands in the trainer's notes."""

    id: Identifier
    """The entry or the topic that it shows, by id; or an id of its own, for another slide of that topic."""
    about: Annotated[Identifier | None, LEFT_OUT] = None
    """The topic, by id, if the id is the slide's own."""
    title: Text | None = None
    """Its title; default: the name of the entry, or the title of the topic."""
    picture: SlidePicture | None = None
    """Its picture; default: that of the entry."""
    labels: Annotated[list[Label], Field(max_length=5)] = []
    """What each press lights, in order."""
    last: Statement | None = None
    """What the last press shows by itself: what follows. With an urgency, the slide is a red flag."""

    @property
    def subject(self) -> str:
        """The id of the entry or the topic."""
        return self.about or self.id


class Slide(NamedTuple):
    """A slide, rendered.

    ``id`` is its name in plans and on the trainer's device. ``kind`` and ``about`` identify the item of the session
    that it belongs to, a section or an entry; ``item`` is the id of the question that it asks. ``notes`` is the HTML of
    what the slide leaves to the trainer. ``place`` selects what it shows in its page of the course.
    """

    id: str
    title: str
    html: str
    notes: str = ""
    place: str = ""
    kind: str = "section"
    about: str = ""
    item: str = ""
    page: str = ""
