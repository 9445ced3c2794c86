"""The operations that the leaflet names."""

from ...schema.entry import Entry


class Operation(Entry):
    """A type of operation that the leaflet names as possible with this way of operating."""
