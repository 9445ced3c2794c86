"""Store in each notebook what its cells show, without what changes from run to run."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import nbformat

from ..course import Course
from ..files.write import write_whole, writing_in
from .create import Cells, compose
from .execute import CellError, run_cells
from .read import BrokenNotebook, is_check, notebooks, read_notebook
from .repair import mended, set_aside, unused_name

VOLATILE = "application/vnd.jupyter.widget-view+json"
# What other tools need to know of a notebook's language, without the version of the Python that it was run with.
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
BELOW = ('<div class="island"', '<section class="page-')  # widgets, and what is looked up: below the slide before


class Change(NamedTuple):
    """A notebook that is to hold something else: its new text, what to say of it, and where a broken one is kept."""

    file: Path
    text: str
    said: str
    aside: Path | None = None

    def write(self) -> None:
        """Write the notebook; a broken one is kept first.

        Raises:
            WriteError: it could not be written, and is as it was.
        """
        if self.aside:
            set_aside(self.file, self.aside)
        write_whole(self.file, self.text)


def store(course: Course, stale: bool = True) -> Iterator[str]:
    """Make the notebooks that are missing or broken, and store in each what it shows; tells of each that it changes.

    Args:
        course: the folder of its notebooks is made if it is not there.
        stale: whether what is whole is brought up to the words, too.

    Raises:
        ContentError: the words cannot be read. Then, as with the next ones, no notebook is touched.
        CourseError: a notebook cannot be read or run; the message says which, and how to mend it.
        CommandError: another process is writing.
        WriteError: a notebook could not be written; it is as it was.
    """
    composed = compose(course.content)
    with writing_in(course.notebooks_folder):
        for change in changes(course, composed, stale):
            change.write()
            yield change.said


def changes(course: Course, composed: dict[str, Cells], stale: bool = True) -> list[Change]:
    """Find the notebooks that are missing, broken, or not what their cells show today; nothing is written yet.

    Args:
        course: the course.
        composed: the cells of its pages, by the names of the notebooks.
        stale: whether those that are whole are run, too.

    Raises:
        CellError: a cell failed.
        BrokenNotebook: one that the words do not name.
        UnreadableNotebook: a file cannot be read.
    """
    folder = course.notebooks_folder
    files = dict.fromkeys([*notebooks(folder), *(folder / f"{name}.ipynb" for name in composed)])
    return [change for file in files if (change := _change(course.language, file, composed.get(file.stem), stale))]


def _change(language: str, file: Path, composed: Cells | None, stale: bool) -> Change | None:
    if composed and not file.exists():
        return Change(file, text_today(nbformat.v4.new_notebook(cells=composed), file, language), f"Made {file.name}")
    try:
        read = read_notebook(file)
    except BrokenNotebook as broken:
        return _mended(language, broken, composed)
    if not stale or (text := text_today(read, file, language)) == file.read_text(encoding="utf-8"):
        return None
    return Change(file, text, f"Stored {file.name}")


def _mended(language: str, broken: BrokenNotebook, composed: Cells | None) -> Change:
    cells, saved = mended(broken, composed)
    aside, file = unused_name(broken.file), broken.file
    try:
        text = text_today(nbformat.v4.new_notebook(cells=cells), file, language)
    except CellError:  # what could be saved needs what could not
        cells, saved = mended(broken, composed, saving=False)
        text = text_today(nbformat.v4.new_notebook(cells=cells), file, language)
    return Change(file, text, broken.made_anew(saved, aside), aside)


def text_today(notebook: nbformat.NotebookNode, file: Path, language: str) -> str:
    """Run a notebook that has been read, and give the text that its file should hold; the file stays as it is.

    Raises:
        CellError: a cell failed.
    """
    ran = run_cells(notebook, file, language)
    make_stable(ran)
    return nbformat.writes(ran) + "\n"


def make_stable(notebook: nbformat.NotebookNode) -> None:
    """Take from a notebook what differs from run to run, and from one program that saves it to the next.

    What a failed cell shows stays, and a cell that was not run stays so.
    """
    notebook.metadata = nbformat.from_dict(METADATA)
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        cell.metadata.setdefault("slideshow", {"slide_type": slide_type(cell)})  # unless an author chose another
    for number, cell in enumerate((cell for cell in notebook.cells if cell.cell_type == "code"), 1):
        if cell.execution_count is not None:
            cell.execution_count = number
        cell.outputs = [output for output in cell.outputs if output.get("name") != "stderr"]
        for output in cell.outputs:
            output.get("data", {}).pop(VOLATILE, None)
            if "execution_count" in output:
                output.execution_count = number


def slide_type(cell: nbformat.NotebookNode) -> str:
    """Give a cell its place in `nbconvert --to slides`: what a page does not show is no slide."""
    shown = "".join(output.get("data", {}).get("text/html", "") for output in cell.get("outputs", []))
    if is_check(cell) or (cell.cell_type == "code" and not shown):
        return "skip"
    return "subslide" if shown.startswith(BELOW) else "slide"
