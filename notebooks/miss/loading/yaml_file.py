"""Read a YAML file, with the line of each part.

Vocabulary: a *path* names a part by keys and indexes: ``(2, "options", 0, "text")``.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from ..errors import ContentError, Problem, brief, excerpt
from .changed_line import changed_line
from .characters import invisible_in
from .line_slips import space_slip
from .yaml_tree import EMPTY, Location, Tree, lines_of, lines_within_texts, parse

MAX_BYTES = 4_000_000  # a whole course has a twentieth of it


@dataclass(frozen=True)
class YamlFile:
    """A file's data and text, the line (counted from 1) of every part, and the paths of texts that count records."""

    file: Path
    data: Any
    lines: dict[Location, int] = field(default_factory=dict)
    text: str = ""
    counting: list[Location] = field(default_factory=list)

    def line_of(self, path: Location) -> int:
        """Return the line of a part, or of the nearest part that contains it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def path_at(self, line: int) -> Location:
        """Return the path of the first part that begins on a line, or on the nearest line above where one begins."""
        above = ((path, number) for path, number in self.lines.items() if number <= line)
        return max(above, key=lambda part: part[1], default=((), 1))[0]

    def numbered_lines(self) -> list[tuple[int, str]]:
        """Return its lines that are no notes, each with its number."""
        return [(number, line) for number, line in enumerate(lines_of(self.text), 1) if not line.startswith("#")]

    def problem(self, path: Location, what: str, **more: Any) -> Problem:
        """Return a problem of a part of this file; ``more`` are further fields of ``Problem``."""
        return _problem(self.file, self.text, self.line_of(path), what, **more)


REQUIRED = object()  # the default of a file that must exist


def read_yaml(file: Path, *, default: Any = REQUIRED) -> YamlFile:
    """Read one file.

    Args:
        file: the file to read.
        default: the data for a missing or empty file; by default, that is an error.

    Raises:
        ContentError: the file is missing, empty, not UTF-8, not YAML, too large, or has what content files must not
            have: a duplicate key, an alias, a second document, too many levels.
    """
    if default is not REQUIRED and not file.exists():
        return YamlFile(file, default)
    text = read_text(file)
    try:
        tree = Tree(file, text)
        data = tree.data()
    except yaml.MarkedYAMLError as error:
        raise ContentError([_syntax_problem(file, error, text)]) from error
    except yaml.reader.ReaderError as error:
        line = text[: error.position].count("\n") + 1
        what = "invalid character; delete what stands here and type it again"
        raise ContentError([_problem(file, text, line, what)]) from error
    if slips := [*tree.slips, *_pasted(file, text)]:
        raise ContentError(slips)
    if data is EMPTY and default is REQUIRED:
        what = "expected records, found an empty file; restore it, or copy it from the course"
        raise ContentError([Problem(file, 1, what)])
    return YamlFile(file, default) if data is EMPTY else YamlFile(file, data, tree.lines, text, tree.counting)


def read_text(file: Path) -> str:
    """Read a file of a course that people edit.

    Raises:
        ContentError: the file is missing, not UTF-8, or too large.
    """
    try:
        raw = file.read_bytes()
    except FileNotFoundError:
        raise ContentError([Problem(file, 1, "missing file; restore it, or copy it from the course")]) from None
    except OSError as error:
        what = f"the file cannot be read ({error.strerror}); check its name and its permissions"
        raise ContentError([Problem(file, 1, what)]) from None
    if len(raw) > MAX_BYTES:
        what = f"expected at most {MAX_BYTES:,} bytes, found {len(raw):,}; check that this is the right file"
        raise ContentError([Problem(file, 1, what)])
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        what = "expected UTF-8, found another encoding; save the file with the encoding UTF-8"
        raise ContentError([_problem(file, raw.decode("latin-1"), line, what)]) from None


def _problem(file: Path, text: str, line: int, what: str, **more: Any) -> Problem:
    """Return a problem that quotes its line."""
    return Problem(file, line, what, line_text=excerpt(lines_of(text), line, what), **more)


def _pasted(file: Path, text: str) -> list[Problem]:
    """Return where a key, an id or the space before it has a character that looks like a space or like nothing."""
    if invisible_in(text) is None:
        return []
    within = lines_within_texts(text)
    lines = [(number, line) for number, line in enumerate(lines_of(text), 1) if number not in within]
    found = [(number, space_slip(line)) for number, line in lines if not line.startswith("#")]
    return [_problem(file, text, number, what) for number, what in found if what]


def _syntax_problem(file: Path, error: yaml.MarkedYAMLError, text: str) -> Problem:
    """Return what is wrong in a file that YAML cannot read, at the line that was changed rather than where it shows."""
    mark = error.problem_mark or error.context_mark
    stopped = mark.line + 1 if mark else 1
    if found := changed_line(lines_of(text), stopped, parse(text)):
        return _problem(file, text, *found)
    cause = brief(error.problem or "it cannot be read")
    what = f"invalid YAML: {cause}; check quotes, colons and the spaces at the start of this line and the one above"
    return _problem(file, text, stopped, what)
