"""Read a YAML file, with the line of each part.

Vocabulary: a *path* names a part by keys and indexes: ``(2, "options", 0, "text")``.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from ..errors import ContentError, Problem, brief
from .yaml_tree import EMPTY, Location, Tree

MAX_BYTES = 4_000_000  # a whole course has a twentieth of it


@dataclass(frozen=True)
class YamlFile:
    """A file's data, and the line (counted from 1) of every part of it."""

    file: Path
    data: Any
    lines: dict[Location, int] = field(default_factory=dict)

    def line_of(self, path: Location) -> int:
        """Return the line of a part, or of the nearest part that contains it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def problem(self, path: Location, what: str, **more: Any) -> Problem:
        """Return a problem of a part of this file; ``more`` are further fields of ``Problem``."""
        return Problem(self.file, self.line_of(path), what, **more)


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
        raise ContentError([Problem(file, line, what)]) from error
    if data is EMPTY and default is REQUIRED:
        what = "expected records, found an empty file; restore it, or copy it from the course"
        raise ContentError([Problem(file, 1, what)])
    return YamlFile(file, default) if data is EMPTY else YamlFile(file, data, tree.lines)


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
        raise ContentError([Problem(file, line, what)]) from None


def _syntax_problem(file: Path, error: yaml.MarkedYAMLError, text: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 1
    around = "\n".join(text.splitlines()[max(0, line - 2) : line])
    if "\t" in around:
        return Problem(file, line, "expected spaces, found a tab; indent each level by two spaces")
    found = brief(error.problem or "it cannot be read")
    return Problem(file, line, f"invalid YAML: {found}; check quotes, colons and the spaces at the start of the line")
