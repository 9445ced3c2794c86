"""A course in Arabic: its pages are laid out from right to left, and fit a phone."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from miss.cli import main
from playwright.sync_api import Page, expect

from tests.conftest import COURSE
from tests.support.changes import replace

from .deliveries import ServedFolder

PAGES = ["index", "keep", "glossary", *(section.notebook for section in COURSE.content.sections)]
BEYOND = """() => {
    const wide = (each) => {
        const { left, right, width } = each.getBoundingClientRect();
        return width && (left < -1 || right > innerWidth + 1);
    };
    const scrolls = (each) => ["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(each).overflowX);
    const cut = (each) => each && each !== document.body && (scrolls(each) || cut(each.parentElement));
    const found = [...document.querySelectorAll("body *")].filter((each) => wide(each) && !cut(each));
    return found.filter((each) => !each.closest("svg, .unseen, [hidden]")).map((each) => each.outerHTML.slice(0, 90));
}"""


@pytest.fixture(scope="module")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedFolder]:
    """The course as plain files, with the language Arabic; the words are still those of English."""
    folder = tmp_path_factory.mktemp("arabic")
    words = Path(shutil.copytree(COURSE.content_folder, folder / "content" / "ar"))
    shutil.copytree(COURSE.notebooks_folder, folder / "notebooks", ignore=shutil.ignore_patterns("miss", ".*"))
    (folder / "assets").symlink_to(COURSE.assets)
    _say_default_words(words)
    replace("course", "language: en", "language: ar")(words)
    assert main(["site", str(folder / "site"), "--course", str(folder), "--language", "ar"]) == 0
    with ServedFolder(folder / "site") as served:
        yield served


def _say_default_words(words: Path) -> None:
    from miss.schema.default_words import default_words_yaml

    (words / "interface.yaml").write_text(default_words_yaml(), encoding="utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_from_right_to_left_fits_a_phone(name: str, arabic: ServedFolder, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{arabic.address}{name}.html")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator("html.js")).to_be_attached()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate(BEYOND) == []


def test_the_way_on_points_to_the_left(arabic: ServedFolder, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{arabic.address}{PAGES[-1]}.html")
    back, on = page.locator(".moment-bar .back svg"), page.locator(".moment-bar .next svg")
    assert (on.bounding_box() or {})["x"] < (back.bounding_box() or {})["x"]
    assert on.evaluate("each => new DOMMatrix(getComputedStyle(each).transform).a") == -1


def test_the_title_of_a_side_stands_over_it(arabic: ServedFolder, page: Page) -> None:
    """The drawings are not turned, so their titles are not, either."""
    page.goto(f"{arabic.address}1-what-it-is.html")
    first, second = page.locator("picture-comparison .sides .side").all()
    assert (first.bounding_box() or {})["x"] < (second.bounding_box() or {})["x"]
