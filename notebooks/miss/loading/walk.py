"""Walk through records: every record and every text in them, each with its path."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from ..schema.text import Record
from .yaml_tree import Location


class ContentPart(NamedTuple):
    """A record or a text of a course: the stem of its file, its path in that file, and its value."""

    stem: str
    path: Location
    value: Record | str


def walk(value: Any, path: Location = ()) -> Iterator[tuple[Location, Record | str]]:
    """Yield ``(path, part)`` for every record and every text in ``value``, itself included."""
    if isinstance(value, Record):
        yield path, value
        for name, part in value:
            yield from walk(part, (*path, name))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from walk(item, (*path, index))
    elif isinstance(value, str):
        yield path, value
