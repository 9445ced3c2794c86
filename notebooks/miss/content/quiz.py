"""Quiz items: four kinds, every option with its own reason."""

from typing import Annotated, Literal

from pydantic import Field

from .text import Grounded, Identifier, Record, Text


class Option(Record):
    """One answer, whether it is right, and why; the reason is shown whichever was chosen."""

    id: Identifier
    text: Text
    right: bool
    why: Text


class Place(Record):
    """One place in an order, and why it stands there."""

    id: Identifier
    text: Text
    why: Text


class ReadAgain(Record):
    """Where a learner finds the answer: a section, and a topic or a record in it."""

    section: Identifier
    topic: Identifier | None = None
    operation: Identifier | None = None
    condition: Identifier | None = None
    step: Identifier | None = None
    risk: Identifier | None = None


class _Item(Grounded):
    id: Annotated[str, Field(pattern=r"^q[0-9]{2}$")]
    objective: Annotated[str, Field(pattern=r"^LO[0-9]$")]
    stem: Text
    read: ReadAgain


Options = Annotated[list[Option], Field(min_length=3, max_length=8)]


class SingleItem(_Item):
    """Choose the one best answer."""

    kind: Literal["single"]
    options: Options


class SeveralItem(_Item):
    """Choose every answer that is right."""

    kind: Literal["several"]
    options: Options


class ReplyItem(_Item):
    """A patient asks: choose the reply; afterwards a model reply is shown."""

    kind: Literal["reply"]
    patient: Text
    options: Options
    model_reply: Text


class OrderItem(_Item):
    """Put the places in order; the file lists them in the right one."""

    kind: Literal["order"]
    places: Annotated[list[Place], Field(min_length=3, max_length=8)]


Item = Annotated[SingleItem | SeveralItem | ReplyItem | OrderItem, Field(discriminator="kind")]
