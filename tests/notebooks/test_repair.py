"""A broken notebook is reported in one sentence and rebuilt, and nothing that an author wrote is lost."""

import json
import re
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

import nbformat
import pytest
from miss import Course
from miss.cli import main
from miss.notebooks.create import compose
from miss.notebooks.read import BrokenNotebook, UnreadableNotebook, is_check, read_notebook
from miss.notebooks.recover import merge_cells, recover_cells
from miss.schema.content import Content
from miss.server.pages import FreshPages, Pages

from tests.conftest import ROOT

MERGE = '<<<<<<< HEAD\n   "outputs": [\n=======\n   "outputs": [ \n>>>>>>> theirs\n'


def cut(text: str) -> str:
    return text[: text.index("</", len(text) // 2)]


def torn(text: str) -> str:
    return text.replace('   "outputs": [\n', MERGE, 1)


# The damage to a notebook, and the message.
BROKEN: dict[str, tuple[Callable[[str], str], str]] = {
    "cut in a string": (cut, r"the file is truncated"),
    "empty": (lambda _: "", "the file is empty"),
    "blank": (lambda _: "\n \n", "the file is empty"),
    "in a merge": (torn, r"unresolved merge conflict (<<<<<<<)"),
    "not JSON": (lambda text: text.replace('"cells": [', '"cells": (', 1), "invalid JSON: expecting value"),
    "a list": (lambda _: "[]", "this is JSON, but not a notebook"),
    "another format": (
        lambda text: text.replace('"nbformat": 4', '"nbformat": 9'),
        "this is not a notebook: Unsupported nbformat version 9",
    ),
    "a part missing": (
        lambda text: re.sub(r'(?s)   "metadata": {.*?\n   },\n', "", text, count=1),
        "this is not a notebook: The notebook is invalid and is missing an expected key: metadata",
    ),
    "a part too many": (
        lambda text: text.replace('   "source": [', '   "sauce": ['),
        "invalid notebook: Additional properties are not allowed ('sauce' was unexpected)",
    ),
    "too deep": (lambda _: "[" * 100_000, "this is not a notebook: it is nested too deeply"),
    "not text": (lambda text: "\udcff" + text, "this is not text in UTF-8"),
    "a folder": (lambda _: "", "expected a notebook, found a folder"),
}


def damage(notebook: Path, kind: str) -> bytes:
    """Damage a notebook, and return its new content."""
    text = notebook.read_text(encoding="utf-8") if notebook.exists() else "{}"
    broken = BROKEN[kind][0](text).encode(errors="surrogateescape")
    if kind == "a folder":
        notebook.unlink(missing_ok=True)
        notebook.mkdir()
    else:
        notebook.write_bytes(broken)
    return broken


def shown(notebook: Path) -> list[str]:
    """Return the HTML outputs that a page shows."""
    cells = [cell for cell in nbformat.read(notebook, as_version=4).cells if not is_check(cell)]
    outputs = [output for cell in cells for output in cell.get("outputs", [])]
    return [output.data["text/html"] for output in outputs if "text/html" in output.get("data", {})]


@pytest.fixture
def course(copy: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(copy)
    return copy / "notebooks"


@pytest.mark.parametrize("kind", BROKEN)
def test_the_message_names_the_defect(kind: str, tmp_path: Path) -> None:
    notebook = tmp_path / "4-risks.ipynb"
    notebook.write_bytes((ROOT / "notebooks" / notebook.name).read_bytes())
    damage(notebook, kind)
    with pytest.raises(BrokenNotebook) as raised:
        read_notebook(notebook)
    assert BROKEN[kind][1] in str(raised.value) and "\n" not in str(raised.value)
    assert str(raised.value).startswith(f"{notebook}:")
    assert "`miss notebooks` rebuilds" in str(raised.value) and f"`git checkout -- {notebook}`" in str(raised.value)


def test_the_message_names_the_line(tmp_path: Path) -> None:
    notebook = tmp_path / "4-risks.ipynb"
    notebook.write_bytes((ROOT / "notebooks" / notebook.name).read_bytes())
    damage(notebook, "in a merge")
    with pytest.raises(BrokenNotebook) as raised:
        read_notebook(notebook)
    line = int(str(raised.value).removeprefix(f"{notebook}:").partition(":")[0])
    assert notebook.read_text(encoding="utf-8").splitlines()[line - 1] == "<<<<<<< HEAD"


def test_one_that_may_not_be_read(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbid(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", forbid)  # whoever runs these tests may be allowed to read everything
    with pytest.raises(UnreadableNotebook, match=r"notebooks/4-risks\.ipynb cannot be read: permission denied"):
        read_notebook(course / "4-risks.ipynb")


def test_every_kind_is_rebuilt(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = nbformat.v4.new_markdown_cell("A note of my own.", id="mine")
    written = nbformat.read(course / "2-why-it-is-done.ipynb", as_version=4)
    written.cells.insert(2, own)
    nbformat.write(written, course / "2-why-it-is-done.ipynb")
    pages = sorted(course.glob("*.ipynb"))
    before = {page: shown(page) for page in pages}
    some = [kind for kind in BROKEN if kind not in ("blank", "too deep", "a part missing")]
    assert len(some) <= len(pages)
    kinds = dict(zip(pages, cycle(some), strict=False))
    kinds[course / "2-why-it-is-done.ipynb"] = "cut in a string"
    kinds[course / "1-what-it-is.ipynb"] = "empty"
    broken = {page: damage(page, kind) for page, kind in kinds.items()}
    torn_apart = next(page for page, kind in kinds.items() if kind == "in a merge")

    assert main(["notebooks"]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(pages)
    for page, kind in kinds.items():
        backup = page.with_name(f"{page.name}.broken")
        assert shown(page) == before[page], kind
        assert backup.is_dir() if kind == "a folder" else backup.read_bytes() == broken[page]
        line = next(line for line in lines if line.startswith(f"notebooks/{page.name}:"))
        assert BROKEN[kind][1] in line and line.count("rebuilt from the content") == 1 and backup.name in line
    kept = {cell.id: cell.source for cell in read_notebook(course / "2-why-it-is-done.ipynb").cells}
    assert kept["mine"] == own.source
    assert torn_apart.read_bytes() == (ROOT / "notebooks" / torn_apart.name).read_bytes()  # every cell could be read
    assert main(["notebooks"]) == 0
    assert capsys.readouterr().out == "All notebooks are up to date.\n"


def test_a_second_broken_one_is_kept_too(course: Path) -> None:
    for _ in range(2):
        damage(course / "4-risks.ipynb", "empty")
        assert main(["notebooks"]) == 0
    assert sorted(file.name for file in course.glob("*.broken*")) == ["4-risks.ipynb.broken", "4-risks.ipynb.broken-2"]


def test_cells_that_do_not_run_without_what_is_lost(course: Path) -> None:
    notebook = read_notebook(course / "4-risks.ipynb")
    notebook.cells.append(nbformat.v4.new_code_cell("lost = cards.cards", id="lost"))
    notebook.cells.append(nbformat.v4.new_code_cell("lost", id="needs-it"))
    text = nbformat.writes(notebook).replace('"id": "lost"', '"id": lost')
    (course / "4-risks.ipynb").write_text(text, encoding="utf-8")
    assert main(["notebooks"]) == 0
    assert shown(course / "4-risks.ipynb") == shown(ROOT / "notebooks" / "4-risks.ipynb")
    assert (course / "4-risks.ipynb.broken").read_text(encoding="utf-8") == text


@pytest.mark.parametrize("page", sorted((ROOT / "notebooks").glob("*.ipynb")), ids=lambda file: file.stem)
def test_nothing_is_added_to_a_page_that_is_all_there(page: Path, content: Content) -> None:
    text = page.read_text(encoding="utf-8")
    cells = merge_cells(recover_cells(text), compose(content)[page.stem])
    assert [(cell.id, cell.source, cell.metadata) for cell in cells] == [
        (cell.id, cell.source, cell.metadata) for cell in nbformat.reads(text, as_version=4).cells
    ]


# The commands, and their exit status with a broken notebook that is not a page of the course.
COMMANDS = {
    "notebooks": (["notebooks"], 1),
    "serve": (["serve", "--port=1"], 1),
    "serve and watch": (["serve", "--watch", "--port=1"], 1),
    "class": (["class", "--host=room.example", "--port=8123"], 1),
    "site": (["site", "written"], 1),
    "check": (["check"], 2),
}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_broken_notebook_of_no_page_is_not_changed(
    command: str, course: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (course / "mine.ipynb").write_text('{"cells": ["')
    arguments, status = COMMANDS[command]
    assert main(arguments) == status
    lines = [line for line in capsys.readouterr().err.splitlines() if "mine.ipynb" in line]
    assert len(lines) == 1
    assert lines[0].startswith("notebooks/mine.ipynb:1: the file is truncated. No page of the course has this name")
    assert "`git checkout -- notebooks/mine.ipynb`" in lines[0]
    assert (course / "mine.ipynb").read_text() == '{"cells": ["'
    assert not list(course.glob("*.broken")) and not Path("written").exists()


@pytest.mark.parametrize("kind", [Pages, FreshPages])
def test_a_server_gives_the_last_good_page(kind: type[Pages], course: Path) -> None:
    pages = kind(Course(course.parent), course)
    good = pages.response("4-risks")
    assert good[0] == 200 and b"<risk-cards" in good[1]
    damage(course / "4-risks.ipynb", "cut in a string")
    assert pages.response("4-risks") == pages.response("4-risks") == good
    damage(course / "1-what-it-is.ipynb", "cut in a string")  # which nobody has asked for yet
    status, page = pages.response("1-what-it-is")
    assert status == 500 and b"This page did not come" in page and b'href="index.html"' in page
    (course / "._4-risks.ipynb").write_bytes(b"\xff")  # what some systems write beside a file on a USB stick
    assert "._4-risks" not in pages.names
    (course / "1-what-it-is.ipynb").write_bytes((ROOT / "notebooks" / "1-what-it-is.ipynb").read_bytes())
    assert pages.response("1-what-it-is")[0] == 200


def test_an_older_format_is_read(tmp_path: Path) -> None:
    notebook = tmp_path / "old.ipynb"
    cell = {"cell_type": "markdown", "metadata": {}, "source": "Old."}
    notebook.write_text(json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 4}))
    assert read_notebook(notebook).cells[0].source == "Old."
