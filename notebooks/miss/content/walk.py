"""Walk through records: every record and every text in them, each with the way to it."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from .yaml_tree import Location


def walk(value: Any, path: Location = ()) -> Iterator[tuple[Location, Any]]:
    """Yield ``(path, part)`` for every record and every text in ``value``, itself included."""
    if isinstance(value, BaseModel):
        yield path, value
        for name in type(value).model_fields:
            yield from walk(getattr(value, name), (*path, name))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from walk(item, (*path, index))
    elif isinstance(value, str):
        yield path, value
