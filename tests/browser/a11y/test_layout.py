"""Zoom, reflow, targets, devices, colours of the system: nothing is lost, cut off, or too small to press."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from miss.schema.content import Content
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.a11y.axe import HANDS
from tests.browser.a11y.layout import faults, stretch
from tests.browser.a11y.states import page_names, walk
from tests.browser.a11y.sweep import VOICE
from tests.browser.at_rest import open_at_rest
from tests.browser.deliveries import ServedSite

TOUCH: dict[str, Any] = {"has_touch": True, "is_mobile": True}
# A device or a wish of its reader: window, what else the browser is told, size of text, words longer by, least target.
DEVICES = {
    "400 percent zoom": (320, 256, {}, "100%", 0, 24),
    "200 percent text": (1280, 800, {}, "225%", 0, 24),
    "200 percent text, half a window": (640, 800, {}, "225%", 0, 24),
    "phone": (360, 740, TOUCH, "", 0, 44),
    "phone, sideways": (740, 360, TOUCH, "", 0, 44),
    "tablet": (820, 1180, TOUCH, "", 0, 44),
    "projector": (1920, 1080, {}, "", 0, 24),
    "words longer by 40 percent, phone": (360, 740, {}, "", 0.4, 24),
    "words longer by 40 percent, laptop": (1280, 800, {}, "", 0.4, 24),
    "words longer by 40 percent, projector": (1920, 1080, {}, "", 0.4, 24),
    "words twice as long, narrow": (320, 640, {}, "", 1, 24),
}
ALWAYS = ("400 percent zoom", "words longer by 40 percent, phone")


@contextmanager
def open_on(browser: Browser, device: str) -> Iterator[BrowserContext]:
    width, height, told, *_ = DEVICES[device]
    window = {"width": width, "height": height}
    with browser.new_context(viewport=window, reduced_motion="reduce", **told) as context:  # type: ignore[arg-type]
        context.add_init_script(path=VOICE)
        yield context


def begin(page: Page, address: str, device: str) -> None:
    """Open a page, set its text, and make its words longer."""
    *_, text, longer, _ = DEVICES[device]
    page.goto(address)
    page.evaluate(HANDS.read_text(encoding="utf-8"))
    page.evaluate("text => document.documentElement.style.fontSize = text === '100%' ? '' : text", text)
    if longer:
        stretch(page, longer)


@pytest.mark.full
@pytest.mark.parametrize("device", DEVICES)
def test_every_state_fits(chromium: Browser, site: ServedSite, content: Content, device: str) -> None:
    states, found = misfits(chromium, site, content, device, page_names(content))
    assert states > 300 and not found


@pytest.mark.parametrize("device", ALWAYS)
def test_every_state_fits_on_a_device(chromium: Browser, site: ServedSite, content: Content, device: str) -> None:
    """The devices share the pages."""
    pages = page_names(content)[ALWAYS.index(device) :: len(ALWAYS)]
    states, found = misfits(chromium, site, content, device, pages)
    assert states > 100 and not found


def misfits(
    browser: Browser, site: ServedSite, content: Content, device: str, pages: list[str]
) -> tuple[int, dict[str, str]]:
    """Count the states of some pages, and give each fault with the state that first had it."""
    found: dict[str, str] = {}
    states = 0
    *_, longer, target = DEVICES[device]
    with open_on(browser, device) as context:
        for name in pages:
            with context.new_page() as page:
                begin(page, f"{site.address}{name}.html", device)
                for state in walk(content, name):
                    page.evaluate(state.do)
                    states += 1
                    for fault in faults(page, target, real_words=not longer):
                        found.setdefault(f"{name}: {fault}", state.name)
    return states, found


FAULTS = {
    "a wide thing": ("main .opening { min-width: 150vw }", "scrolls sideways"),
    "a cut": (".way li { max-height: 3em; overflow: hidden }", "cut off"),
    "a small target": (".way button { min-height: 0 !important; font-size: 9px !important }", "px: <button"),
    "a broken word": ("main { word-break: break-all }", "a word is broken"),
    "words that leave their box": (".way button { width: 3em; white-space: nowrap }", "words leave their box"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_found(page: Page, site: ServedSite, fault: str) -> None:
    style, found = FAULTS[fault]
    page.goto(site.address)
    assert not faults(page)
    page.add_style_tag(content=style)
    assert found in " ".join(faults(page))


# Choose all that can be chosen, one after the other; give what is then larger or smaller than before.
GROWN = """() => {
  const seed = document.querySelector("form.start [name=seed]");
  if (seed) seed.value = 2; // a round that begins with options; else it is a random one
  document.querySelector("form.start button")?.click();
  for (const guess of document.querySelectorAll(".guess")) guess.click();
  const sizes = (boxes) => `${boxes.map((each) => [each.offsetWidth, each.offsetHeight])}`;
  const size = (box) => sizes(box.matches(".bin") ? [box] : [box, ...box.querySelectorAll("span")]);
  const found = [];
  let chosen = 0;
  const chooseIn = (place) => {
    for (const control of place.querySelectorAll("input:is([type=radio], [type=checkbox]), .bin")) {
      const box = control.closest(".option, label, .bin");
      if (!box.checkVisibility()) continue;
      const before = size(box);
      control.click();
      chosen += 1;
      if (size(box) !== before) found.push(`${box.textContent.trim()}: ${before}, then ${size(box)}`);
    }
  };
  chooseIn(document);
  // Each other question of a round: not every kind has boxes, and which questions are drawn differs.
  for (const round of document.querySelectorAll("knowledge-check:has(form.start)")) {
    while (round.forward() && round.current) chooseIn(round);
  }
  for (const range of document.querySelectorAll(".scrubber input")) {
    const stops = [range.closest(".scrubber"), ...range.closest(".scrubber").querySelectorAll("li")];
    for (let stop = 2; stop <= Number(range.max); stop++) {
      const before = sizes(stops);
      range.value = stop;
      range.dispatchEvent(new Event("input", { bubbles: true }));
      chosen += 1;
      if (sizes(stops) !== before) found.push(`stop ${stop}: ${before}, then ${sizes(stops)}`);
    }
  }
  return [chosen, found];
}"""


@pytest.mark.parametrize("colors", ["none", "active"])
@pytest.mark.parametrize("name", ["2-why-it-is-done", "3-how-it-is-done", "4-risks", "5-check-yourself"])
def test_nothing_grows_when_it_is_chosen(page: Page, site: ServedSite, name: str, colors: Any) -> None:
    page.emulate_media(forced_colors=colors)
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{site.address}{name}.html")
    chosen, grown = page.evaluate(GROWN)
    assert chosen >= 3 and not grown


# In forced colours what a background told is told by a line, a mark or a word.
TOLD_BY = {
    "2-why-it-is-done": (".choices label:has(:checked)", ".choices label:not(:has(:checked))"),
    "3-how-it-is-done": (".scrubber ol", ".scrubber .dot"),  # the thumb, and a stop
}
# Of a list, what is drawn over it: it has no frame itself, and its thumb's background is lost.
LOOK = """each => {
  if (each.matches("ol")) {
    const { borderColor, borderWidth, visibility, width } = getComputedStyle(each, "::after");
    const plain = getComputedStyle(document.body).color;
    const broad = parseFloat(borderWidth) * 2 > parseFloat(width) / 3;
    return [borderColor === plain ? "plain" : "colored", broad, visibility].join();
  }
  const frame = getComputedStyle(each, "::before").borderWidth;
  const { borderColor, outlineStyle, borderWidth } = getComputedStyle(each);
  return [borderColor, outlineStyle, borderWidth, frame].join();
}"""


# A slider is seen by what is drawn under it.
OUTLINE = """getComputedStyle(document.activeElement.closest(".scrubber") ?? document.activeElement).outlineStyle"""


@pytest.mark.parametrize("name", TOLD_BY)
def test_forced_colours_tell_what_is_chosen(page: Page, site: ServedSite, name: str) -> None:
    page.emulate_media(forced_colors="active")
    page.goto(f"{site.address}{name}.html")
    page.locator(".choices label:nth-child(2) input, .scrubber input").click()
    chosen, other = TOLD_BY[name]
    look = page.locator(chosen).first.evaluate(LOOK)
    assert look != page.locator(other).first.evaluate(LOOK)
    assert "scrubber" not in chosen or look == "colored,true,visible"
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate(OUTLINE) == "solid"


# What can be pressed, is seen and has a background, or an edge.
WITH_BACKGROUND = """(all) => all.filter((each) => each.checkVisibility()).filter((each) =>
  getComputedStyle(each).backgroundColor !== "rgba(0, 0, 0, 0)").map((each) => each.textContent.trim())"""
WITH_EDGE = """(all) => all.filter((each) => each.checkVisibility()).filter((each) =>
  getComputedStyle(each).borderStyle === "solid" && parseFloat(getComputedStyle(each).borderTopWidth) >= 1)
  .map((each) => each.textContent.trim())"""


@pytest.mark.parametrize("name", ["index", *TOLD_BY])
def test_forced_colours_leave_each_button_its_edge(page: Page, site: ServedSite, name: str) -> None:
    pressed = open_at_rest(page, f"{site.address}{name}.html").locator("body :is(a, button)")
    filled = pressed.evaluate_all(WITH_BACKGROUND)
    page.emulate_media(forced_colors="active")
    assert filled and set(filled) <= set(pressed.evaluate_all(WITH_EDGE))


COUNT_MOVES = """window.moves = 0;
for (const begun of ["transitionrun", "animationstart"]) addEventListener(begun, () => window.moves++, true);"""


@pytest.mark.parametrize(("wish", "moves"), [("reduce", False), ("no-preference", True)])
def test_who_wants_no_motion_gets_none(page: Page, site: ServedSite, content: Content, wish: str, moves: bool) -> None:
    page.emulate_media(reduced_motion=wish)  # type: ignore[arg-type]
    page.add_init_script(COUNT_MOVES)
    page.goto(f"{site.address}2-why-it-is-done.html")
    for condition in content.records["conditions"]:
        page.get_by_role("radio", name=condition.name, exact=True).check()
        drawn = page.locator(f'condition-selector .stage .figure[data-state="{condition.id}"]')
        expect(drawn).to_be_visible()
        drawn.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    if moves:
        page.wait_for_function("window.moves > 0")
    else:
        assert page.evaluate("window.moves") == 0


def test_dark_by_the_system_and_by_the_switch(page: Page, site: ServedSite) -> None:
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    page.goto(site.address)
    light = page.evaluate(paper)
    page.emulate_media(color_scheme="dark")
    dark = page.evaluate(paper)
    assert dark != light
    page.get_by_role("button", name="Light or dark").click()
    assert page.evaluate(paper) == light
    page.emulate_media(color_scheme="light")
    page.get_by_role("button", name="Light or dark").click()
    page.reload()
    assert page.evaluate(paper) == dark
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
