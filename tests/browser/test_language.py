"""A second language: pages and kernels are in the one that the server was started in."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from miss.cli import main
from playwright.sync_api import Page, expect

from tests.conftest import COURSE
from tests.support.changes import replace

from .deliveries import FileSite, ServedFolder
from .finish import finish
from .server import MissServer
from .test_widgets import open_page

ENGLISH = """
    by: total
    one: "{done} of {total} section done"
    other: "{done} of {total} sections done"
"""
LEAVE = """(element, left) => {
    for (const item of [...element.querySelectorAll("li")].slice(left)) item.remove();
    element.render();
}"""
POLISH = """
    by: done
    one: "{done} sekcja z {total}"
    few: "{done} sekcje z {total}"
    many: "{done} sekcji z {total}"
    other: "{done} sekcji z {total}"
"""


@pytest.fixture
def german(copy: Path, tmp_path: Path) -> Iterator[MissServer]:
    """The course with a second language, in which one condition has another name, served in it."""
    shutil.copytree(copy / "content" / "en", copy / "content" / "de")
    words = copy / "content" / "de" / "conditions.yaml"
    text = words.read_text(encoding="utf-8")
    named = text.replace('name: "Spinal stenosis (', 'name: "Enger Kanal (').replace(
        'short: "Stenosis"', 'short: "Kanal"'
    )
    words.write_text(named, encoding="utf-8")
    with MissServer(tmp_path, "--language=de", root=copy) as server:
        yield server


def test_pages_and_kernels_are_in_the_language_of_the_server(page: Page, german: MissServer) -> None:
    open_page(page, german, "2-why-it-is-done")
    expect(page.get_by_role("radio", name=re.compile("Enger Kanal"))).to_be_visible()
    assert german.run("print(course.language, 'Enger Kanal' in selector.html)").split() == ["de", "True"]


@pytest.fixture
def polish(copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[ServedFolder]:
    """The course as plain files, with the interface's words in Polish as far as the test reads them."""
    words = shutil.copytree(copy / "content" / "en", copy / "content" / "pl")
    assert main(["words"]) == 0
    (words / "interface.yaml").write_text(capsys.readouterr().out, encoding="utf-8")
    replace("course", "language: en", "language: pl")(words)
    replace("interface", ENGLISH, POLISH)(words)
    assert main(["site", str(tmp_path / "site"), "--course", str(copy), "--language", "pl"]) == 0
    with ServedFolder(tmp_path / "site") as served:
        yield served


def test_numbers_have_the_plural_forms_of_the_language(page: Page, polish: ServedFolder) -> None:
    total = len(COURSE.content.sections)
    said = {1: f"1 sekcja z {total}", 2: f"2 sekcje z {total}", 5: f"5 sekcji z {total}"}
    for done in range(1, 6):
        page.goto(f"{polish.address}index.html")
        page.locator(f"course-progress li:nth-child({done}) a").click()
        finish(page)
        page.goto(f"{polish.address}index.html")
        if done in said:
            expect(page.locator("course-progress .progress")).to_have_text(said[done])


def test_a_course_of_one_section(page: Page, files: FileSite) -> None:
    """The total is what counts in English: "1 of 1 section", but "1 of 2 sections"."""
    page.goto(f"{files.address}1-what-it-is.html")
    finish(page)
    for left, said in ((2, "1 of 2 sections done"), (1, "1 of 1 section done")):
        page.goto(f"{files.address}index.html")
        progress = page.locator("course-progress")
        progress.evaluate(LEAVE, left)
        expect(progress.locator(".progress")).to_have_text(said)
