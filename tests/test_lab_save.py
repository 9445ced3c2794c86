"""What JupyterLab saves of a course's notebook is what `miss notebooks` stores; other notebooks are left alone."""

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
    """What saves files for JupyterLab, with the course's notebooks in its folder."""
    made = FileContentsManager(root_dir=str(copy))
    made.register_pre_save_hook(lab.keep_page)
    return made


def run(notebook: Path) -> nbformat.NotebookNode:
    """Run all cells in a real kernel, and add what JupyterLab does."""
    read = nbformat.read(notebook, as_version=4)
    client = NotebookClient(read, timeout=120, record_timing=True, resources={"metadata": {"path": notebook.parent}})
    client.execute()
    read.metadata["widgets"] = {"application/vnd.jupyter.widget-state+json": {"state": {}}}
    return read


def save(manager: FileContentsManager, path: str, notebook: nbformat.NotebookNode) -> str:
    """Save as JupyterLab does, and give what is then in the file."""
    manager.save({"type": "notebook", "format": "json", "content": dict(notebook)}, path)
    return (Path(manager.root_dir) / path).read_text(encoding="utf-8")


@pytest.mark.parametrize("page", ["4-risks", "3-how-it-is-done"])  # a widget, and what is printed
def test_saved_is_stored(page: str, manager: FileContentsManager, copy: Path) -> None:
    notebook = copy / "notebooks" / f"{page}.ipynb"
    stored, ran = notebook.read_text(encoding="utf-8"), run(notebook)
    assert nbformat.writes(ran) + "\n" != stored
    assert save(manager, f"notebooks/{page}.ipynb", ran) == stored


def test_what_failed_and_what_was_not_run_stays(manager: FileContentsManager) -> None:
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
    cells[1].metadata["slideshow"] = {"slide_type": "skip"}  # as every cell that a page does not show
    assert later == cells[1]


def elsewhere(_: nbformat.NotebookNode) -> str:
    return "analysis.ipynb"


def in_another_language(notebook: nbformat.NotebookNode) -> str:
    notebook.metadata.kernelspec = {"name": "ir", "display_name": "R", "language": "R"}
    return "notebooks/r.ipynb"


@pytest.mark.parametrize("other", [elsewhere, in_another_language])
def test_another_notebook_is_left_alone(
    other: Callable[[nbformat.NotebookNode], str], manager: FileContentsManager
) -> None:
    output = nbformat.v4.new_output("execute_result", data=VIEW, execution_count=3)
    cell = nbformat.v4.new_code_cell("1", outputs=[output], execution_count=3, metadata={"execution": {"idle": "now"}})
    notebook = nbformat.v4.new_notebook(cells=[cell], metadata={"authors": ["them"]})
    path = other(notebook)
    assert nbformat.reads(save(manager, path, notebook), as_version=4) == notebook


def test_a_failure_blocks_no_save(
    manager: FileContentsManager, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_: Any) -> None:
        raise ValueError("unforeseen")

    monkeypatch.setattr(lab, "make_stable", fail)
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1", execution_count=3)])
    with caplog.at_level(logging.ERROR):
        assert nbformat.reads(save(manager, "notebooks/mine.ipynb", notebook), as_version=4) == notebook
    assert "keep_page failed on notebooks/mine.ipynb" in caplog.text
