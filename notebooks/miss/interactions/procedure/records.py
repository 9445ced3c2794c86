"""The procedure: its steps, what runs alongside them, and who is in the room."""

from typing import Annotated

from pydantic import Field

from ...schema.entry import Entry
from ...schema.text import Identified, Identifier, Record, Statement, Text


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
