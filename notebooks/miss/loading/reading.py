"""Read a course from its folder, file by file; an invalid file does not hide the others."""

from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from ..errors import ContentError, Problem
from ..schema.content import ALL_FILES, OPTIONAL, Content
from .messages import error_message
from .walk import ContentPart, walk
from .yaml_file import REQUIRED, YamlFile, read_yaml
from .yaml_tree import Location


@dataclass(frozen=True)
class ParsedFile:
    """One file of a course: its lines, and its value or its problems."""

    file: YamlFile
    value: Any = None
    problems: list[Problem] = field(default_factory=list)


class ParsedCourse:
    """A course as far as it can be read: ``values`` has the records of its valid files, by stem."""

    def __init__(self, folder: Path, files: dict[str, ParsedFile]) -> None:
        self.folder = folder
        self.files = {stem: read.file for stem, read in files.items()}
        self.problems = [problem for read in files.values() for problem in read.problems]
        self.values = {stem: read.value for stem, read in files.items() if not read.problems}

    @cached_property
    def parts(self) -> list[ContentPart]:
        """Every record and every text of the valid files."""
        return [ContentPart(stem, path, part) for stem, value in self.values.items() for path, part in walk(value)]

    def content(self) -> Content:
        """Return the whole course.

        Raises:
            ContentError: a file is invalid.
        """
        if self.problems:
            raise ContentError(self.problems)
        return Content(folder=self.folder, **self.values)


def read_course(folder: Path) -> ParsedCourse:
    """Read every file of a course; their problems are in the result, not raised."""
    return ParsedCourse(folder, {stem: read_file(folder, stem) for stem in ALL_FILES})


def read_file(folder: Path, stem: str) -> ParsedFile:
    """Read and validate one file of a course by itself."""
    file, default = folder / f"{stem}.yaml", OPTIONAL.get(stem, REQUIRED)
    try:
        read = read_yaml(file, default=default)
    except ContentError as error:
        return ParsedFile(YamlFile(file, None), problems=error.problems)
    if read.data is None is default:  # an optional single record that this course does not have
        return ParsedFile(read)
    try:
        return ParsedFile(read, _validator(stem).validate_python(read.data))
    except ValidationError as error:
        errors = error.errors(include_url=False)
        problems = [read.problem(_location(read, e["loc"]), error_message(e, ALL_FILES[stem])) for e in errors]
        return ParsedFile(read, problems=problems)


@cache
def _validator(stem: str) -> TypeAdapter[Any]:
    return TypeAdapter(ALL_FILES[stem])


def _location(file: YamlFile, location: Location) -> Location:
    """Drop the parts of pydantic's location that are not in the file: the tags of a union."""
    result: Location = ()
    for part in location:
        if (*result, part) in file.lines:
            result = (*result, part)
    return result
