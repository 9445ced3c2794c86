"""Run the notebooks and store what they show, without what changes from run to run."""

from pathlib import Path

import nbformat
from nbclient import NotebookClient

VOLATILE = "application/vnd.jupyter.widget-view+json"


def store(notebook: Path) -> None:
    """Execute one notebook and write it back with its outputs.

    Raises:
        nbclient.exceptions.CellExecutionError: a cell failed; the file is then left as it was.
    """
    read = nbformat.read(notebook, as_version=4)
    NotebookClient(read, timeout=120, resources={"metadata": {"path": str(notebook.parent)}}).execute()
    for cell in read.cells:
        _make_stable(cell)
    read.metadata = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    nbformat.write(read, notebook)


def _make_stable(cell: nbformat.NotebookNode) -> None:
    cell.metadata.pop("execution", None)
    if cell.cell_type != "code":
        return
    for output in cell.outputs:
        output.get("data", {}).pop(VOLATILE, None)
