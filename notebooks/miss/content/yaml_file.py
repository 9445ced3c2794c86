"""Read a YAML file and remember on which line each part of it stands.

Vocabulary: a *path* is the way to a part, as keys and indexes: ``(2, "options", 0, "text")``.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from .problem import ContentError, Problem

Location = tuple[str | int, ...]


@dataclass(frozen=True)
class YamlFile:
    """A file's data, and the line (counted from 1) of every part of it."""

    file: Path
    data: Any
    lines: dict[Location, int] = field(default_factory=dict)

    def line_of(self, path: Location) -> int:
        """Find the line of a part, or of the nearest part around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def problem(self, path: Location, what: str) -> Problem:
        """Say what is wrong with a part of this file."""
        return Problem(self.file, self.line_of(path), what)


def read_yaml(file: Path, *, may_be_empty: bool = False) -> YamlFile:
    """Read one file.

    Args:
        file: what to read.
        may_be_empty: read a file that is missing or holds nothing as an empty list.

    Raises:
        ContentError: the file is missing, empty, not UTF-8, not YAML, or has a key twice.
    """
    if may_be_empty and not file.exists():
        return YamlFile(file, [])
    text = _text_of(file)
    try:
        node = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.MarkedYAMLError as error:
        raise ContentError([_syntax_problem(file, error, text)]) from error
    except yaml.YAMLError as error:
        raise ContentError([Problem(file, 1, f"this is not YAML: {error}")]) from error
    if node is None and may_be_empty:
        return YamlFile(file, [])
    if node is None:
        raise ContentError([Problem(file, 1, "the file is empty; it should hold the records its name promises")])
    read = YamlFile(file, _construct(node))
    _note_lines(read, node, ())
    return read


def _text_of(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ContentError([Problem(file, 1, "the file is missing; restore it, or copy it from the course")]) from None
    except UnicodeDecodeError as error:
        line = file.read_bytes()[: error.start].count(b"\n") + 1
        what = "a character here is not UTF-8; save the file again with the encoding UTF-8"
        raise ContentError([Problem(file, line, what)]) from None
    except OSError as error:
        raise ContentError([Problem(file, 1, f"the file cannot be read: {error.strerror}")]) from None


def _syntax_problem(file: Path, error: yaml.MarkedYAMLError, text: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 1
    lines = text.splitlines()
    around = "\n".join(lines[max(0, line - 2) : line])
    if "\t" in around:
        return Problem(file, line, "there is a tab here; YAML wants spaces, two for each level")
    what = f"this is not YAML: {error.problem}; check quotes, colons and the spaces at the start of the line"
    return Problem(file, line, what)


def _construct(node: yaml.Node) -> Any:
    loader = yaml.SafeLoader("")
    try:
        return loader.construct_document(node)
    finally:
        loader.dispose()


def _note_lines(read: YamlFile, node: yaml.Node, path: Location) -> None:
    read.lines[path] = node.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            _note_lines(read, item, (*path, index))
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                line = key.start_mark.line + 1
                what = f"the key '{key.value}' is here twice in one record; keep one of them"
                raise ContentError([Problem(read.file, line, what)])
            seen.add(key.value)
            _note_lines(read, value, (*path, key.value))
            read.lines[(*path, key.value)] = key.start_mark.line + 1
