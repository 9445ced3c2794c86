"""The records of the chest."""

from miss.schema.entry import Entry
from miss.schema.text import Statement


class Drawer(Entry):
    """One drawer."""

    inside: Statement
    """What is in it."""
