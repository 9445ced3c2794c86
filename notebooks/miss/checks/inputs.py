"""The inputs of rules: each parameter of ``find`` names a file by its stem, or one of the functions below.

So a rule gets only what it names, and is skipped until all of it can be read.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from inspect import signature
from pathlib import Path
from typing import Any, get_type_hints

from ..loading.reading import ParsedCourse
from ..loading.walk import ContentPart
from ..schema.agenda import agenda_of, entries_by_topic
from ..schema.content import ALL_FILES, FILES, Content, drawings_of


@dataclass(frozen=True)
class Input:
    """A part of a course: the stems of the files that must be valid, the function that returns it, and its type."""

    needs: frozenset[str]
    get: Callable[[ParsedCourse], Any]
    type: Any


def needs_of(find: Callable[..., Any]) -> frozenset[str]:
    """Return the stems of the files that the parameters of a function need."""
    return frozenset[str]().union(*(INPUTS[name].needs for name in signature(find).parameters))


def call(find: Callable[..., Any], reading: ParsedCourse) -> Any:
    """Call a function with the inputs that its parameters name."""
    return find(**{name: INPUTS[name].get(reading) for name in signature(find).parameters})


def folder(reading: ParsedCourse) -> Path:
    """Return the folder of the content files."""
    return reading.folder


def drawings_folder(reading: ParsedCourse) -> Path:
    """Return the folder of the course's drawings."""
    return drawings_of(reading.folder)


def readable_parts(reading: ParsedCourse) -> list[ContentPart]:
    """Return every record and text of the valid files, for rules that check each by itself."""
    return reading.parts


def student_parts(reading: ParsedCourse) -> list[ContentPart]:
    """Return every record and text that students may read."""
    return [part for part in reading.parts if part.stem in FILES]


def all_parts(reading: ParsedCourse) -> list[ContentPart]:
    """Return every record and text of the whole course."""
    return reading.parts


def _return_type(function: Callable[..., Any]) -> Any:
    return get_type_hints(function, include_extras=True)["return"]


def _file(stem: str) -> Input:
    return Input(frozenset([stem]), lambda reading: reading.values[stem], TYPES[stem])


def _from_reading(function: Callable[[ParsedCourse], Any], needs: Iterable[str] = ()) -> Input:
    return Input(frozenset(needs), function, _return_type(function))


def _computed(function: Callable[..., Any]) -> Input:
    return Input(needs_of(function), lambda reading: call(function, reading), _return_type(function))


TYPES = get_type_hints(Content, include_extras=True)
INPUTS = {
    **{stem: _file(stem) for stem in ALL_FILES},
    "folder": _from_reading(folder),
    "drawings_folder": _from_reading(drawings_folder),
    "readable_parts": _from_reading(readable_parts),
    "student_parts": _from_reading(student_parts, FILES),
    "all_parts": _from_reading(all_parts, ALL_FILES),
}
INPUTS["entries"] = _computed(entries_by_topic)
INPUTS["agenda"] = _computed(agenda_of)
