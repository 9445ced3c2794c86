"""Store in each notebook what its cells show, without what changes from run to run."""

from pathlib import Path

import nbformat

from .page import notebooks
from .run import run

VOLATILE = "application/vnd.jupyter.widget-view+json"
METADATA = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}


def stale(folder: Path) -> dict[Path, str]:
    """Find the notebooks whose stored outputs are not what their cells show today, with the text to store.

    Raises:
        CellError: a cell failed.
    """
    fresh = {notebook: made_today(notebook) for notebook in notebooks(folder)}
    return {notebook: text for notebook, text in fresh.items() if notebook.read_text(encoding="utf-8") != text}


def made_today(notebook: Path) -> str:
    """Run one notebook and give the text of its file as it should be; the file stays as it is.

    Raises:
        CellError: a cell failed.
    """
    ran = run(notebook)
    for cell in ran.cells:
        _make_stable(cell)
    ran.metadata = METADATA
    return nbformat.writes(ran) + "\n"


def _make_stable(cell: nbformat.NotebookNode) -> None:
    cell.metadata.pop("execution", None)
    if cell.cell_type != "code":
        return
    for output in cell.outputs:
        output.get("data", {}).pop(VOLATILE, None)
