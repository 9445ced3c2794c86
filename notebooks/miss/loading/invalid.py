"""The problems of a file that does not fit its model: each slip once, at the line that was changed."""

import difflib
from typing import Any

from pydantic_core import ErrorDetails

from ..errors import Problem, brief
from .messages import error_message, model_at
from .yaml_file import YamlFile
from .yaml_tree import Location


def invalid_problems(file: YamlFile, errors: list[ErrorDetails], model: Any) -> list[Problem]:
    """Return a problem for each of pydantic's errors about a file, without those that another one causes."""
    unknown = [error["loc"] for error in errors if error["type"] == "extra_forbidden"]
    return [
        file.problem(_in_file(file, error["loc"]), f"{error_message(error, model)}{_elsewhere(file, error, model)}")
        for error in errors
        if error["type"] != "missing" or not any(_stands_for(key, error["loc"]) for key in unknown)
    ]


def _stands_for(unknown: Location, missing: Location) -> bool:
    """Return whether an unknown key is a missing one: misspelled, or indented as if it belonged to another record."""
    *record, key = missing
    *other, found = unknown
    if record == other:
        return bool(difflib.get_close_matches(str(found), [str(key)]))
    shorter = min(len(record), len(other))
    return found == key and record[:shorter] == other[:shorter]


def _elsewhere(file: YamlFile, error: ErrorDetails, model: Any) -> str:
    """Return where an unknown key may belong, if it is known there: to the record around, or to the one above."""
    if error["type"] != "extra_forbidden":
        return ""
    *record, key = error["loc"]
    if any(_knows(model, tuple(record[:length]), key) for length in range(len(record))):
        return "; if it belongs to the record around this one, indent it less"
    if (above := _key_above(file, error["loc"])) and _knows_below(model, (*record, above), key):
        return f"; if it belongs to '{brief(above)}' above, indent it two spaces more"
    return ""


def _knows(model: Any, path: Location, key: str | int) -> bool:
    record = model_at(model, path)
    return record is not None and key in record.model_fields


def _knows_below(model: Any, path: Location, key: str | int) -> bool:
    return _knows(model, path, key) or _knows(model, (*path, 0), key)


def _key_above(file: YamlFile, location: Location) -> str:
    """Return the key of the same record that stands above a key; empty if there is none."""
    path = _in_file(file, location)
    line, record = file.line_of(path), path[:-1]
    above = [
        (each, other) for other, each in file.lines.items() if other[:-1] == record and other != record and each < line
    ]
    return str(max(above)[1][-1]) if above else ""


def _in_file(file: YamlFile, location: Location) -> Location:
    """Drop the parts of pydantic's location that are not in the file: the tags of a union."""
    result: Location = ()
    for part in location:
        if (*result, part) in file.lines:
            result = (*result, part)
    return result
