"""Read a course from its folder, file by file; an invalid file does not hide the others."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from ..errors import ContentError, Problem
from ..schema.content import FILES, OPTIONAL, Content
from ..schema.interaction import Interaction, interactions_by_file
from ..schema.interface import interface_type
from ..schema.placed import placed_in
from ..schema.records import CourseRecord, Section
from ..schema.signs import Sign
from .counts import fill_counts
from .invalid import invalid_problems
from .placements import placement_problems
from .raw_files import RawFiles
from .walk import ContentPart, walk
from .yaml_file import REQUIRED, YamlFile
from .yaml_tree import Location


@dataclass(frozen=True)
class ParsedFile:
    """One file of a course: its lines, and its value or its problems."""

    file: YamlFile
    value: Any = None
    problems: list[Problem] = field(default_factory=list)


class ParsedCourse:
    """A course as far as it can be read.

    ``values`` has the records of its valid files, by stem; ``kinds`` the kind of interaction of each file that has
    records of one.
    """

    def __init__(self, folder: Path, files: dict[str, ParsedFile], kinds: dict[str, Interaction]) -> None:
        self.folder = folder
        self.kinds = kinds
        self.files = {stem: read.file for stem, read in files.items()}
        self.problems = [problem for read in files.values() for problem in read.problems]
        self.values = {stem: read.value for stem, read in files.items() if not read.problems}

    @cached_property
    def parts(self) -> list[ContentPart]:
        """Every record and every text, where it is written in the valid files."""
        return [part for stem, value in self.values.items() for part in _written(stem, value)]

    @property
    def records(self) -> dict[str, Any]:
        """The records of interactions in the valid files, by stem."""
        return {stem: value for stem, value in self.values.items() if stem in self.kinds}

    def content(self) -> Content:
        """Return the whole course.

        Raises:
            ContentError: a file is invalid.
        """
        if self.problems:
            raise ContentError(self.problems)
        return Content(folder=self.folder, records=self.records, **{stem: self.values[stem] for stem in FILES})


def read_course(folder: Path) -> ParsedCourse:
    """Read every file of a course; their problems are in the result, not raised."""
    raw = RawFiles(folder)
    files = {stem: read_file(raw, stem, FILES[stem]()) for stem in ("course", "signs")}
    signs = files["signs"].value
    files["sections"] = read_sections(raw, signs)
    files["interface"] = read_interface(raw, files["course"].value)
    files |= {stem: read_file(raw, stem, type_of()) for stem, type_of in FILES.items() if stem not in files}
    kinds = record_files(folder, files["sections"].value)
    files |= {stem: read_file(raw, stem, each.model(), signs) for stem, each in kinds.items() if each.model}
    return ParsedCourse(folder, files, kinds)


def read_sections(folder: Path | RawFiles, signs: list[Sign] | None = None) -> ParsedFile:
    """Read the sections, and check where they place interactions."""
    read = read_file(folder, "sections", FILES["sections"](), signs)
    problems = read.problems or placement_problems(read.file, read.value)
    return ParsedFile(read.file, None if problems else read.value, problems)


def read_interface(folder: Path | RawFiles, course: CourseRecord | None) -> ParsedFile:
    """Read the words of the interface, in the language of the course; no word is missing while that is not known."""
    return read_file(folder, "interface", interface_type(course.language if course else None))


def record_files(folder: Path, sections: list[Section] | None) -> dict[str, Interaction]:
    """Return the files that hold records of interactions, by stem: those that the sections name.

    While the sections cannot be read, these are the files that the kinds declare, as far as they exist.
    """
    if sections is None:
        return {stem: each for stem, each in interactions_by_file().items() if (folder / f"{stem}.yaml").exists()}
    placed = {each.stem: each.interaction for each in placed_in(sections) if each.interaction.file}
    return {stem: each for stem, each in placed.items() if stem not in FILES}


def read_file(folder: Path | RawFiles, stem: str, model: Any, signs: list[Sign] | None = None) -> ParsedFile:
    """Read and validate one file of a course; ``signs`` are those that it may name, None while they are not known."""
    raw = RawFiles(folder) if isinstance(folder, Path) else folder
    try:
        read = raw.read(stem)
        fill_counts(read, raw)
    except ContentError as error:
        return ParsedFile(YamlFile(raw.folder / f"{stem}.yaml", None), problems=error.problems)
    if read.data is None is OPTIONAL.get(stem, REQUIRED):  # an optional single record that this course does not have
        return ParsedFile(read)
    try:
        return ParsedFile(read, _validator(model).validate_python(read.data, context={"signs": _by_id(signs)}))
    except ValidationError as error:
        return ParsedFile(read, problems=invalid_problems(read, error.errors(include_url=False), model))


def _by_id(signs: list[Sign] | None) -> dict[str, Sign] | None:
    return None if signs is None else {sign.id: sign for sign in signs}


def _written(stem: str, value: Any) -> Iterator[ContentPart]:
    """Yield what a file holds, without the signs that it only names."""
    named: Location | None = None
    for path, part in walk(value):
        if isinstance(part, Sign) and stem != "signs":
            named = path
        if named is None or path[: len(named)] != named:
            yield ContentPart(stem, path, part)


@cache
def _validator(model: Any) -> TypeAdapter[Any]:
    return TypeAdapter(model)
