"""Whichever way the course is served: outdated and stripped notebooks are regenerated, or rendered in memory."""

import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from miss import Course
from miss.cli import main
from miss.errors import ContentError, WriteError
from miss.notebooks import sync
from miss.notebooks.create import compose
from miss.notebooks.freshness import ensure_stored
from miss.server import classroom
from miss.server.pages import FreshPages, Pages
from miss.server.routes import create_pages

from tests.browser.server import VoilaServer
from tests.conftest import COURSE
from tests.support.processes import run

OLD, NEW = "Too much bleeding is another", "Much bleeding is another"


def strip(notebook: Path) -> None:
    """Remove the outputs, as `nbstripout` does before a commit."""
    read = nbformat.read(notebook, as_version=4)
    for cell in read.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    nbformat.write(read, notebook)


def edit(course: Path) -> None:
    words = course / "content" / "en" / "risks.yaml"
    words.write_text(words.read_text(encoding="utf-8").replace(OLD, NEW), encoding="utf-8")


@pytest.fixture
def course(copy: Path) -> Path:
    """A course with one notebook that is stripped, and one that holds old words."""
    strip(copy / "notebooks" / "2-why-it-is-done.ipynb")
    edit(copy)
    return copy


@pytest.fixture
def locked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that is not writable; root, who may run the tests, can write everywhere."""

    def fail(file: Path, _: object) -> None:
        raise WriteError(f"{file} could not be written.")

    monkeypatch.setattr(sync, "write_atomically", fail)


def get(server: VoilaServer, name: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(f"{server.address}{name}.html", timeout=30) as answer:  # noqa: S310
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def test_voila_typed_by_hand(course: Path, tmp_path: Path) -> None:
    notebooks = course / "notebooks"
    (notebooks / "3-how-it-is-done.ipynb").write_text('{"cells": ["')
    with VoilaServer(tmp_path, root=course) as server:
        assert NEW in get(server, "4-risks")[1]
        assert "<condition-selector" in get(server, "2-why-it-is-done")[1]
        assert "<procedure-slider" in get(server, "3-how-it-is-done")[1]
        for page in ("4-risks", "mine"):
            (notebooks / f"{page}.ipynb").write_text('{"cells": ["')
        assert get(server, "4-risks") == get(server, "4-risks")
        assert NEW in get(server, "4-risks")[1]
        status, page = get(server, "mine")
        assert status == 500 and "This page did not come" in page
    log = (tmp_path / "voila.log").read_text()
    assert "Traceback" not in log
    assert "notebooks/mine.ipynb:1: the file is truncated" in log
    assert "Stored 4-risks.ipynb" in log and "Stored 2-why-it-is-done.ipynb" in log
    assert (notebooks / "3-how-it-is-done.ipynb.broken").read_text() == '{"cells": ["'


def test_a_class_gets_the_words_of_today(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(classroom, "_serve", lambda *_: None)
    assert main(["class", str(course), "--host=room.example", "--port=8124"]) == 0
    pages = Pages(Course(course), course / "notebooks")
    assert NEW.encode() in pages.page("4-risks") and b"<condition-selector" in pages.page("2-why-it-is-done")


def test_a_server_does_not_repeat_the_check_of_its_command(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert ensure_stored(Course(course))
    monkeypatch.setattr("miss.notebooks.freshness.regenerate", lambda *_: pytest.fail("it was regenerated again"))
    assert ensure_stored(Course(course))


def test_words_that_are_saved_while_a_command_stores_are_stored_by_its_server(
    course: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def save_meanwhile(*arguments: Any) -> Iterator[str]:
        yield from sync.regenerate(*arguments)
        words = course / "content" / "en" / "risks.yaml"
        words.write_text(words.read_text(encoding="utf-8").replace(NEW, OLD), encoding="utf-8")

    with monkeypatch.context() as patch:
        patch.setattr("miss.notebooks.freshness.regenerate", save_meanwhile)
        assert ensure_stored(Course(course))
    assert ensure_stored(Course(course))
    assert OLD in (course / "notebooks" / "4-risks.ipynb").read_text(encoding="utf-8")


@pytest.mark.usefixtures("locked")
def test_where_nothing_can_be_stored_pages_are_made_in_memory(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pages = create_pages(Course(course), course / "notebooks", watch=False)
    assert isinstance(pages, FreshPages)
    assert NEW.encode() in pages.response("4-risks")[1]
    assert b"<condition-selector" in pages.response("2-why-it-is-done")[1]
    error = capsys.readouterr().err
    assert "could not be written. The pages are rendered from the current content" in error and error.count("\n") == 1
    assert main(["site", str(course / "site"), f"--course={course}"]) == 0
    assert NEW in (course / "site" / "4-risks.html").read_text(encoding="utf-8")


def test_notebooks_of_no_course_are_not_changed(course: Path, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    assert type(create_pages(Course(course), tmp_path / "other", watch=False)) is Pages
    assert not list((tmp_path / "other").iterdir())
    before = (course / "notebooks" / "4-risks.ipynb").read_bytes()
    assert ensure_stored(Course(course), watch=True)  # with watch, pages are rendered from the content anyway
    assert (course / "notebooks" / "4-risks.ipynb").read_bytes() == before


def test_words_that_cannot_be_read_keep_voila_from_starting(course: Path) -> None:
    words = course / "content" / "en" / "risks.yaml"
    words.write_text(words.read_text(encoding="utf-8").replace("- id: infection", "- id: infection: x"), "utf-8")
    with pytest.raises(ContentError):
        ensure_stored(Course(course))
    voila = [str(Path(sys.executable).parent / "voila"), "notebooks/", "--no-browser"]
    ran = run(voila, cwd=course)
    assert ran.returncode == 1
    *_, told, quoted = ran.stderr.splitlines()
    assert "content/en/risks.yaml:" in told and "- id: infection: x" in quoted and "Traceback" not in ran.stderr


def test_the_course_is_stored_as_it_is() -> None:
    assert not sync.outdated(COURSE, compose(COURSE.content))


def test_pages_outlive_content_that_cannot_be_read(course: Path) -> None:
    """Also a page that nobody has asked for yet, and the one for an address that is not there."""
    pages = FreshPages(Course(course), course / "notebooks")
    before = pages.page("4-risks")
    content = course / "content" / "en" / "risks.yaml"
    content.write_text(content.read_text(encoding="utf-8").replace("- id: infection", "- id: infection: x"), "utf-8")
    assert pages.page("4-risks") == before
    [problem] = pages.problems("4-risks")
    assert ".yaml:" in problem and ".ipynb" not in problem
    assert b"<h1" in pages.error(404) and b"<header" in pages.page("index")


def test_pages_follow_drawings(copy: Path) -> None:
    pages = FreshPages(Course(copy), copy / "notebooks")
    name, drawing = "2-why-it-is-done", copy / "assets" / "illustrations" / "side.svg"
    text = drawing.read_text(encoding="utf-8")
    before = pages.page(name)
    drawing.write_text(text[: len(text) // 2], encoding="utf-8")
    assert pages.page(name) == before
    [problem] = pages.problems(name)
    assert "side.svg:" in problem
    drawing.write_text(text.replace("<svg ", '<svg data-new="1" '), encoding="utf-8")
    assert not pages.problems(name) and b'data-new="1"' in pages.page(name)


def test_an_error_page_is_rendered_once_for_the_content(course: Path) -> None:
    pages = FreshPages(Course(course), course / "notebooks")
    before = pages.error(404)
    pages.page("4-risks")
    assert pages.error(404) is before
