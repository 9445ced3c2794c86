"""The inputs of rules: each parameter of ``find`` names a file by its stem, or one of the functions below.

So a rule gets only what it names, and is skipped until all of it can be read.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from inspect import signature
from pathlib import Path
from typing import Any, get_type_hints

from ..loading.reading import ParsedCourse
from ..loading.walk import ContentPart
from ..loading.yaml_file import YamlFile
from ..schema import reviews
from ..schema.agenda import AgendaItem, agenda_of
from ..schema.content import FILES, REVIEWED_FILES, TRAINER_FILES, Content, drawings_of

Stems = frozenset[str]


@dataclass(frozen=True)
class Input:
    """A part of a course: the stems of the files that it needs, the function that returns it, and its type."""

    needs: Callable[[ParsedCourse], Stems]
    get: Callable[[ParsedCourse], Any]
    type: Any


def needs_of(find: Callable[..., Any], reading: ParsedCourse) -> Stems:
    """Return the stems of the files that the parameters of a function need."""
    return Stems().union(*(INPUTS[name].needs(reading) for name in signature(find).parameters))


def call(find: Callable[..., Any], reading: ParsedCourse) -> Any:
    """Call a function with the inputs that its parameters name."""
    return find(**{name: INPUTS[name].get(reading) for name in signature(find).parameters})


def folder(reading: ParsedCourse) -> Path:
    """Return the folder of the content files."""
    return reading.folder


def drawings_folder(reading: ParsedCourse) -> Path:
    """Return the folder of the course's drawings."""
    return drawings_of(reading.folder)


def files(reading: ParsedCourse) -> dict[str, YamlFile]:
    """Return every file as it is written, by its stem; one that is no YAML is empty."""
    return reading.files


def records(reading: ParsedCourse) -> Mapping[str, Any]:
    """Return the records of all interactions, by the stem of their file."""
    return reading.records


def agenda(reading: ParsedCourse) -> list[AgendaItem]:
    """Return the sections and the entries of their interactions, in order."""
    return agenda_of(reading.values["sections"], reading.records)


def review_states(reading: ParsedCourse) -> list[reviews.ReviewState]:
    """Return the state of every record that a reviewer signs."""
    files = {stem: reading.values[stem] for stem in REVIEWED_FILES} | reading.records
    return reviews.review_states(files, reading.values["reviews"])


def readable_parts(reading: ParsedCourse) -> list[ContentPart]:
    """Return every record and text of the valid files, for rules that check each by itself."""
    return reading.parts


def student_parts(reading: ParsedCourse) -> list[ContentPart]:
    """Return every record and text that students may read."""
    return [part for part in reading.parts if part.stem not in TRAINER_FILES]


def all_parts(reading: ParsedCourse) -> list[ContentPart]:
    """Return every record and text of the whole course."""
    return reading.parts


def _no_file(_reading: ParsedCourse) -> Stems:
    return Stems()


def _all_files(reading: ParsedCourse) -> Stems:
    return Stems(reading.files)


def _student_files(reading: ParsedCourse) -> Stems:
    return _all_files(reading) - set(TRAINER_FILES)


def _record_files(reading: ParsedCourse) -> Stems:
    return Stems(["sections", *reading.kinds])


def _reviewed_files(reading: ParsedCourse) -> Stems:
    return _record_files(reading) | {*REVIEWED_FILES, "reviews"}


def _file(stem: str) -> Input:
    return Input(lambda _reading: Stems([stem]), lambda reading: reading.values[stem], TYPES[stem])


def _input(function: Callable[[ParsedCourse], Any], needs: Callable[[ParsedCourse], Stems] = _no_file) -> Input:
    return Input(needs, function, get_type_hints(function, include_extras=True)["return"])


TYPES = get_type_hints(Content, include_extras=True)
INPUTS = {
    **{stem: _file(stem) for stem in FILES},
    "folder": _input(folder),
    "drawings_folder": _input(drawings_folder),
    "files": _input(files),
    "records": _input(records, _record_files),
    "agenda": _input(agenda, _record_files),
    "review_states": _input(review_states, _reviewed_files),
    "readable_parts": _input(readable_parts),
    "student_parts": _input(student_parts, _student_files),
    "all_parts": _input(all_parts, _all_files),
}
