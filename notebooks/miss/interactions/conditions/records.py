"""The conditions that the leaflet names."""

from ...schema.entry import Entry
from ...schema.text import Statement, Text


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
