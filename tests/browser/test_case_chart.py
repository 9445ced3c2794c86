"""The chart of a case in a real browser: its tabs, what fits, and the case as axe, no script and paper show it."""

from collections.abc import Iterator
from typing import Any

import pytest
from miss.export.handouts import render_interaction_sheets
from miss.interactions.case.records import items_of
from miss.interactions.case.screen import stop_title
from miss.schema.item_kind import item_kind_of
from miss.schema.text import plain
from playwright.sync_api import Browser, Locator, Page, expect

from tests.conftest import COURSE

from .a11y.axe import judge, prepare
from .a11y.layout import faults
from .choosing import choose
from .deliveries import ServedSite
from .test_paper import CUT, TOO_LIGHT
from .walking import CASES, ELEMENT, OPEN, PAGES, TIMES, open_case, set_state, state_of, times_at

# The stops with the most columns of each case.
FULL = {"mr-k": "recovery", "mrs-t": "alarm"}
# What does nothing on paper; a list is printed as a gap, and a part of an order as its text.
CONTROLS = ":is(button:not(.pick), .tabs, .stops, .controls, .bar, header.site, .moment-bar, footer.site):visible"
# Window, size of text, and the least size of what is pressed.
SIZES = {
    "a narrow phone": (320, 640, "", 44),
    "a tablet": (820, 1180, "", 44),
    "half a window, text of 200 %": (640, 800, "225%", 24),
    "a laptop, text of 200 %": (1280, 800, "225%", 24),
}
# The values of a chart that are broken in the middle of a number.
BROKEN = """cells => cells.flatMap((cell) => [...cell.childNodes]).filter((node) => {
  const range = document.createRange();
  range.selectNodeContents(node);
  return /^[\\d./]+$/.test(node.data) && range.getClientRects().length > 1;
}).map((node) => node.data)"""
# What stays at the top of the window and is covered by what stays above it; all overlap by a line.
COVERED = """element => {
  const shown = [".case-head", ".case-patient", ".stop[data-open] .brief", ".stop[data-open] .chart"]
    .map((each) => element.querySelector(each))
    .filter((each) => each.offsetHeight && getComputedStyle(each).position === "sticky")
    .map((each) => [each.className, each.getBoundingClientRect()]);
  return shown.filter(([, { top }], index) => index && top < shown[index - 1][1].bottom - 4).map(([name]) => name);
}"""


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Page]:
    with chromium.new_context(viewport={"width": 360, "height": 740}, has_touch=True, color_scheme="dark") as context:
        yield context.new_page()


def chart(page: Page) -> Locator:
    return page.locator(f"{ELEMENT} .stop[data-open] .chart")


def tab(page: Page, value: str) -> Locator:
    return chart(page).locator(f'.tabs label:has(input[value="{value}"])')


def expect_part(page: Page, id: str) -> None:
    """Wait until one part of the chart is seen, and no other."""
    parts = chart(page).locator(".chart-tab:visible, section:visible:has(> figure-view)")
    expect(parts).to_have_count(1)
    assert (parts.get_attribute("data-id") or "picture") == id


def test_the_chart_shows_what_was_known_at_a_question(page: Page, site: ServedSite) -> None:
    element = open_case(page, site, "mr-k")
    [stop] = [stop for stop in CASES["mr-k"].stops if any(column.item for column in stop.columns)]
    [late] = [column for column in stop.columns if column.item]
    ids = state_of(element)["drawn"]
    head = page.locator(f"{ELEMENT} .stop[data-open] .chart-tab[data-open] thead").get_by_text(late.time)
    for item in stop.items:
        set_state(element, position=ids.index(item.id))
        expect(head).to_be_visible(visible=item.id == late.item)


def test_a_tab_shows_one_part_of_the_chart(page: Page, site: ServedSite) -> None:
    open_case(page, site, "mr-k", "?stop=ward-bell")
    tabs = chart(page).get_by_role("group", name="Chart: Ward, day 0, evening (He rings for the nurse)")
    expect(tabs.get_by_role("radio", name="Legs (new)")).to_be_checked()  # that of the first value in short
    expect_part(page, "legs")
    ankle = chart(page).get_by_role("row", name="Ankle up (left / right)")
    expect(ankle.locator("td > .unseen")).to_have_text(["4/5", "4/5", "4/5", "3/5", "2/4"])
    shares = ankle.locator(".side i").evaluate_all("all => all.map((bar) => bar.style.getPropertyValue('--share'))")
    assert shares[-4:] == ["60%", "100%", "40%", "80%"]
    tab(page, "legs").click()
    for key, name, id in (("ArrowRight", "Urine (new)", "urine"), ("ArrowLeft", "Legs (new)", "legs")):
        page.keyboard.press(key)
        expect(tabs.get_by_role("radio", name=name)).to_be_focused()
        expect_part(page, id)
    tab(page, "picture").click()
    expect_part(page, "picture")
    ids = state_of(page.locator(ELEMENT))["drawn"]
    set_state(page.locator(ELEMENT), position=ids.index("q122"))  # a question that has the picture beside it
    expect(page.locator(f"{OPEN} .outcomes")).to_contain_text("In the picture")
    expect(tab(page, "picture")).to_be_hidden()
    expect_part(page, "vital-signs")


def test_a_button_opens_and_closes_the_chart_on_a_phone(phone: Page, site: ServedSite) -> None:
    element = open_case(phone, site, "mr-k", "?stop=ward-bell")
    button = element.get_by_role("button", name="Chart", exact=True)
    line = element.locator(".stops")
    expect(element.locator(".stop[data-open] .brief dd")).to_have_text(["4/5→, 2/4", "numb, both sides", "190→, 640"])
    for opened in (False, True, False):
        expect(button).to_have_attribute("aria-expanded", str(opened).lower())
        expect(chart(phone)).to_be_visible(visible=opened)
        expect(line).to_be_visible(visible=opened)
        if opened:  # from within the question, too
            expect(line).to_be_in_viewport(ratio=1)
            expect(chart(phone).locator("thead:visible")).to_be_in_viewport()
            tab(phone, "orders").tap()
            expect_part(phone, "orders")
        else:
            phone.locator(f"{OPEN} .option").last.scroll_into_view_if_needed()
        button.tap()


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_wider_than_its_page(page: Page, site: ServedSite, size: str) -> None:
    width, height, text, least = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    for key, stop in FULL.items():
        element = open_case(page, site, key, f"?stop={stop}")
        page.evaluate("text => document.documentElement.style.fontSize = text", text)
        button = element.locator(".open-chart")
        if button.is_visible():
            button.click()
        for value in ("vital-signs", "legs", "notes", "picture"):
            tab(page, value).click()
            expect_part(page, value)
            assert not faults(page, least), value
            assert not chart(page).locator("td b").evaluate_all(BROKEN)
        page.locator(f"{OPEN} .task").evaluate("task => task.scrollIntoView()")
        assert not element.evaluate(COVERED)


@pytest.mark.parametrize("device", ["phone", "page"])
def test_axe_finds_nothing(request: pytest.FixtureRequest, site: ServedSite, device: str) -> None:
    """Dark on a phone, light on a laptop."""
    page: Page = request.getfixturevalue(device)

    def look(state: str) -> None:
        found = judge(page, "main")
        assert not found.violations, (state, [str(each) for each in found.violations])

    element = open_case(page, site, "mrs-t")
    prepare(page)
    look("at the start")
    if device == "phone":
        element.locator(".open-chart").tap()
        look("with the chart open")
    item = next(item for item in items_of(CASES["mrs-t"].stops) if item.id == "q208")
    set_state(element, position=7)
    choose(page.locator(OPEN), item, ["flush"])
    page.locator(f"{OPEN} .check").click()
    expect(element.locator(".outcome:visible")).to_have_count(1)
    look("answered")
    set_state(element, position=12)
    expect(element.locator(".end")).to_be_visible()
    look("at the end")
    element = open_case(page, site, "mr-k")
    prepare(page)
    set_state(element, position=len(state_of(element)["drawn"]))
    expect(element.locator(".fork")).to_be_visible()
    look("at the fork")


@pytest.mark.parametrize("key", CASES)
def test_with_no_script_every_stop_is_there_in_order(chromium: Browser, site: ServedSite, key: str) -> None:
    case = CASES[key]
    with chromium.new_page(java_script_enabled=False, viewport={"width": 390, "height": 844}) as page:
        page.goto(f"{site.address}{PAGES[key]}.html")
        element = page.locator(ELEMENT)
        expect(element.locator("button:visible")).to_have_count(0)
        expect(element.locator(".stop-name:visible")).to_have_text([stop_title(case, stop) for stop in case.stops])
        for stop in case.stops:
            shown = element.locator(f'.stop[data-id="{stop.id}"]')
            for table in shown.locator(".chart-table:visible").all():
                assert table.locator("thead th").evaluate_all(TIMES) == times_at(case, stop, stop.path or "")
            text = " ".join(shown.inner_text().split())
            told = [*stop.story, *stop.written, *([stop.said] if stop.said else []), *stop.outcomes]
            asked = [text for item in stop.items for text in (item.stem, *reasons(item))]
            places = [text.find(plain(each)) for each in (*(each.text for each in told), *asked)]
            assert min(places) >= 0
            order = [text.find(plain(each)) for each in (stop.story[0].text, *(item.stem for item in stop.items))]
            assert order == sorted(order)
        if case.fork:
            for path in case.fork.paths:
                expect(element.locator(".fork")).to_contain_text(plain(path.name))


def reasons(item: Any) -> list[str]:
    return [choice.why for choice in item_kind_of(item).choices(item)]


def test_a_printed_case_has_every_stop(page: Page, site: ServedSite) -> None:
    page.emulate_media(color_scheme="dark")
    case, element = CASES["mr-k"], open_case(page, site, "mr-k", "?stop=ward-bell")
    set_state(element, answers={"q122": ["eight-pm"]})
    page.set_viewport_size({"width": 178 * 96 // 25, "height": 1000})  # A4 without its margins
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(element.locator(".stop-name:visible")).to_have_text([stop_title(case, stop) for stop in case.stops])
    tabs = element.locator(".chart-tab")
    expect(tabs.locator("visible=true").first).to_be_visible()
    assert tabs.count() == element.locator(".chart-tab:visible").count()
    assert element.locator("article.item:visible").count() == len(items_of(case.stops))
    expect(element.locator(".outcome:visible")).to_have_count(sum(len(stop.outcomes) for stop in case.stops))
    states = element.locator("figure.for-paper:visible > svg").evaluate_all(
        "all => all.map((svg) => svg.dataset.state)"
    )
    assert {stop.picture for stop in case.stops} < {*states}
    expect(page.locator(CONTROLS)).to_have_count(0)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert not page.evaluate(CUT)
    written, too_light = page.evaluate(TOO_LIGHT)
    assert written > 1000 and not too_light


def test_the_charts_of_the_sheet_fit(chromium: Browser) -> None:
    [sheet] = [sheet for sheet in render_interaction_sheets(COURSE) if sheet.name == "cases"]
    with chromium.new_page(viewport={"width": 178 * 96 // 25, "height": 1000}) as page:
        page.emulate_media(media="print")
        page.set_content(sheet.html)
        assert not page.evaluate(CUT)
        heights = page.locator(".chart-tab").evaluate_all("all => all.map((each) => each.offsetHeight)")
        assert len(heights) > 40 and max(heights) < 500  # half a page
        lines = page.locator(".trend").evaluate_all("all => all.map((each) => each.getBoundingClientRect().height)")
        assert len(lines) > 40 and max(lines) < 16
        expect(page.locator(".stop-on-paper .unseen").first).to_have_css("clip", "rect(0px, 0px, 0px, 0px)")
        expect(page.locator(".side i").first).to_have_css("print-color-adjust", "exact")
