"""The same notebooks in JupyterLab: the stored page at once, working widgets after Run All, the page after a save.

Before and after the run it looks like the course.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest
from miss.course import Course
from miss.web.frame import render_page
from playwright.sync_api import Browser, Locator, Page, expect

from tests.conftest import ROOT
from tests.support.processes import run
from tests.support.waiting import wait_until

from .a11y.places import lab_on_a_copy
from .lab import LabServer, contents, end_kernels, find, run_all, saved, set_theme, wait_for_kernel
from .naming import DRAWING, POINT, asked, picture, start

PAGE = "2-why-it-is-done"
TEXT = ("color", "fontFamily", "fontWeight", "fontStyle")
CARD = ("backgroundColor", "borderTopColor", "borderTopWidth", "borderTopLeftRadius")
LOOKS = {"header.opening h1": TEXT, ".topic > h2": TEXT, ".topic > p.say": TEXT, ".entry": CARD, ".entry h3": TEXT}
STYLE = "(element, names) => names.map(name => getComputedStyle(element)[name])"
CONTENTS = [
    [1, "Why it is done"],
    *[[2, title] for title in ("Other treatment first", "Eight conditions", "When surgery may help")],
    *[[2, title] for title in ("When MISS is not a choice", "In short")],
    [2, "The same from Python"],
]
CELLS = """() => window.jupyterapp.shell.currentWidget.content.widgets.map(({ model, inputHidden }) =>
  [(model.getMetadata("tags") ?? [])[0] ?? "page", model.type === "code" && inputHidden])"""
# The looks of everything that is no cell of a page, with the course's style sheet and without it.
INTERFACE = """() => {
  const cells = ".jp-CodeCell:is(:has(.lesson), :has(+ .jp-CodeCell .lesson))";
  const others = [...document.querySelectorAll("body, body *")].filter((each) => !each.closest(cells));
  const looks = () => others.map((each) => {
    const { color, font, padding, margin, background, colorScheme, display } = getComputedStyle(each);
    return [color, font, padding, margin, background, colorScheme, display].join();
  });
  const withIt = looks();
  document.querySelector("link[href$='course-notebooks/style.css']").disabled = true;
  const without = looks();
  return [withIt.length, withIt.filter((look, index) => look !== without[index]).length];
}"""


@pytest.fixture
def own_lab(copy: Path) -> Iterator[LabServer]:
    with LabServer(copy) as server:
        yield server


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LabServer]:
    """A server in which no notebook is saved; the last test has one trusted."""
    with lab_on_a_copy(tmp_path_factory.mktemp("lab")) as server:
        yield server


@pytest.fixture
def wide(chromium: Browser) -> Iterator[Page]:
    with chromium.new_page(viewport={"width": 1400, "height": 1000}) as opened:
        yield opened


def test_stored_page_then_working_widget_then_page_again(own_lab: LabServer, wide: Page) -> None:
    wide.goto(own_lab.notebook("2-why-it-is-done"))
    stored_page = wide.locator(".jp-RenderedHTML", has_text="Choose a condition").first
    expect(stored_page).to_be_visible(timeout=90_000)
    expect(stored_page).to_contain_text("Spondylolysis")
    run_all(wide)
    expect(wide.locator(".jp-Cell", has_text="8 of 8 seen").last).to_be_visible(timeout=90_000)  # the last check cell
    live = find(wide, "condition-selector[data-live][data-attached]")
    live.get_by_role("radio").nth(3).check()
    expect(live.locator(".entry:visible")).to_have_count(1)
    expect(live.locator(".entry:visible h3").first).to_have_text("Spinal instability")
    file = own_lab.folder / "notebooks" / "2-why-it-is-done.ipynb"
    stored = file.read_bytes()
    assert saved(wide, file) == stored
    end_kernels(wide)
    wide.goto(own_lab.notebook("2-why-it-is-done"))
    expect(stored_page).to_be_visible(timeout=90_000)
    expect(wide.get_by_text("model not found")).to_have_count(0)
    wide.get_by_role("button", name="Render with Voilà").click()
    whole = wide.frame_locator("iframe[src*='voila/render']").locator("body")
    expect(whole.get_by_role("radio", name="Spinal instability").first).to_be_visible(timeout=90_000)
    expect(whole).to_contain_text("Other treatment first")


def test_parts_are_touched_there_too(lab: LabServer, wide: Page) -> None:
    wide.goto(lab.notebook(PAGE))
    run_all(wide)
    figure = picture(wide, "condition-selector[data-attached]")
    expect(figure).to_be_visible(timeout=90_000)
    start(figure)
    part, name = asked(figure)
    point = figure.evaluate(POINT, part)
    figure.locator(DRAWING).click(position=point)
    expect(figure.locator(".part-verdict")).to_contain_text(f" {name}.")
    expect(figure.locator("[data-lit]:not(.label)").first).to_have_attribute("data-part", part)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_looks_like_the_course_before_and_after_a_run(
    theme: Literal["light", "dark"], lab: LabServer, wide: Page, page: Page
) -> None:
    page.emulate_media(color_scheme=theme)
    page.set_content(render_page(lab.folder / "notebooks" / f"{PAGE}.ipynb", Course(lab.folder)))
    expected = looks(page, lambda page, name: page.locator(name).first)
    wide.goto(lab.notebook(PAGE))
    expect(wide.locator(".jp-RenderedHTML .opening")).to_be_visible(timeout=90_000)
    set_theme(wide, theme)
    check_course(wide, expected)
    stage = wide.locator(".jp-RenderedHTML .stage").first
    expect(stage).to_be_attached()
    expect(stage).to_be_hidden()  # it has lost its drawing, and only the labels are left
    run_all(wide)
    find(wide, "condition-selector[data-attached]")
    check_course(wide, expected)
    elements, changed = wide.evaluate(INTERFACE)
    assert elements > 500 and not changed
    end_kernels(wide)


def looks(page: Page, find: Callable[[Page, str], Locator]) -> dict[str, list[str]]:
    return {name: find(page, name).evaluate(STYLE, list(styles)) for name, styles in LOOKS.items()}


def check_course(page: Page, expected: dict[str, list[str]]) -> None:
    assert looks(page, find) == expected
    wait_until(lambda: contents(page) == CONTENTS, "the table of contents reads like the lesson")
    cells = page.evaluate(CELLS)
    assert cells[0] == ["about", False] and cells[-1] == ["check", False]
    assert all(collapsed == (kind == "page") for kind, collapsed in cells)


def test_drawings_show_at_once_in_a_trusted_notebook(lab: LabServer, wide: Page) -> None:
    notebook = lab.folder / "notebooks" / f"{PAGE}.ipynb"
    trust = run(["jupyter", "trust", str(notebook)], env=lab.environment())
    assert trust.returncode == 0, trust.stderr
    wide.goto(lab.notebook(PAGE))
    expect(wide.locator(".jp-RenderedHTML .opening")).to_be_visible(timeout=90_000)
    expect(find(wide, ".jp-RenderedHTML .stage svg")).to_be_visible()
    wait_for_kernel(wide)


def test_make_lab_trusts_the_notebooks_of_the_course() -> None:
    commands = run(["make", "--dry-run", "lab", "COURSE=my course"], cwd=ROOT).stdout
    assert 'jupyter trust "my course"/notebooks/*.ipynb\n' in commands.partition("jupyter lab")[0]
