"""The stored notebooks of a course: each is whole, shows all it has to show, and holds what the words make today."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path

import nbformat

from ..checks.run import Report
from ..course import Course
from ..errors import ContentError, Level, Problem
from .create import Cells, compose
from .execute import CellError
from .read import BrokenNotebook, UnreadableNotebook, line_at, notebooks, read_notebook
from .repair import NOT_NAMED
from .sync import text_today

WHOLE = ("notebook-whole", "Nothing can be shown of what cannot be read or run.")
FILLED = ("notebook-filled", "Whoever opens the notebook, or a page that is made of it, finds nothing there.")
FRESH = ("notebook-fresh", "Readers get the old words until the new ones are stored.")
STORE = "run `miss notebooks`"


def with_notebooks(report: Report, course: Course) -> Report:
    """Add to a report what is wrong with the notebooks of its course."""
    files, composed = notebooks(course.notebooks_folder), _composed(course)
    found = [problem for file in files for problem in _problems(file, course, composed)]
    return replace(report, problems=[*report.problems, *found], read=report.read + len(files))


def _composed(course: Course) -> dict[str, Cells] | None:
    """Make the pages that the words name; where they cannot be read, the report says so already."""
    try:
        return compose(course.content)
    except ContentError:
        return None


def _problems(file: Path, course: Course, composed: dict[str, Cells] | None) -> Iterator[Problem]:
    try:
        read = read_notebook(file)
        if composed and course.language == course.own_language:
            yield from _differences(file, read, course)
    except BrokenNotebook as broken:
        named = not composed or file.stem in composed
        told = broken if named else BrokenNotebook(file, broken.damage, NOT_NAMED)
        yield _problem(file, told.damage.line, told.what, WHOLE)
    except (UnreadableNotebook, CellError) as error:
        yield _problem(file, 1, str(error).rstrip("."), WHOLE)


def _differences(file: Path, read: nbformat.NotebookNode, course: Course) -> Iterator[Problem]:
    empty = [cell for cell in read.cells if cell.cell_type == "code" and not cell.outputs]
    stored, today = file.read_text(encoding="utf-8"), text_today(read, file, course.language)
    if blank := [cell for cell in empty if cell.outputs]:
        names = ", ".join(f"'{cell.get('id', cell.execution_count)}'" for cell in blank)
        line = line_at(stored, max(0, stored.find(f'"id": "{blank[0].get("id")}"')))
        yield _problem(file, line, f"missing stored output of the cells {names}; {STORE}", FILLED)
    elif stored != today:
        line = _first_difference(stored, today)
        yield _problem(file, line, f"stored output is out of date; {STORE}", FRESH, "warning")


def _first_difference(stored: str, today: str) -> int:
    pairs = enumerate(zip_longest(stored.splitlines(), today.splitlines()), 1)
    return next((line for line, (one, other) in pairs if one != other), 1)


def _problem(file: Path, line: int, what: str, rule: tuple[str, str], level: Level = "error") -> Problem:
    name, why = rule
    return Problem(file, line, what, why, name, level)
