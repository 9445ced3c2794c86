"""A course about window boxes, and the one that `miss new` begins: the package knows nothing of either."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from miss.checks.build import load_content
from miss.schema.content import Content
from playwright.sync_api import Page, expect

from tests.notebooks.test_notebooks import nbval
from tests.repository.test_project import SUBJECT
from tests.support.web import ask

from .finish import choose_any
from .moment_bar import leave_section, press_in
from .other_course import make_window_box, miss
from .server import MissServer, VoilaServer
from .test_widgets import open_page

MEDICAL = re.compile(r"patient|nurs|surg|clinic|hospital|doctor|spin(e|al)\b|leg pain|\bMISS\b|chart it", re.I)
PAGES = ("index", "1-where-to-hang-it", "2-plant-it", "3-keep-it")


@pytest.fixture(scope="module")
def folder_of_course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_window_box(tmp_path_factory.mktemp("other") / "course")


@pytest.fixture(scope="module")
def window_box(folder_of_course: Path) -> Content:
    return load_content(folder_of_course / "content" / "en")


@pytest.fixture(scope="module")
def served(folder_of_course: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[VoilaServer]:
    with MissServer(tmp_path_factory.mktemp("served"), root=folder_of_course) as server:
        yield server


class Files:
    """The other course as plain files."""

    has_kernel = False

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.address = folder.as_uri() + "/"


@pytest.fixture(scope="module")
def plain_files(folder_of_course: Path, tmp_path_factory: pytest.TempPathFactory) -> Files:
    site = tmp_path_factory.mktemp("files") / "site"
    made = miss("site", site, "--course", folder_of_course)
    assert made.returncode == 0, made.stderr
    return Files(site)


@pytest.fixture(params=["served", "plain_files"])
def other(request: pytest.FixtureRequest) -> VoilaServer | Files:
    return request.getfixturevalue(request.param)


def test_choices_and_steps(page: Page, other: VoilaServer, window_box: Content) -> None:
    open_page(page, other, "1-where-to-hang-it")
    for choice in window_box.records["conditions"]:
        page.get_by_role("radio", name=choice.name, exact=True).check()
        expect(page.locator("condition-selector .entry:visible")).to_contain_text(choice.leaflet.text)
    expect(page.locator("condition-selector .count")).to_have_text("2 of 2 seen")
    leave_section(page)
    for step in window_box.records["procedure"].steps:
        expect(page.locator("procedure-slider .steps > .entry:visible")).to_contain_text(step.leaflet.text)
        if step is not window_box.records["procedure"].steps[-1]:
            press_in(page, "procedure-slider")


def test_cards_and_questions(page: Page, other: VoilaServer, window_box: Content) -> None:
    open_page(page, other, "3-keep-it", widgets=2)
    for risk in window_box.records["risks"]:
        page.get_by_role("button", name=risk.name, exact=True).click()
        expect(page.locator("article.card", has_text=risk.name).locator(".back")).to_contain_text(risk.signs[0].text)
    assert page.get_by_label("How many questions?").locator("option").all_inner_texts() == ["All 4"]
    page.get_by_role("button", name="Start").click()
    for number in range(1, 5):
        question = page.locator("article.item:visible")
        expect(question).to_contain_text(f"Question {number} of 4")
        choose_any(question)
        question.get_by_role("button", name="Check my answer").click()
        expect(question.locator(".result")).not_to_be_empty()
        press_in(page, "knowledge-check")
    expect(page.locator(".summary")).to_be_visible()
    page.goto(f"{other.address}index.html")
    expect(page.locator("course-progress .progress")).to_have_text("1 of 3 sections done")


def test_python_knows_this_course(page: Page, served: VoilaServer) -> None:
    open_page(page, served, "1-where-to-hang-it")
    served.run("selector.select('shady')")
    expect(page.get_by_role("radio", name="A shady window")).to_be_checked()


@pytest.mark.parametrize("name", PAGES)
def test_no_word_of_the_first_course(page: Page, other: VoilaServer, name: str) -> None:
    page.goto(f"{other.address}{name}.html")
    assert page.title().endswith("Planting a window box")
    shown = page.evaluate("document.documentElement.textContent")
    assert "window box" in shown.lower()
    assert not MEDICAL.search(page.evaluate("document.body.innerText"))
    whole = [page.content(), *(_text(page, file) for file in ("static/course.js", "static/course.webmanifest"))]
    assert not [found.group() for text in whole for found in SUBJECT.finditer(text)]
    expect(page.locator("svg.figure, .figure-view")).to_have_count(0)


def _text(page: Page, file: str) -> str:
    address = page.evaluate("file => new URL(file, location.href).href", file)
    return ask(address).text


def test_its_notebooks_hold_what_the_words_make(folder_of_course: Path) -> None:
    ran = nbval(folder_of_course / "notebooks")
    assert ran.returncode == 0, ran.stdout[-2000:]


def test_begins_a_course_that_works(page: Page, tmp_path: Path) -> None:
    new, site = tmp_path / "new", tmp_path / "site"
    begun = miss("new", new)
    assert (begun.returncode, begun.stderr) == (0, "")
    assert miss("check", new).returncode == 0
    assert miss("site", site, "--course", new).returncode == 0
    tags = set()
    for name in ("1-read", "2-practice"):
        page.goto(f"{site.as_uri()}/{name}.html")
        expect(page.locator("main .lesson").first).to_have_attribute("data-live", "")
        tags |= set(page.locator("main .lesson").evaluate_all("all => all.map((one) => one.localName)"))
    assert tags == {"condition-selector", "procedure-slider", "risk-cards", "knowledge-check"}


def test_a_folder_with_something_in_it_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    for folder, state in ((tmp_path, "not empty"), (tmp_path / "thesis.txt", "a file")):
        refused = miss("new", folder)
        assert refused.returncode == 1
        assert refused.stderr.strip() == (
            f"{folder} is {state}, so nothing is written. Name a folder that does not exist yet."
        )
    assert [file.name for file in tmp_path.iterdir()] == ["thesis.txt"]
