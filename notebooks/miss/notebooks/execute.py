"""Execute a notebook's cells in this process, which is much faster than starting a kernel."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import nbformat
from IPython.utils.capture import capture_output

from ..course import LANGUAGE_VARIABLE
from ..errors import CourseError
from ..files.writable import temporary_folder
from ..internals.ipython import CellShell, close_widgets, start_shell
from .read import is_check, read_notebook
from .time_limit import time_limit

CELL_TIMEOUT_S = 60.0  # the course's own cells take less than one second


class CellError(CourseError):
    """A cell failed or timed out; the message names the notebook, the cell and the reason."""


def execute_notebook(file: Path, language: str, *, checks: bool = True) -> nbformat.NotebookNode:
    """Read a notebook and execute its cells; the file is not changed.

    Args:
        file: the notebook's path.
        language: the language of the course.
        checks: whether to execute the cells tagged ``check``, too; a page does not show them.

    Raises:
        CellError: a cell failed.
        BrokenNotebook: it is not a valid notebook.
        UnreadableNotebook: the file cannot be read.
    """
    return execute_cells(read_notebook(file), file, language, checks=checks)


def execute_cells(
    notebook: nbformat.NotebookNode, file: Path, language: str, *, checks: bool = True
) -> nbformat.NotebookNode:
    """Execute the cells of a notebook, and set their outputs in place.

    Args:
        notebook: the notebook.
        file: its path; the cells run in its folder, as in a kernel.
        language: the language of the course.
        checks: whether to execute the cells tagged ``check``, too.

    Raises:
        CellError: a cell failed.
    """
    cells = [cell for cell in notebook.cells if cell.cell_type == "code" and (checks or not is_check(cell))]
    with _kernel_environment(file.parent, language):
        shell = _shell()
        shell.reset()
        try:
            for number, cell in enumerate(cells, 1):
                name = cell.get("id", number)  # notebooks before format 4.5 have no ids
                cell.outputs = _outputs(shell, cell.source, number, f"{file.name}, cell '{name}'")
                cell.execution_count = number
        finally:
            close_widgets(shell.user_ns.values())
    return notebook


@contextmanager
def _kernel_environment(folder: Path, language: str) -> Iterator[None]:
    """Change to the notebook's folder and set the language; restore both, also after changes by cells."""
    environment, working_directory = dict(os.environ), _working_directory()
    os.environ[LANGUAGE_VARIABLE] = language
    os.chdir(folder)
    try:
        yield
    finally:
        for name in os.environ.keys() - environment.keys():
            del os.environ[name]
        os.environ.update(environment)
        os.chdir(working_directory or folder)


def _working_directory() -> str | None:
    """Return the working directory of this process; None if it has been deleted."""
    try:
        return os.getcwd()  # noqa: PTH109 - the counterpart of os.chdir
    except FileNotFoundError:
        return None


def _outputs(shell: CellShell, source: str, number: int, name: str) -> list[Any]:
    shown = shell.displayhook.results
    shown.clear()
    error: BaseException | None
    try:
        with capture_output() as captured, time_limit(CELL_TIMEOUT_S):
            result = shell.run_cell(source)
        error = result.error_before_exec or result.error_in_exec
    except TimeoutError as timeout:  # raised after the cell had caught the first one
        error = timeout
    if error:
        if isinstance(error, KeyboardInterrupt):
            raise error  # Ctrl+C interrupts the command, not only the cell
        raise CellError(f"{name}: {str(error) or type(error).__name__}") from error
    new_output = nbformat.v4.new_output
    printed = [new_output("stream", name="stdout", text=captured.stdout)] if captured.stdout else []
    displayed = [new_output("display_data", data=output.data) for output in captured.outputs]
    results = [new_output("execute_result", data=data, execution_count=number) for data in shown]
    return [*printed, *displayed, *results]


@cache
def _shell() -> CellShell:
    return start_shell(temporary_folder() / "ipython")
