"""Through a case as a reader goes: by mouse, by finger or by keys, from question to question by the page's own bar."""

from typing import Any

from miss.interactions.case.records import Case, Stop, stops_on
from playwright.sync_api import Locator, Page, expect

from tests.conftest import COURSE
from tests.support.answers import right_answer, verdict

from .a11y import by_keys
from .a11y.focus import Keys
from .choosing import CONTROL, choose
from .deliveries import ServedSite
from .moment_bar import NEXT

ELEMENT = "patient-case"
OPEN = f"{ELEMENT} .item[data-open]"
FIGURE = f"{ELEMENT} figure-view svg.figure"
PAGES = {"mr-k": "6-mr-k", "mrs-t": "7-mrs-t"}
CASES: dict[str, Case] = {"mr-k": COURSE.content.records["case"], "mrs-t": COURSE.content.records["mrs-t"]}
VALUES = "all => all.map(({ value }) => value)"
TIMES = "all => all.map((head) => head.firstChild.data)"  # without what only screen readers say


def open_case(page: Page, site: ServedSite, key: str, query: str = "") -> Locator:
    """Open the page of a case, in the state that a query names."""
    page.goto(f"{site.address}{PAGES[key]}.html{query}#{key}")
    element = page.locator(f"{ELEMENT}[data-live]")
    expect(element).to_have_count(1)
    return element


def state_of(element: Locator) -> dict[str, Any]:
    return element.evaluate("element => element.state")  # type: ignore[no-any-return]


def set_state(element: Locator, **state: Any) -> None:
    """Put a case into a state, as if its reader had come to it."""
    element.evaluate("(element, state) => element.change(state)", state)


def times_at(case: Case, stop: Stop, path: str) -> list[str]:
    """The columns of the chart: those that stay of the stops on the way, and those of this one."""
    before = [each for each in case.stops[: case.stops.index(stop)] if each.path in (None, path)]
    stay = [column.time for each in before for column in each.columns if column.stays]
    return [*stay, *(column.time for column in stop.columns)]


def expect_stop(element: Locator, key: str, stop: Stop, path: str, done: int = 0) -> None:
    """Wait until a stop is shown: its place and time, its mark on the line of stops, its chart and its picture.

    Args:
        element: the case.
        key: its key.
        stop: the stop.
        path: the path on which it is shown.
        done: how many stops of the path have been answered, from the first one on.
    """
    case = CASES[key]
    expect(element.locator(".patient-when")).to_have_text(stop.when)
    line = element.locator(".stops li:not([hidden]) button")
    shown = [each.id for each in stops_on(case, path or (case.fork.paths[0].id if case.fork else None))]
    assert line.evaluate_all(VALUES) == shown
    assert line.and_(element.locator("[data-done]")).evaluate_all(VALUES) == shown[:done]
    current = element.locator(".stops [aria-current=step]")
    expect(current).to_have_attribute("value", stop.id)
    expect(current).to_have_attribute("aria-label", f"Stop {shown.index(stop.id) + 1} of {len(shown)}: {stop.name}")
    tables = element.locator(".stop[data-open] .chart-table")
    for table in tables.all():
        assert table.locator("thead th").evaluate_all(TIMES) == times_at(case, stop, path)
    assert tables.count()
    expect(element.locator("figure-view svg.figure")).to_have_attribute("data-state", stop.picture)


class Hand:
    """A reader with a mouse; with a finger, where the page is on a phone."""

    def __init__(self, page: Page, touch: bool = False) -> None:
        self.page, self.touch = page, touch

    def press(self, selector: str) -> None:
        control = self.page.locator(selector)
        control.tap() if self.touch else control.click()

    def answer(self, item: Any) -> None:
        """Answer the current question rightly."""
        choose(self.page.locator(OPEN), item, right_answer(item))
        self.press(f"{OPEN} .check")


class KeyHand(Hand):
    """A reader with keys alone; what is wrong with a place of the focus goes to ``keys.faults``."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.keys = Keys(page)

    def press(self, selector: str) -> None:
        self.keys.tab_to(selector)
        self.keys.press("Enter")

    def answer(self, item: Any) -> None:
        self.keys.tab_to(f"{OPEN} {CONTROL}")
        by_keys.answer(self.keys, item, ELEMENT)
        self.press(f"{OPEN} .check")


def walk(hand: Hand, element: Locator, key: str, path: str, begin: int = 0) -> None:
    """Answer every question of a path rightly, from one of its stops on."""
    case = CASES[key]
    stops = stops_on(case, path or None)
    for number, stop in enumerate(stops[begin:], begin):
        if stop.path and not stops[number - 1].path and begin < number:
            expect(element.locator(".fork")).to_be_focused()
            hand.press(f'{ELEMENT} .fork button[value="{path}"]')
        expect_stop(element, key, stop, path if stop.path else state_of(element)["path"], number)
        for item in stop.items:
            question = element.page.locator(OPEN)
            expect(question).to_have_attribute("data-id", item.id)
            hand.answer(item)
            expect(question.locator(".result")).to_be_focused()
            expect(question.locator(".result")).to_contain_text(verdict(item, right_answer(item)))
            hand.press(NEXT)
    expect(element.locator(".end")).to_be_focused()
