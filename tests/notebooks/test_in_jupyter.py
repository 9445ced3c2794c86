"""What a notebook has for Jupyter alone: a first cell that says what it is, and collapsed code."""

from pathlib import Path

import nbformat
import pytest
from miss.course import Course
from miss.notebooks.create import compose
from miss.notebooks.read import is_about, is_check, read_notebook
from miss.notebooks.sync import regenerate, regenerated_text
from miss.schema.content import Content
from miss.web.frame import render_page

from tests.conftest import ROOT

PAGE = "3-how-it-is-done"
SETUP = 'from miss import Course, Lesson\nlesson = Lesson(Course(".."), "how")'


def regenerated(file: Path) -> nbformat.NotebookNode:
    list(regenerate(Course(file.parents[1])))
    return read_notebook(file)


@pytest.fixture
def file(copy: Path) -> Path:
    return copy / "notebooks" / f"{PAGE}.ipynb"


@pytest.mark.parametrize("notebook", sorted((ROOT / "notebooks").glob("*.ipynb")), ids=lambda file: file.stem)
def test_code_is_collapsed_except_what_is_to_be_read(notebook: Path) -> None:
    code = [cell for cell in read_notebook(notebook).cells if cell.cell_type == "code"]
    collapsed = [cell.metadata.get("jupyter", {}).get("source_hidden", False) for cell in code]
    assert collapsed == [not is_check(cell) for cell in code] and not all(collapsed)


def test_what_an_author_opened_stays_open(copy: Path) -> None:
    file = copy / "notebooks" / "mine.ipynb"
    cells = [nbformat.v4.new_code_cell(source) for source in (SETUP, "lesson.opening()", "lesson.recap()", "print(1)")]
    cells[2].metadata.jupyter = {"source_hidden": False}
    text = regenerated_text(nbformat.v4.new_notebook(cells=cells), file, "en")
    stored = nbformat.reads(text, as_version=4).cells
    assert [cell.metadata.get("jupyter", {}).get("source_hidden") for cell in stored] == [True, True, False, None]


def test_the_first_cell_says_what_the_notebook_is(file: Path) -> None:
    first, *others = regenerated(file).cells
    assert is_about(first) and not any(map(is_about, others))
    for part in ("Minimally invasive spine surgery", "Run All Cells", "make app", "content/en"):
        assert part in first.source


def test_it_comes_back_once_and_follows_the_words(file: Path) -> None:
    notebook = read_notebook(file)
    about, *others = notebook.cells
    about.source = "Once"
    notebook.cells = [*others, about]
    nbformat.write(notebook, file)
    current = (ROOT / "notebooks" / file.name).read_text(encoding="utf-8")
    assert nbformat.writes(regenerated(file)) + "\n" == current
    notebook.cells = others
    nbformat.write(notebook, file)
    assert nbformat.writes(regenerated(file)) + "\n" == current
    edit(file.parents[1])
    assert "Run every cell" in regenerated(file).cells[0].source


def edit(folder: Path) -> None:
    words = folder / "content" / "en" / "interface.yaml"
    words.write_text(words.read_text(encoding="utf-8") + "\nnotebook:\n  run: Run every cell\n", encoding="utf-8")


def test_in_an_older_format_it_has_no_id(file: Path) -> None:
    notebook = read_notebook(file)
    notebook.nbformat_minor = 4
    for cell in notebook.cells:
        del cell["id"]
    nbformat.write(notebook, file)
    stored = regenerated(file)
    assert is_about(stored.cells[0]) and not any("id" in cell for cell in stored.cells)


def test_a_page_leaves_it_out(file: Path) -> None:
    about = read_notebook(file).cells[0]
    page = render_page(file, Course(file.parents[1]))
    assert is_about(about) and "Run All Cells" in about.source and "Run All Cells" not in page
    assert "jp-toc-ignore" not in page and ".ipynb" not in page


def test_cells_that_drive_a_page_are_introduced(content: Content) -> None:
    for cells in compose(content).values():
        checks = [cell for cell in cells if is_check(cell)]
        assert checks == cells[len(cells) - len(checks) :]
        assert [cell.cell_type for cell in checks[:1]] in ([], ["markdown"])
        assert not checks or checks[0].source.startswith("## The same from Python\n")
