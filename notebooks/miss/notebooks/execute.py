"""Run a notebook's cells in this process: as a kernel would, in a fraction of the time that starting one takes."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import nbformat
from IPython.utils.capture import capture_output

from ..course import LANGUAGE
from ..errors import CourseError
from ..files.scratch import scratch
from ..internals.ipython import CellShell, close_widgets, start_shell
from .read import is_check, read_notebook
from .time_limit import at_most

A_CELL = 60.0  # seconds that one may take; the course's own take less than one


class CellError(CourseError):
    """A cell of a notebook failed or did not end; the message names the notebook and the cell, and says why."""


def run(notebook: Path, language: str, *, checks: bool = True) -> nbformat.NotebookNode:
    """Read a notebook and give it the outputs that its cells have now; the file stays as it is.

    Args:
        notebook: the file.
        language: that of the course, as a kernel is told it.
        checks: whether the cells tagged ``check`` are run too; a page does not show them.

    Raises:
        CellError: a cell failed.
        BrokenNotebook: it is no notebook.
        UnreadableNotebook: the file cannot be read.
    """
    return run_cells(read_notebook(notebook), notebook, language, checks=checks)


def run_cells(read: nbformat.NotebookNode, file: Path, language: str, *, checks: bool = True) -> nbformat.NotebookNode:
    """Give a notebook that has been read the outputs that its cells have now.

    Args:
        read: the notebook.
        file: where it stands: its cells run there, as in a kernel.
        language: that of the course, as a kernel is told it.
        checks: whether the cells tagged ``check`` are run too.

    Raises:
        CellError: a cell failed.
    """
    cells = [cell for cell in read.cells if cell.cell_type == "code" and (checks or not is_check(cell))]
    with _as_in_a_kernel(file.parent, language):
        shell = _shell()
        shell.reset()
        try:
            for number, cell in enumerate(cells, 1):
                name = cell.get("id", number)  # notebooks of an older format have no ids
                cell.outputs = _outputs(shell, cell.source, number, f"{file.name}, cell '{name}'")
                cell.execution_count = number
        finally:
            close_widgets(shell.user_ns.values())
    return read


@contextmanager
def _as_in_a_kernel(folder: Path, language: str) -> Iterator[None]:
    """Run in the notebook's folder, with the language in the environment; both are restored, whatever a cell does."""
    environment, working_folder = dict(os.environ), _working_folder()
    os.environ[LANGUAGE] = language
    os.chdir(folder)
    try:
        yield
    finally:
        for name in os.environ.keys() - environment.keys():
            del os.environ[name]
        os.environ.update(environment)
        os.chdir(working_folder or folder)


def _working_folder() -> str | None:
    """Find the folder that this process works in; None if it has been deleted."""
    try:
        return os.getcwd()  # noqa: PTH109 - as os.chdir takes it
    except FileNotFoundError:
        return None


def _outputs(shell: CellShell, source: str, number: int, name: str) -> list[Any]:
    shown = shell.displayhook.shown
    shown.clear()
    error: BaseException | None
    try:
        with capture_output() as caught, at_most(A_CELL):
            ran = shell.run_cell(source)
        error = ran.error_before_exec or ran.error_in_exec
    except TimeoutError as late:  # the cell had caught the first one
        error = late
    if error:
        if isinstance(error, KeyboardInterrupt):
            raise error  # whoever typed Ctrl+C means the command, not the cell
        raise CellError(f"{name}: {str(error) or type(error).__name__}") from error
    new = nbformat.v4.new_output
    printed = [new("stream", name="stdout", text=caught.stdout)] if caught.stdout else []
    displayed = [new("display_data", data=output.data) for output in caught.outputs]
    results = [new("execute_result", data=data, execution_count=number) for data in shown]
    return [*printed, *displayed, *results]


@cache
def _shell() -> CellShell:
    return start_shell(scratch() / "ipython")
