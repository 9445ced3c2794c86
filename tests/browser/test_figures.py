"""The figures: every state is distinguishable for everyone, has a description, and fits its box."""

import base64
import gzip
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from math import ceil
from pathlib import Path
from typing import Any

import pytest
from miss.export.site import write_site
from miss.schema.content import Content
from miss.schema.text import Statement
from miss.web.frame import render_page
from playwright.sync_api import Browser, Page, expect

from tests.conftest import COURSE, ROOT

from .at_rest import open_at_rest
from .gallery import still, style

ILLUSTRATIONS = ROOT / "assets" / "illustrations"
MIN_DIFFERENCE = 0.002  # share of the pixels: about the area of a coin on a page
# The drawings in a grid, large enough to compare pixels; labels are hidden.
GRID = """
:root { color-scheme: light dark } .label { display: none }
body { margin: 0; display: grid; grid-template-columns: repeat(7, 240px); grid-auto-rows: 280px }
.figure { width: 240px; height: 280px }
"""
PAGES = ("1-what-it-is", "2-why-it-is-done", "3-how-it-is-done")

# For pairs of drawings on a screenshot, the share of pixels that clearly differ, computed in the browser.
DIFFERENCES = """async ([shot, pairs]) => {
  const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${shot}`)).blob());
  const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
  context.drawImage(image, 0, 0);
  const boxes = [...document.querySelectorAll("svg")].map((svg) => svg.getBoundingClientRect());
  const pixels = boxes.map(({ x, y, width, height }) => context.getImageData(x, y, width, height).data);
  return pairs.map(([i, j]) => {
    const [a, b] = [pixels[i], pixels[j]];
    let count = 0;
    for (let k = 0; k < a.length; k += 4) {
      if (Math.abs(a[k] - b[k]) + Math.abs(a[k + 1] - b[k + 1]) + Math.abs(a[k + 2] - b[k + 2]) > 60) count++;
    }
    return count / (a.length / 4);
  });
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The course, exported as files."""
    folder = tmp_path_factory.mktemp("site")
    write_site(COURSE, folder)
    return folder


@pytest.fixture
def open_page(chromium: Browser, site: Path) -> Iterator[Callable[..., Page]]:
    """Open a page at a window width, with reduced motion."""
    with ExitStack() as opened:

        def open_one(name: str, width: int = 1280, **options: Any) -> Page:
            window: Any = {"width": width, "height": 900}
            page = opened.enter_context(chromium.new_page(viewport=window, reduced_motion="reduce", **options))
            open_at_rest(page, (site / f"{name}.html").as_uri())
            return page

        yield open_one


VISION: dict[str, dict[str, Any]] = {
    "light": {},
    "dark": {"media": {"color_scheme": "dark"}},
    "forced colors": {"media": {"forced_colors": "active"}},
    "print in gray": {"media": {"media": "print"}},
    **{name: {"vision": name} for name in ("protanopia", "deuteranopia", "tritanopia", "achromatopsia")},
}


@pytest.fixture(scope="module")
def grid(chromium: Browser, content: Content) -> Iterator[Page]:
    """Every state of every figure, side by side."""
    shown = [still(content, figure, state) for figure in content.pictures.figures for state in figure.states]
    window: Any = {"width": 1680, "height": 280 * ceil(len(shown) / 7)}  # a screenshot shows no more than the window
    with chromium.new_page(viewport=window, reduced_motion="reduce") as page:
        page.set_content(f"<style>{style()}{GRID}</style>" + "".join(shown))
        yield page


@pytest.mark.parametrize("vision", VISION)
def test_every_state_looks_different(grid: Page, content: Content, vision: str) -> None:
    shown = [(figure.drawing, state.id) for figure in content.pictures.figures for state in figure.states]
    pairs = [(i, j) for i, (drawing, _) in enumerate(shown) for j in range(i) if drawing == shown[j][0]]
    seen = VISION[vision]
    protocol = grid.context.new_cdp_session(grid)
    protocol.send("Emulation.setEmulatedVisionDeficiency", {"type": seen.get("vision", "none")})
    grid.emulate_media(**{"media": "screen", "color_scheme": "light", "forced_colors": "none"} | seen.get("media", {}))  # type: ignore[arg-type]
    taken = base64.b64encode(grid.screenshot()).decode()
    shares = grid.evaluate(DIFFERENCES, [taken, pairs])
    close = {f"{shown[i][1]}, {shown[j][1]}": share for (i, j), share in zip(pairs, shares, strict=True)}
    assert len(pairs) > 100 and not {pair: share for pair, share in close.items() if share < MIN_DIFFERENCE}


def test_every_record_has_its_state_and_every_state_its_words(content: Content) -> None:
    states = {state.id: state for figure in content.pictures.figures for state in figure.states}
    records = [*content.records["conditions"], *content.records["procedure"].steps]
    wanted = {record.id for record in records}
    wanted |= {f"{operation.id}-{when}" for operation in content.records["operations"] for when in ("before", "after")}
    assert not wanted - set(states)
    texts = [state.text for figure in content.pictures.figures for state in figure.states]
    assert len(set(texts)) == len(texts) and all(isinstance(s, Statement) and len(s.text) > 80 for s in states.values())
    assert {risk.id for risk in content.records["risks"]} == set(content.pictures.marks)


def test_drawings_are_light() -> None:
    files = sorted(file for file in ILLUSTRATIONS.rglob("*.*"))
    assert len(gzip.compress(b"".join(file.read_bytes() for file in files), mtime=0)) < 120_000
    assert not [file for file in files if file.suffix not in (".svg", ".css")]


def test_chosen_condition_is_drawn(open_page: Callable[..., Page], content: Content) -> None:
    page = open_page("2-why-it-is-done")
    states = {state.id: state for figure in content.figures("conditions") for state in figure.states}
    for condition in content.records["conditions"]:
        page.get_by_role("radio", name=condition.name, exact=True).check()
        shown = page.locator("condition-selector figure-view:visible")
        expect(shown.locator(".stage svg")).to_have_attribute("data-state", condition.id)
        expect(shown.get_by_role("img", name=states[condition.id].title)).to_be_visible()
        told = page.locator("condition-selector .description:visible")
        told.locator("summary").click()
        expect(told.locator(".say")).to_have_text(f"{states[condition.id].text}+")
        expect(told.locator(".say")).to_be_visible()
        shown.get_by_role("switch", name="Healthy").check()
        expect(shown.locator(".stage svg")).to_have_attribute("data-state", "healthy")
        shown.get_by_role("switch", name="Healthy").uncheck()
        expect(shown.locator(".stage svg")).to_have_attribute("data-state", condition.id)


def test_every_step_is_drawn(open_page: Callable[..., Page], content: Content) -> None:
    page = open_page("3-how-it-is-done")
    figure = page.locator("procedure-slider figure-view")
    for number, step in enumerate(content.records["procedure"].steps):
        page.get_by_role("slider").fill(str(number + 1))
        expect(figure.locator(".stage svg")).to_have_attribute("data-state", step.id)
        expect(page.locator("procedure-slider .description:visible")).to_have_count(1)


def test_before_and_after_an_operation(open_page: Callable[..., Page], content: Content) -> None:
    page = open_page("1-what-it-is")
    for operation in content.records["operations"]:
        page.get_by_role("radio", name=operation.name, exact=True).check()
        figure = page.locator(f'figure-view[data-id="{operation.id}"]')
        for when in ("After", "Before"):
            figure.get_by_label(when).check()
            expect(figure.locator(".stage svg")).to_have_attribute("data-state", f"{operation.id}-{when.lower()}")


def test_reduced_motion_changes_without_movement(open_page: Callable[..., Page]) -> None:
    page = open_page("2-why-it-is-done")
    moving = "() => document.getAnimations().filter((each) => each.effect.target.closest?.('svg')).length"
    page.get_by_role("radio", name="Spinal instability", exact=True).check()
    assert page.evaluate(moving) == 0
    page.emulate_media(reduced_motion="no-preference")
    page.evaluate("new Promise((resolve) => setTimeout(resolve, 1000))")
    page.get_by_role("radio", name="Herniated disk", exact=True).check()
    page.wait_for_function(f"({moving})() > 0")


SET_STATES = """(figure, numbers) => {
    const radios = document.querySelectorAll(".choices input");
    for (const number of numbers) figure.setAttribute("state", radios[number].value);
    return getComputedStyle(figure.querySelector(".layer")).transitionProperty;
}"""


def test_a_request_during_a_transition_is_shown_without_one(open_page: Callable[..., Page]) -> None:
    page = open_page("2-why-it-is-done")
    page.emulate_media(reduced_motion="no-preference")
    figure = page.locator("figure-view:visible").first
    assert figure.evaluate(SET_STATES, [2, 2]) != "none"  # the same state twice keeps the transition
    assert figure.evaluate(SET_STATES, [0, 1]) == "none"
    expect(figure.locator(".layer").first).not_to_have_css("transition-property", "none")  # after the transition


@pytest.mark.parametrize("name", PAGES)
def test_without_script_every_state_is_described(open_page: Callable[..., Page], content: Content, name: str) -> None:
    page = open_page(name, java_script_enabled=False)
    for described in page.locator(".description summary").all():
        described.click()
    said = page.locator("main").inner_text()
    section = next(section for section in content.sections if section.notebook == name)
    figures = [figure for topic in section.topics for figure in content.figures(topic.id)]
    assert figures and not [state.id for figure in figures for state in figure.states if state.text not in said]


def test_a_picture_whose_names_are_shown_is_in_sight(open_page: Callable[..., Page]) -> None:
    page = open_page("2-why-it-is-done")
    page.set_viewport_size({"width": 360, "height": 740})
    page.locator(".choices input").first.check()
    page.locator(".entry[data-open] .nursing summary").click()
    page.evaluate("scrollBy(0, 600)")
    figure = page.locator("figure-view:visible")
    figure.locator(".toggle.names").click()
    expect(figure.locator(".label :is(.name, .number):visible").first).to_be_in_viewport()


@pytest.mark.parametrize("notebook", ["index", *(section.notebook for section in COURSE.content.sections)])
def test_the_drawings_of_a_page_are_light(notebook: str) -> None:
    page = render_page(ROOT / "notebooks" / f"{notebook}.ipynb", COURSE)
    drawings = re.findall(r'<svg[^>]*class="figure.*?</svg>', page, re.DOTALL)
    assert drawings or notebook.startswith("5")
    assert len(gzip.compress("".join(drawings).encode(), mtime=0)) < 30_000
