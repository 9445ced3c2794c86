"""Picture and words together: whatever is chosen, its name, its picture and its first sentence are on the screen."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
from miss.schema.content import Content
from playwright.sync_api import Browser, Locator, Page, expect

from tests.conftest import COURSE

from .at_rest import open_at_rest
from .deliveries import ServedSite

SIZES = [(360, 740), (1280, 800), (1920, 1080)]
BAR = 72  # a bar at the bottom of the page, as pages of sections have it


class Shown(NamedTuple):
    """An element that shows one of some records, its page, and the states of its pictures by record."""

    page: str
    tag: str
    kind: str


SELECTORS = [
    Shown("2-why-it-is-done", "condition-selector", "conditions"),
    Shown("1-what-it-is", "operation-selector", "operations"),
]
by_kind = pytest.mark.parametrize("shown", SELECTORS, ids=lambda shown: shown.kind)
by_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


def by_size_but(width: int) -> pytest.MarkDecorator:
    """Leave one size to `make sweep`; a click is made at each size."""
    sizes = [pytest.param(size, marks=pytest.mark.full if size[0] == width else ()) for size in SIZES]
    return pytest.mark.parametrize("size", sizes, ids=lambda size: f"{size[0]}x{size[1]}")


# What is hidden of the open entry's name, its first sentence and its picture: the height in sight of the last.
HIDDEN = """([tag, bar]) => {
  const element = document.querySelector(tag);
  const found = [];
  const free = (x, y, target) => y < innerHeight - bar && target.contains(document.elementFromPoint(x, y));
  for (const part of [".entry[data-open] > h3", ".entry[data-open] .say"]) {
    const target = element.querySelector(part);
    const text = document.createRange();
    text.selectNodeContents(target);
    for (const { left, top, bottom } of text.getClientRects()) {
      if (!free(left + 2, top + 2, target) || !free(left + 2, bottom - 2, target)) found.push(part);
    }
  }
  const figure = element.querySelector("figure-view:not([hidden])");
  const { left, width, top, bottom } = figure.querySelector(".stage").getBoundingClientRect();
  let seen = 0;
  for (let y = Math.max(0, top); y < Math.min(bottom, innerHeight - bar); y++) {
    seen += free(left + width - 3, y, figure);
  }
  if (seen < 150) found.push(`the picture: ${seen} px of it`);
  return found;
}"""


@pytest.fixture
def page(chromium: Browser, site: ServedSite, shown: Shown, size: tuple[int, int]) -> Iterator[Page]:
    """The page of an element in a window of a size, with a bar at its bottom."""
    window: Any = {"width": size[0], "height": size[1]}
    with chromium.new_page(viewport=window, reduced_motion="reduce") as page:
        open_at_rest(page, f"{site.address}{shown.page}.html")
        element = page.locator(shown.tag)
        element.evaluate(
            "(element, bar) => { element.style.setProperty('--bar', `${bar}px`); element.dataset.docked = ''; }", BAR
        )
        yield page


def chip(page: Page, shown: Shown, id: str) -> Locator:
    return page.locator(f'{shown.tag} .strip label:has(input[value="{id}"])')


def together(page: Page, shown: Shown, id: str) -> None:
    expect(page.locator(f"{shown.tag} .entry:visible")).to_have_attribute("data-id", id)
    drawn = page.locator(f"{shown.tag} figure-view:visible .stage svg")
    expect(drawn).to_have_attribute("data-state", id if shown.kind == "conditions" else f"{id}-before")
    page.wait_for_function(f"(given) => !({HIDDEN})(given).length", arg=[shown.tag, BAR], timeout=5000)


def ids(shown: Shown) -> list[str]:
    return [record.id for record in COURSE.content.records[shown.kind]]


def read_on(page: Page) -> None:
    """Scroll on, as who has read the words; the next choice is made from there."""
    page.evaluate("scrollBy({ top: 260, behavior: 'instant' })")


@by_size_but(1920)
@by_kind
def test_after_a_key(page: Page, shown: Shown, size: tuple[int, int]) -> None:
    page.locator(f"{shown.tag} .strip input").first.focus()
    for index, id in enumerate(ids(shown)):
        page.keyboard.press("ArrowDown" if index else "Space")
        together(page, shown, id)
        assert page.evaluate("() => document.activeElement.value") == id
        ring = page.evaluate("() => document.activeElement.closest('label').getBoundingClientRect().toJSON()")
        assert ring["top"] >= 0 and ring["bottom"] <= size[1] - BAR and ring["right"] > 0 and ring["left"] < size[0]
        read_on(page)


@by_size_but(1280)
@by_kind
def test_after_next_and_back(page: Page, shown: Shown) -> None:
    element = page.locator(shown.tag)
    assert element.evaluate("(element) => [element.place, element.backward()]") == ["", False]
    total = len(ids(shown))
    for number, id in enumerate(ids(shown), 1):
        assert element.evaluate("(element) => element.forward()")
        together(page, shown, id)
        assert element.evaluate("(element) => element.place") == f"{number} of {total}"
        read_on(page)
    assert not element.evaluate("(element) => element.forward()")
    assert element.evaluate("(element) => element.backward()")
    together(page, shown, ids(shown)[-2])


@pytest.mark.parametrize("size", [(1280, 800)], ids=["laptop"])
@by_kind
def test_next_comes_to_what_was_left_out(page: Page, shown: Shown) -> None:
    first, *_, last = ids(shown)
    chip(page, shown, last).click()
    assert page.locator(shown.tag).evaluate("(element) => element.forward()")
    together(page, shown, first)


# The lenses and the ring: their circles, what each lens shows, and how much larger it shows the drawing.
LENSES = """(picture) => {
  const circle = (element) => {
    const { x, y, width } = element.getBoundingClientRect();
    return [x + width / 2, y + width / 2, width / 2];
  };
  const lenses = [...picture.querySelectorAll(".lens")].map(circle);
  const ring = circle(picture.querySelector(".wire circle"));
  const drawings = [...picture.querySelectorAll(".lens svg")];
  const scale = (element) => element.getScreenCTM().a;
  const apart = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]) - a[2] - b[2];
  return {
    apart: Math.min(apart(lenses[0], lenses[1]), ...lenses.map((lens) => apart(lens, ring))),
    larger: Math.min(...drawings.map((svg) => scale(svg) / scale(picture.querySelector(".stage svg")))),
    hidden: drawings.every((svg) => svg.closest("[aria-hidden=true]")),
    ids: drawings.flatMap((svg) => [...svg.querySelectorAll("[id]")]).length,
    states: drawings.map((svg) => svg.dataset.state),
    inside: [...picture.querySelectorAll(".tag[data-open], .lens")].every((part) => {
      const [a, b] = [part, picture].map((each) => each.getBoundingClientRect());
      return a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom;
    }),
  };
}"""


def compared(shown: Shown, id: str) -> list[str]:
    """The states that the lenses of a record show, in order."""
    return [id, "healthy"] if shown.kind == "conditions" else [f"{id}-before", f"{id}-after"]


@by_size
@by_kind
def test_after_a_click_two_lenses_compare_what_is_wrong(page: Page, shown: Shown, content: Content) -> None:
    tags = {state.id: state.tag or "none" for figure in content.pictures.figures for state in figure.states}
    for id in ids(shown):
        chip(page, shown, id).click()
        together(page, shown, id)
        states = compared(shown, id)
        picture = page.locator(f"{shown.tag} figure-view:visible .picture")
        assert set(picture.locator(".tag:visible").all_inner_texts()) == {tags[state] for state in states}
        lenses = picture.evaluate(LENSES)
        assert lenses["apart"] > 0 and lenses["larger"] > 1.15 and lenses["inside"], (id, lenses)
        assert lenses["hidden"] and not lenses["ids"] and lenses["states"] == states
        assert 2 <= len(tags[states[0]].split()) <= 5
        read_on(page)


@pytest.mark.parametrize("size", [(360, 740)], ids=["phone"])
@by_kind
def test_the_shown_side_is_marked(page: Page, shown: Shown) -> None:
    id = ids(shown)[-2]
    chip(page, shown, id).click()
    picture = page.locator(f"{shown.tag} figure-view:visible .picture")
    first, other = compared(shown, id)
    marked = picture.locator(".lens[data-shown] svg")
    expect(marked).to_have_attribute("data-state", first)
    picture.get_by_label("Healthy" if shown.kind == "conditions" else "After").check()
    expect(marked).to_have_attribute("data-state", other)
    expect(picture.locator(".stage svg")).to_have_attribute("data-state", other)


NUMBERS = """(figure) => figure.states.map((state) => {
  figure.setAttribute("state", state);
  const listed = [...figure.querySelectorAll(".parts li:not([hidden])")].map((item) => [item.dataset.part, item.value]);
  const labels = [...figure.querySelectorAll(".stage .label")].filter((label) => !label.closest(".off"));
  const shown = labels.map((label) => [label.dataset.part, Number(label.querySelector(".number").textContent)]);
  return [Object.fromEntries(listed), Object.fromEntries(shown)];
})"""


@pytest.mark.parametrize("size", [(1280, 800)], ids=["laptop"])
@by_kind
def test_a_part_has_one_number_in_every_state(page: Page, shown: Shown) -> None:
    for figure in page.locator(f"{shown.tag} figure-view").all():
        numbers: dict[str, int] = {}
        for listed, labeled in figure.evaluate(NUMBERS):
            assert listed == labeled and len(listed) > 3
            assert all(numbers.setdefault(part, number) == number for part, number in listed.items())
        assert len(set(numbers.values())) == len(numbers)


@pytest.mark.parametrize("size", [(360, 740)], ids=["phone"])
@by_kind
def test_the_strip_centers_its_choice_and_nothing_grows(page: Page, shown: Shown) -> None:
    widths = "(strip) => [...strip.children].map((chip) => [chip.offsetWidth, chip.offsetHeight])"
    strip = page.locator(f"{shown.tag} .strip")
    before = strip.evaluate(widths)
    assert strip.evaluate("(strip) => strip.scrollWidth > strip.clientWidth")
    middle = """(strip) => {
      const [a, b] = [strip, strip.querySelector("label:has(:checked)")].map((each) => each.getBoundingClientRect());
      const off = Math.abs((a.left + a.right - b.left - b.right) / 2);
      const end = strip.scrollLeft < 1 || strip.scrollLeft > strip.scrollWidth - strip.clientWidth - 1;
      return off < 2 || (end && b.left >= 0 && b.right <= innerWidth);
    }"""
    for id in ids(shown):
        page.locator(shown.tag).evaluate("(element, id) => element.select(id)", id)
        page.wait_for_function(f"(tag) => ({middle})(document.querySelector(`${{tag}} .strip`))", arg=shown.tag)
    assert strip.evaluate(widths) == before and min(height for _, height in before) >= 44


@by_size
@pytest.mark.parametrize("shown", SELECTORS[:1], ids=["conditions"])
def test_names_are_asked_for(page: Page, shown: Shown) -> None:
    chip(page, shown, "spinal-tumor").click()
    figure = page.locator(f"{shown.tag} figure-view:visible")
    names = figure.locator(".stage .label:visible")
    expect(names).to_have_count(0)
    expect(figure.get_by_role("button", name="Name it yourself first")).to_be_hidden()
    page.get_by_role("switch", name="Names").check()
    expect(names.first).to_be_visible()
    expect(figure.get_by_role("button", name="Name it yourself first")).to_be_visible()
    expect(figure.locator(":is(.lens, .tag):visible")).to_have_count(0)
    page.get_by_role("switch", name="Names").uncheck()
    expect(names).to_have_count(0)


@pytest.mark.parametrize("size", [(500, 360)], ids=["a low and narrow window"])
@by_kind
def test_in_a_low_window_nothing_stays(page: Page, shown: Shown) -> None:
    chip(page, shown, ids(shown)[1]).click()
    expect(page.locator(f"{shown.tag} .stage-side")).to_have_css("position", "static")
    expect(page.locator(f"{shown.tag} .entry:visible h3")).to_be_in_viewport()


@by_kind
def test_without_a_script_all_is_there_in_one_column(chromium: Browser, site: ServedSite, shown: Shown) -> None:
    with chromium.new_page(java_script_enabled=False) as page:
        page.goto(f"{site.address}{shown.page}.html")
        for width, height in SIZES:
            page.set_viewport_size({"width": width, "height": height})
            expect_one_column(page, shown)


def expect_one_column(page: Page, shown: Shown) -> None:
    expect(page.locator(f"{shown.tag} .entry:visible")).to_have_count(len(ids(shown)))
    expect(page.locator(f"{shown.tag} .strip")).to_be_hidden()
    expect(page.locator(f"{shown.tag} .figure-controls").first).to_be_hidden()
    expect(page.locator(f"{shown.tag} .stage-side")).to_have_css("position", "static")
    expect(page.locator(f"{shown.tag} .staged")).to_have_css("display", "block")


@pytest.mark.parametrize("size", [(1280, 800)], ids=["laptop"])
@by_kind
def test_on_paper_each_record_has_its_picture_and_its_tag(page: Page, shown: Shown, content: Content) -> None:
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    states = {state.id: state for figure in content.pictures.figures for state in figure.states}
    for id in ids(shown):
        sides = [id] if shown.kind == "conditions" else [f"{id}-before", f"{id}-after"]
        copies = page.locator(f'{shown.tag} .entry[data-id="{id}"] .for-paper')
        expect(copies).to_have_count(len(sides))
        assert sorted(copies.locator(".tag").all_inner_texts()) == sorted(states[side].tag or "" for side in sides)
        for copy, side in zip(copies.all(), sides, strict=True):
            expect(copy.locator(".tag")).to_be_visible()
            expect(copy.locator("svg.figure")).to_have_count(2)  # the drawing, and what its lens shows
            expect(copy.locator(f'svg.figure:visible[data-state="{side}"]')).to_have_count(2)
        expect(page.locator(f'{shown.tag} .entry[data-id="{id}"] h3')).to_be_visible()
    expect(page.locator(f"{shown.tag} .strip:visible, {shown.tag} .picture .lens:visible")).to_have_count(0)


@pytest.mark.parametrize("size", [(740, 360)], ids=["phone on its side"])
@by_kind
def test_on_a_phone_on_its_side_words_stand_beside_their_picture(page: Page, shown: Shown) -> None:
    page.locator(shown.tag).evaluate("element => element.style.removeProperty('--bar')")
    bar = page.locator(".moment-bar").bounding_box()
    assert bar and bar["y"] >= 360 - 52
    for id in ids(shown):
        chip(page, shown, id).click()
        name = page.locator(f"{shown.tag} .entry[data-open] h3")
        expect(name).to_be_in_viewport()
        chosen = page.locator(f"{shown.tag} .choices label:has(:checked)").bounding_box()
        picture, words = page.locator(f"{shown.tag} .stage:visible").bounding_box(), name.bounding_box()
        assert picture and words and picture["x"] + picture["width"] <= words["x"] and picture["y"] >= -3
        assert chosen and picture["y"] + picture["height"] <= chosen["y"] and chosen["y"] + 44 <= bar["y"]
