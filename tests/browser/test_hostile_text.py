"""Any text of the content is displayed as text: it breaks no page and runs no script, in every delivery."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from miss.notebooks.read import list_notebooks
from miss.schema.text import plain
from playwright.sync_api import Page, expect

from .at_rest import open_at_rest
from .deliveries import ServedFolder
from .finish import choose_any
from .hostile import HOSTILE, LONG, make_hostile
from .lab import LabServer, find, run_all
from .moment_bar import press_in
from .other_course import make_window_box, miss
from .server import MissServer, VoilaServer
from .test_other_course import Files
from .test_widgets import open_page

TEXTS_AND_ATTRIBUTES = """() => [document.documentElement.textContent, document.title,
    ...[...document.querySelectorAll('*')].flatMap((one) => [...one.attributes].map((named) => named.value))]"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("hostile")
    course = make_window_box(folder / "course")
    make_hostile(course, folder / "gate")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", f"{folder / 'gate'}{os.pathsep}{os.environ.get('PYTHONPATH', '')}")
        stored = miss("notebooks", course)
        assert stored.returncode == 0, stored.stderr
        yield course


@pytest.fixture(scope="module")
def voila_hostile(hostile: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[VoilaServer]:
    with MissServer(tmp_path_factory.mktemp("served"), root=hostile) as server:
        yield server


@pytest.fixture(scope="module")
def file_hostile(hostile: Path, tmp_path_factory: pytest.TempPathFactory) -> Files:
    site = tmp_path_factory.mktemp("site") / "site"
    made = miss("site", site, "--course", hostile)
    assert made.returncode == 0, made.stderr
    return Files(site)


@pytest.fixture(scope="module")
def site_hostile(file_hostile: Files) -> Iterator[ServedFolder]:
    with ServedFolder(file_hostile.folder) as served:
        yield served


@pytest.fixture(params=["voila_hostile", pytest.param("site_hostile", marks=pytest.mark.full), "file_hostile"])
def delivered(request: pytest.FixtureRequest) -> VoilaServer:
    return request.getfixturevalue(request.param)


def test_is_displayed_and_not_executed(page: Page, delivered: VoilaServer, hostile: Path) -> None:
    page.on("dialog", lambda dialog: pytest.fail(f"a dialog: {dialog.message}"))
    shown = ""
    for notebook in list_notebooks(hostile / "notebooks"):
        page.set_viewport_size({"width": 360, "height": 800})
        open_at_rest(page, f"{delivered.address}{notebook.stem}.html")
        page.evaluate("scrollTo(0, document.body.scrollHeight)")
        _assert_intact(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), notebook.stem
        shown += " ".join(page.evaluate(TEXTS_AND_ATTRIBUTES))
    texts = _texts(hostile)
    assert len(texts) > 100
    shown = " ".join(shown.split())
    assert not [text[:60] for text in texts if " ".join(plain(text).split()) not in shown]


def _assert_intact(page: Page) -> None:
    assert page.evaluate("window.ran") is None
    # the package's own icons are of that class, its marks in that place; what a text brought would be neither
    foreign = "main script, main img, main style, main textarea, main svg:not(.icon, .section-mark > *)"
    expect(page.locator(foreign)).to_have_count(0)
    expect(page.locator("a[href^='javascript' i], body [onerror], [onload], [onmouseover]")).to_have_count(0)


def _texts(course: Path) -> list[str]:
    found = []
    for stem in ("course", "sections", "conditions", "procedure", "risks", "quiz", "glossary"):
        data = yaml.safe_load((course / "content" / "en" / f"{stem}.yaml").read_text(encoding="utf-8"))
        found += [text for text in _strings(data) if HOSTILE in text]
    return found


def _strings(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    for part in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _strings(part)


def test_every_widget_works(page: Page, delivered: VoilaServer) -> None:
    open_page(page, delivered, "1-where-to-hang-it")
    page.get_by_role("radio").nth(1).check()
    expect(page.locator("condition-selector .entry:visible")).to_contain_text("<script>window.ran = 1</script>")
    expect(page.locator("condition-selector .status")).to_contain_text("<script>window.ran = 1</script>")
    open_page(page, delivered, "2-plant-it")
    page.locator(".opening summary").click()
    page.locator("main .term:visible").first.click()
    expect(page.locator(".meaning")).to_contain_text("[a link](javascript:window.ran=1)")
    press_in(page, "procedure-slider")
    expect(page.get_by_role("slider")).to_have_value("2")
    open_page(page, delivered, "3-keep-it", widgets=2)
    page.locator(".reveal").nth(1).click()
    expect(page.locator("risk-cards .back:visible")).to_contain_text("{{ 7 * 7 }} {% raw %} {total} $& $1")
    page.locator("knowledge-check .start button").click()
    for _ in range(4):
        question = page.locator("article.item:visible")
        choose_any(question)
        question.locator("button.check").click()
        expect(question.locator(".result")).not_to_be_empty()
        press_in(page, "knowledge-check")
    expect(page.locator(".summary")).to_be_visible()
    page.reload()
    expect(page.locator("risk-cards .back:visible")).to_have_count(1)
    _assert_intact(page)


@pytest.fixture
def lab(hostile: Path) -> Iterator[LabServer]:
    with LabServer(hostile) as server:
        yield server


def test_in_jupyterlab(page: Page, lab: LabServer) -> None:
    page.goto(lab.notebook("2-plant-it"))
    stored = page.locator(".jp-RenderedHTML", has_text="<script>window.ran = 1</script>").first
    expect(stored).to_be_visible(timeout=90_000)
    run_all(page)
    live = find(page, "procedure-slider[data-live][data-attached]")
    expect(live).to_contain_text("<script>window.ran = 1</script>")
    assert page.evaluate("window.ran") is None


def test_the_check_rejects_html(hostile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gates = os.environ["PYTHONPATH"].split(os.pathsep)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(gates[1:]))
    refused = miss("check", hostile)
    assert refused.returncode == 2
    assert "expected plain text, found HTML (<script>)" in refused.stderr
    assert LONG[:100] not in refused.stderr
