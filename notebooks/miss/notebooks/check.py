"""Check the stored notebooks of a course: each is valid, has all its outputs, and matches the current content."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest
from pathlib import Path

import nbformat

from ..checks.run import Report
from ..course import Course
from ..errors import ContentError, Level, Problem
from ..invocation import command
from .create import Cells, compose
from .execute import CellError
from .read import BrokenNotebook, UnreadableNotebook, line_at, list_notebooks, read_notebook
from .repair import UNKNOWN_PAGE
from .sync import regenerated_text
from .widget_cells import show_code

# A rule's name, and why it matters.
VALID = ("notebook-whole", "Nothing can be shown of what cannot be read or run.")
FILLED = ("notebook-filled", "The notebook, and a page that is made of it, would be empty there.")
FRESH = ("notebook-fresh", "Readers get the old content until the new one is stored.")
SHOWN = ("interaction-shown", "Readers would not find what there is to do there.")


def add_notebook_problems(report: Report, course: Course) -> Report:
    """Return the report with the problems of the course's notebooks added."""
    files, composed = list_notebooks(course.notebooks_folder), _composed(course)
    problems = [problem for file in files for problem in _problems(file, course, composed)]
    return replace(report, problems=[*report.problems, *problems], read=report.read + len(files))


def _composed(course: Course) -> dict[str, Cells] | None:
    """Return the cells of the course's pages; None if the content is invalid, which the report says already."""
    try:
        return compose(course.content)
    except ContentError:
        return None


def _problems(file: Path, course: Course, composed: dict[str, Cells] | None) -> Iterator[Problem]:
    try:
        notebook = read_notebook(file)
        if composed and course.language == course.own_language:
            yield from _differences(file, notebook, course, composed.get(file.stem))
            yield from _unshown(file, notebook, course)
    except BrokenNotebook as broken:
        is_page = not composed or file.stem in composed
        error = broken if is_page else BrokenNotebook(file, broken.defect, UNKNOWN_PAGE)
        yield _problem(file, error.defect.line, error.what, VALID)
    except (UnreadableNotebook, CellError) as error:
        yield _problem(file, 1, str(error).rstrip("."), VALID)


def _differences(
    file: Path, notebook: nbformat.NotebookNode, course: Course, composed: Cells | None
) -> Iterator[Problem]:
    empty = [cell for cell in notebook.cells if cell.cell_type == "code" and not cell.outputs]
    stored = file.read_text(encoding="utf-8")
    current = regenerated_text(notebook, file, course.language, composed)
    if missing := [cell for cell in empty if cell.outputs]:  # they have outputs now that they were executed
        names = ", ".join(f"'{cell.get('id', cell.execution_count)}'" for cell in missing)
        line = line_at(stored, max(0, stored.find(f'"id": "{missing[0].get("id")}"')))
        yield _problem(file, line, f"missing stored output of the cells {names}; {_store()}", FILLED)
    elif stored != current:
        line = _first_difference(stored, current)
        yield _problem(file, line, f"stored output is out of date; {_store()}", FRESH, "warning")


def _store() -> str:
    return f"run `{command('notebooks')}`"


def _unshown(file: Path, notebook: nbformat.NotebookNode, course: Course) -> Iterator[Problem]:
    """Yield the interactions of a page that none of its cells shows; the cells have been executed."""
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    html = "".join(output.get("data", {}).get("text/html", "") for output in outputs)
    for placed in course.content.placed:
        if placed.section.notebook == file.stem and f'data-key="{placed.key}"' not in html:
            what = f"no cell shows the interaction '{placed.key}'; add one with {show_code(placed).splitlines()[0]}"
            yield _problem(file, 1, what, SHOWN, "warning")


def _first_difference(stored: str, current: str) -> int:
    pairs = enumerate(zip_longest(stored.splitlines(), current.splitlines()), 1)
    return next((line for line, (old, new) in pairs if old != new), 1)


def _problem(file: Path, line: int, what: str, rule: tuple[str, str], level: Level = "error") -> Problem:
    name, why = rule
    return Problem(file, line, what, why, name, level)
