"""Read a notebook, or say in a sentence what is wrong with the file and how to repair it."""

import json
import re
from pathlib import Path
from typing import NamedTuple

import nbformat

from ..errors import CourseError, brief, short_name
from ..invocation import command

CONFLICT_MARKER = re.compile(r"^(<{7} |={7}$|>{7} )", re.MULTILINE)
REBUILD = "rebuilds a page of the course from the content, and keeps the broken file as a backup."
GIT = "With git, `git checkout -- {name}` restores the version that was last committed"


class Defect(NamedTuple):
    """What is wrong with a notebook's text, and on which line (counted from 1)."""

    reason: str
    line: int = 1


class UnreadableNotebook(CourseError):
    """The file exists but could not be read; it may well be valid."""


class BrokenNotebook(CourseError):
    """The file is not a valid notebook; ``defect`` says why."""

    def __init__(self, file: Path, defect: Defect, cure: str = "") -> None:
        name, cure = short_name(file), cure or f"`{command('notebooks')}` {REBUILD}"
        self.file, self.defect = file, defect
        self.what = f"{defect.reason}. {cure} {GIT.format(name=name)}"
        super().__init__(f"{name}:{defect.line}: {self.what}.")

    def repaired_message(self, recovered: int, backup: Path) -> str:
        """Say what was wrong, what the notebook was rebuilt from, and where the broken file is kept."""
        name = short_name(self.file)
        cells = f" and the {recovered} cells that could be read" if recovered else ""
        return (
            f"{name}:{self.defect.line}: {self.defect.reason}. It was rebuilt from the content{cells}; the broken file "
            f"is kept as {backup.name}, for anything else that you wrote in it."
        )


def list_notebooks(folder: Path) -> list[Path]:
    """List the notebooks of a course, the home page first; hidden files belong to other programs."""
    return sorted(folder.glob("[!.]*.ipynb"), key=lambda file: (file.stem != "index", file.stem))


def is_check(cell: nbformat.NotebookNode) -> bool:
    """Return whether a cell is tagged ``check``: it drives a widget from Python, and is not shown on a page."""
    return "check" in cell.metadata.get("tags", [])


def is_about(cell: nbformat.NotebookNode) -> bool:
    """Return whether a cell is tagged ``about``: it says in JupyterLab what the notebook is."""
    return "about" in cell.metadata.get("tags", [])


def is_on_page(cell: nbformat.NotebookNode) -> bool:
    """Return whether a page shows what a cell outputs."""
    return not is_check(cell) and not is_about(cell)


def read_notebook(file: Path) -> nbformat.NotebookNode:
    """Read a notebook, as format 4.

    Raises:
        BrokenNotebook: it is empty, truncated, has merge conflicts, or is not a notebook.
        UnreadableNotebook: the operating system refused to read it.
    """
    try:
        text = file.read_bytes().decode()
    except IsADirectoryError:
        raise BrokenNotebook(file, Defect("expected a notebook, found a folder")) from None
    except UnicodeDecodeError as error:
        raise BrokenNotebook(file, Defect(f"this is not text in UTF-8 ({error.reason})")) from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UnreadableNotebook(f"{short_name(file)} cannot be read: {reason}. Check its permissions.") from error
    return _parse(file, text)


def _parse(file: Path, text: str) -> nbformat.NotebookNode:
    if defect := find_defect(text):
        raise BrokenNotebook(file, defect)
    invalid: dict[str, Exception] = {}
    try:
        notebook = nbformat.reads(text, as_version=4, capture_validation_error=invalid)
    except (nbformat.NBFormatError, nbformat.ValidationError) as error:
        raise BrokenNotebook(file, Defect(f"this is not a notebook: {_first_line(error)}")) from error
    except Exception as error:  # nbformat raises many types when it converts a file of an unexpected structure
        raise BrokenNotebook(file, Defect("this is JSON, but not a notebook")) from error
    if invalid:
        raise BrokenNotebook(file, Defect(f"invalid notebook: {_first_line(invalid['ValidationError'])}"))
    return notebook


def find_defect(text: str) -> Defect | None:
    """Return why a text is not valid JSON; None if it is."""
    if not text.strip():
        return Defect("the file is empty")
    if conflict := CONFLICT_MARKER.search(text):
        return Defect(f"unresolved merge conflict ({conflict[1].strip()})", line_at(text, conflict.start()))
    try:
        json.loads(text)
    except RecursionError:
        return Defect("this is not a notebook: it is nested too deeply")
    except json.JSONDecodeError as error:
        if error.msg.startswith("Unterminated string") or not text[error.pos :].strip():
            return Defect("the file is truncated", line_at(text, len(text)))
        return Defect(f"invalid JSON: {error.msg.lower()}", error.lineno)
    return None


def line_at(text: str, position: int) -> int:
    """Return the line (counted from 1) of a position in a text."""
    return text.count("\n", 0, position) + 1


def _first_line(error: Exception) -> str:
    return brief(str(getattr(error, "message", error)).strip().split("\n")[0].rstrip("."), max_length=120)
