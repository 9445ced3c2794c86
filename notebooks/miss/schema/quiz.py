"""Quiz items: four kinds, every option with its own reason."""

from typing import Annotated, Literal

from pydantic import Field

from .text import Citing, Identified, Identifier, Record, Text


class Option(Identified):
    """One answer, whether it is right, and why; the reason is shown whichever was chosen."""

    id: Identifier
    """Its id in links and stored progress; unique in this question."""
    text: Text
    """The text of the answer."""
    right: bool
    """true or false."""
    why: Text
    """Why it is right, or why not; shown after answering."""


class Place(Identified):
    """One place in an order, and why it is there."""

    id: Identifier
    """Its id in stored progress; unique in this question."""
    text: Text
    """The text of this place."""
    why: Text
    """Why it belongs here; shown after answering."""


class ReadAgain(Record):
    """Where a learner finds the answer: a section, and a topic or a record in it."""

    section: Identifier
    """The section where the answer is taught, by id."""
    topic: Identifier | None = None
    """The topic in that section, by id."""
    operation: Identifier | None = None
    """The operation, by id."""
    condition: Identifier | None = None
    """The condition, by id."""
    step: Identifier | None = None
    """The step, by id."""
    risk: Identifier | None = None
    """The risk, by id."""


class BaseItem(Identified, Citing):
    """What the items of every kind have."""

    id: Annotated[str, Field(pattern=r"^q[0-9]{2}$")]
    """q and two digits."""
    objective: Annotated[str, Field(pattern=r"^LO[0-9]$")]
    """The objective that the question tests, by id."""
    stem: Text
    """The question."""
    read: ReadAgain
    """Where to read again."""


Options = Annotated[list[Option], Field(min_length=3, max_length=8)]


class SingleItem(BaseItem):
    """Choose the one best answer."""

    kind: Literal["single"]
    """single: one option is right."""
    options: Options
    """Three to eight answers; exactly one is right."""


class SeveralItem(BaseItem):
    """Choose every answer that is right."""

    kind: Literal["several"]
    """several: every right option is to be chosen."""
    options: Options
    """Three to eight answers; at least one is right and one is not."""


class ReplyItem(BaseItem):
    """A patient asks: choose the reply; afterwards a model reply is shown."""

    kind: Literal["reply"]
    """reply: choose the reply to a patient."""
    patient: Text
    """What the patient says."""
    options: Options
    """Three to eight replies; exactly one is right."""
    model_reply: Text
    """A good spoken answer, shown afterwards."""


class OrderItem(BaseItem):
    """Put the places in order; the file lists them in the right one."""

    kind: Literal["order"]
    """order: put the places in order."""
    places: Annotated[list[Place], Field(min_length=3, max_length=8)]
    """Three to eight places in their right order; the page mixes them."""


Item = Annotated[SingleItem | SeveralItem | ReplyItem | OrderItem, Field(discriminator="kind")]
