"""Store the outputs of each notebook in its file, without what changes from run to run."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import nbformat

from ..course import Course
from ..files.write import locked_folder, write_atomically
from ..render.output import from_output
from .create import Cells, compose, refresh_about
from .execute import CellError, execute_cells
from .read import BrokenNotebook, is_on_page, list_notebooks, read_notebook
from .repair import back_up, backup_path, repair

VOLATILE_MIME_TYPE = "application/vnd.jupyter.widget-view+json"
# The language for other tools; without the version of Python, which would change from machine to machine.
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {
        "codemirror_mode": {"name": "ipython", "version": 3},
        "file_extension": ".py",
        "mimetype": "text/x-python",
        "name": "python",
        "nbconvert_exporter": "python",
        "pygments_lexer": "ipython3",
    },
}
SUBSLIDE_STARTS = ('<div class="island"', '<section class="page-')  # widgets, and reference parts of a page


class NotebookUpdate(NamedTuple):
    """A notebook to write: its new text, the message for it, and the backup path of a broken one."""

    file: Path
    text: str
    message: str
    backup: Path | None = None

    def write(self) -> None:
        """Write the notebook; a broken one is backed up first.

        Raises:
            WriteError: it could not be written and is unchanged.
        """
        if self.backup:
            back_up(self.file, self.backup)
        write_atomically(self.file, self.text)


def regenerate(course: Course, refresh: bool = True) -> Iterator[str]:
    """Create missing notebooks, repair broken ones, and store current outputs; yield a message for each one written.

    Args:
        course: the course; its notebooks folder is created if it is missing.
        refresh: whether valid notebooks are executed and updated, too.

    Raises:
        ContentError: the content cannot be read. Then, as with the next two, no notebook is written.
        CourseError: a notebook cannot be read or executed; the message names it and how to repair it.
        CommandError: another process is writing.
        WriteError: a notebook could not be written and is unchanged.
    """
    composed = compose(course.content)
    with locked_folder(course.notebooks_folder):
        for update in outdated(course, composed, refresh):
            update.write()
            yield update.message


def outdated(course: Course, composed: dict[str, Cells], refresh: bool = True) -> list[NotebookUpdate]:
    """List the notebooks that are missing, broken, or differ from what their cells output now; nothing is written.

    Args:
        course: the course.
        composed: the cells of its pages, by the notebooks' names.
        refresh: whether valid notebooks are executed and compared, too.

    Raises:
        CellError: a cell failed.
        BrokenNotebook: a broken one is not a page of the course.
        UnreadableNotebook: a file cannot be read.
    """
    folder = course.notebooks_folder
    files = dict.fromkeys([*list_notebooks(folder), *(folder / f"{name}.ipynb" for name in composed)])
    updates = (_update(course.language, file, composed.get(file.stem), refresh) for file in files)
    return [update for update in updates if update]


def _update(language: str, file: Path, composed: Cells | None, refresh: bool) -> NotebookUpdate | None:
    if composed and not file.exists():
        return NotebookUpdate(file, _new_text(composed, file, language, composed), f"Created {file.name}")
    try:
        notebook = read_notebook(file)
    except BrokenNotebook as broken:
        return _repair(language, broken, composed)
    if not refresh or (text := regenerated_text(notebook, file, language, composed)) == file.read_text(
        encoding="utf-8"
    ):
        return None
    return NotebookUpdate(file, text, f"Stored {file.name}")


def _repair(language: str, broken: BrokenNotebook, composed: Cells | None) -> NotebookUpdate:
    cells, recovered = repair(broken, composed)
    backup, file = backup_path(broken.file), broken.file
    try:
        text = _new_text(cells, file, language, composed)
    except CellError:  # a recovered cell needs one that is lost
        cells, recovered = repair(broken, composed, recover=False)
        text = _new_text(cells, file, language, composed)
    return NotebookUpdate(file, text, broken.repaired_message(recovered, backup), backup)


def _new_text(cells: Cells, file: Path, language: str, composed: Cells | None) -> str:
    return regenerated_text(nbformat.v4.new_notebook(cells=cells), file, language, composed)


def regenerated_text(notebook: nbformat.NotebookNode, file: Path, language: str, composed: Cells | None = None) -> str:
    """Execute a notebook and return the text to store in its file; nothing is written.

    Args:
        notebook: the notebook.
        file: its path.
        language: the language of the course.
        composed: the cells that the content makes of this page, if it is one.

    Raises:
        CellError: a cell failed.
    """
    refresh_about(notebook, composed or [])
    executed = execute_cells(notebook, file, language)
    normalize(executed)
    return nbformat.writes(executed) + "\n"


def normalize(notebook: nbformat.NotebookNode) -> None:
    """Remove what differs from run to run, and between the programs that save a notebook, in place.

    Error outputs stay, and so does the missing execution count of a cell that was not executed.
    """
    notebook.metadata = nbformat.from_dict(METADATA)
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        cell.metadata.setdefault("slideshow", {"slide_type": slide_type(cell)})  # an author's choice is not replaced
        if shows_output_only(cell):
            cell.metadata.setdefault("jupyter", {}).setdefault("source_hidden", True)
    for number, cell in enumerate((cell for cell in notebook.cells if cell.cell_type == "code"), 1):
        if cell.execution_count is not None:
            cell.execution_count = number
        cell.outputs = [output for output in cell.outputs if output.get("name") != "stderr"]
        for output in cell.outputs:
            output.get("data", {}).pop(VOLATILE_MIME_TYPE, None)
            if "execution_count" in output:
                output.execution_count = number


def shows_output_only(cell: nbformat.NotebookNode) -> bool:
    """Return whether JupyterLab collapses the code of a cell: all it outputs is a part of the page, or nothing."""
    outputs = cell.get("outputs", [])
    return (
        cell.cell_type == "code" and is_on_page(cell) and all("text/html" in each.get("data", {}) for each in outputs)
    )


def slide_type(cell: nbformat.NotebookNode) -> str:
    """Return the cell's slide type for `nbconvert --to slides`; what a page does not show is skipped."""
    outputs = [output.get("data", {}).get("text/html", "") for output in cell.get("outputs", [])]
    html = "".join(map(from_output, outputs))
    if not is_on_page(cell) or (cell.cell_type == "code" and not html):
        return "skip"
    return "subslide" if html.startswith(SUBSLIDE_STARTS) else "slide"
