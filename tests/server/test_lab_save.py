"""JupyterLab saves a course's notebook as `miss notebooks` stores it, and other notebooks unchanged."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import pytest
from jupyter_server.services.contents.filemanager import FileContentsManager
from miss.server import lab
from nbclient import NotebookClient

VIEW = {"application/vnd.jupyter.widget-view+json": {"model_id": "1"}, "text/html": "<p>", "text/plain": "p"}


@pytest.fixture
def manager(copy: Path) -> FileContentsManager:
    """A contents manager like JupyterLab's, with the hook, for a copy of the course."""
    contents = FileContentsManager(root_dir=str(copy))
    contents.register_pre_save_hook(lab.keep_page)
    return contents


def run(notebook: Path) -> nbformat.NotebookNode:
    """Execute all cells in a real kernel, and add the metadata that JupyterLab adds."""
    content = nbformat.read(notebook, as_version=4)
    client = NotebookClient(content, timeout=120, record_timing=True, resources={"metadata": {"path": notebook.parent}})
    client.execute()
    content.metadata["widgets"] = {"application/vnd.jupyter.widget-state+json": {"state": {}}}
    return content


def save(manager: FileContentsManager, path: str, notebook: nbformat.NotebookNode) -> str:
    """Save as JupyterLab does, and return the content of the file."""
    manager.save({"type": "notebook", "format": "json", "content": dict(notebook)}, path)
    return (Path(manager.root_dir) / path).read_text(encoding="utf-8")


@pytest.mark.parametrize("page", ["4-risks", "3-how-it-is-done"])  # a widget, and printed output
def test_a_save_equals_the_stored_notebook(page: str, manager: FileContentsManager, copy: Path) -> None:
    notebook = copy / "notebooks" / f"{page}.ipynb"
    stored, ran = notebook.read_text(encoding="utf-8"), run(notebook)
    assert nbformat.writes(ran) + "\n" != stored
    assert save(manager, f"notebooks/{page}.ipynb", ran) == stored


def test_errors_and_unexecuted_cells_are_kept(manager: FileContentsManager) -> None:
    error = nbformat.v4.new_output("error", ename="NameError", evalue="name 'x' is not defined", traceback=["…"])
    cells = [
        nbformat.v4.new_code_cell("x", id="failed", outputs=[error], execution_count=7),
        nbformat.v4.new_code_cell("later", id="later", metadata={"tags": ["check"]}),
        nbformat.v4.new_markdown_cell("words", id="words", metadata={"slideshow": {"slide_type": "slide"}}),
    ]
    text = save(manager, "notebooks/mine.ipynb", nbformat.v4.new_notebook(cells=cells))
    failed, later, words = nbformat.reads(text, as_version=4).cells
    assert failed.outputs == [error] and failed.execution_count == 1
    assert words == cells[2]
    cells[1].metadata["slideshow"] = {"slide_type": "skip"}  # like every cell that a page does not show
    assert later == cells[1]


def elsewhere(_: nbformat.NotebookNode) -> str:
    return "analysis.ipynb"


def in_another_language(notebook: nbformat.NotebookNode) -> str:
    notebook.metadata.kernelspec = {"name": "ir", "display_name": "R", "language": "R"}
    return "notebooks/r.ipynb"


@pytest.mark.parametrize("other", [elsewhere, in_another_language])
def test_other_notebooks_are_saved_unchanged(
    other: Callable[[nbformat.NotebookNode], str], manager: FileContentsManager
) -> None:
    output = nbformat.v4.new_output("execute_result", data=VIEW, execution_count=3)
    cell = nbformat.v4.new_code_cell("1", outputs=[output], execution_count=3, metadata={"execution": {"idle": "now"}})
    notebook = nbformat.v4.new_notebook(cells=[cell], metadata={"authors": ["them"]})
    path = other(notebook)
    assert nbformat.reads(save(manager, path, notebook), as_version=4) == notebook


def test_an_exception_does_not_prevent_the_save(
    manager: FileContentsManager, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_: Any) -> None:
        raise ValueError("unforeseen")

    monkeypatch.setattr(lab, "normalize", fail)
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1", execution_count=3)])
    with caplog.at_level(logging.ERROR):
        assert nbformat.reads(save(manager, "notebooks/mine.ipynb", notebook), as_version=4) == notebook
    assert "keep_page failed on notebooks/mine.ipynb" in caplog.text
