"""The typeface: there at the first paint in each delivery, and never changed under the reader's eyes."""

import time

import pytest
from miss.render.fonts import FONT
from playwright.sync_api import Browser, Page, Route

from tests.support.waiting import wait_until

from .deliveries import FileSite, ServedSite
from .server import VoilaServer
from .test_layout_shift import OBSERVER

# The widths of a word in the page's own font, and in the fallback alone.
WIDTHS = """() => {
  const word = document.createElement("span");
  word.textContent = "Il1O0agQ";
  word.style.fontWeight = "400";
  document.querySelector("main").append(word);
  const width = (family) => {
    word.style.fontFamily = family;
    return word.getBoundingClientRect().width;
  };
  const widths = [width(""), width('"Atkinson Hyperlegible Next"'), width('"Atkinson Fallback"')];
  word.remove();
  return widths;
}"""
TEXT = "main .topic .say"
# The heights of a long paragraph in the typeface and in its fallback.
HEIGHTS = """async (weight) => Promise.all(["Atkinson Hyperlegible Next", "Atkinson Fallback"].map(async (family) => {
  await document.fonts.load(`${weight} 17px "${family}"`);
  const text = document.createElement("p");
  text.textContent = "Some back problems do not get better with other treatment. ".repeat(20);
  text.style = `font: ${weight} 17px/normal "${family}"; width: 330px`;
  document.querySelector("main").replaceChildren(text);
  return text.getBoundingClientRect().height;
}))"""


def test_a_page_is_shown_in_the_typeface(page: Page, course: VoilaServer | FileSite | ServedSite) -> None:
    page.goto(f"{course.address}2-why-it-is-done.html")
    show_in_typeface(page)


def show_in_typeface(page: Page) -> None:
    """Load the page again until its typeface is shown: on a busy machine the file may come too late for one load."""

    def shown() -> bool:
        page.evaluate("document.fonts.ready")
        own, typeface, fallback = page.evaluate(WIDTHS)
        if own == typeface != fallback:
            return True
        page.reload()
        return False

    wait_until(shown, "the page is shown in its typeface")


def test_a_late_typeface_moves_nothing(chromium: Browser, site: ServedSite) -> None:
    def late(route: Route) -> None:
        time.sleep(2)
        route.continue_()

    with chromium.new_context(viewport={"width": 360, "height": 740}) as context:
        page = context.new_page()
        page.add_init_script(OBSERVER)
        page.route(f"**/{FONT.name}", late)
        page.goto(f"{site.address}2-why-it-is-done.html", wait_until="domcontentloaded")
        before = page.locator(TEXT).first.bounding_box()
        page.wait_for_function(
            "[...document.fonts].some((face) => face.status === 'loaded' && face.display === 'optional')"
        )
        assert page.locator(TEXT).first.bounding_box() == before
        assert page.evaluate("shiftSum()") < 0.01


@pytest.mark.parametrize("weight", [400, 700])
def test_the_fallback_takes_the_same_room(page: Page, site: ServedSite, weight: int) -> None:
    page.goto(f"{site.address}2-why-it-is-done.html")
    show_in_typeface(page)
    heights = page.evaluate(HEIGHTS, weight)
    assert heights[0] == pytest.approx(heights[1], rel=0.06)  # one line of twenty


def test_the_file_is_small_and_comes_with_its_licence() -> None:
    assert FONT.stat().st_size <= 40 * 1024
    assert "SIL Open Font License, Version 1.1" in (FONT.parent / "OFL.txt").read_text(encoding="utf-8")
