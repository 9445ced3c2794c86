"""The verdict on a question, what is missing in it, and the control that goes on are in sight when they are needed."""

from collections.abc import Iterator
from typing import Any

import pytest
from miss.interactions.questions.items.order import OrderItem
from miss.interactions.questions.records import BaseItem
from miss.schema.content import Content
from miss.schema.item_kind import item_kinds
from playwright.sync_api import Browser, Page, expect

from tests.support.answers import verdict

from .a11y.axe import HANDS
from .a11y.hands import answer
from .a11y.question_states import ROUND, drawn, options
from .choosing import say_first, touch_first
from .deliveries import ServedSite
from .moment_bar import NEXT

OPEN = ".item[data-open]"
# What has the focus: its label, unless that is a part of a text.
FOCUSED = f"{OPEN} :is(label:not(.markable):has(:focus), .markable :focus, select:focus, .pick:focus)"
MISSING = ("Choose an answer first.", "Put all of them in order first.")
# An element is in sight: all of it in the window, and nothing over its middle.
IN_SIGHT = """(selector) => {
  const each = document.querySelector(selector);
  const { top, bottom, left, right } = each.getBoundingClientRect();
  const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  return top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth && Boolean(over) && each.contains(over);
}"""
# What has been chosen: its beginning stands between the header and the bar.
CHOICE_IN_SIGHT = """() => {
  const item = document.querySelector(".item[data-open]");
  const choice = item.querySelector(".bow, .gap, .option:has(:checked)") ?? item.querySelector(".option");
  const { top } = choice.getBoundingClientRect();
  const above = document.querySelector("header.site").getBoundingClientRect().bottom;
  return top >= above - 1 && top + 44 <= item.querySelector(".bar").getBoundingClientRect().top;
}"""

ABOVE_BAR = """(each) => {
  const bar = each.closest(".item").querySelector(".bar");
  return each.getBoundingClientRect().bottom <= bar.getBoundingClientRect().top;
}"""


PHONE, LAPTOP = (360, 740), (1280, 800)


@pytest.fixture(params=[PHONE, LAPTOP], ids=str)
def check(request: pytest.FixtureRequest, chromium: Browser, site: ServedSite, content: Content) -> Iterator[Page]:
    """A round of all the questions, on a phone and on a laptop."""
    width, height = request.param
    with chromium.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce") as context:
        page = context.new_page()
        page.goto(f"{site.address}5-check-yourself.html?round=1-{len(drawn(content))}")
        page.evaluate(HANDS.read_text(encoding="utf-8"))
        yield page


def test_what_is_missing_is_said_in_sight(check: Page, content: Content) -> None:
    items = {item.id: item for item in content.records["quiz"]}
    said = set()
    for id in drawn(content):
        say_first(check.locator(OPEN))
        button = check.locator(f"{OPEN} .check")
        button.focus()
        check.evaluate("scrollTo(0, document.body.scrollHeight)")
        button.click()
        expect(check.locator(f"{OPEN} .hint")).to_have_text(MISSING[items[id].kind == "order"])
        assert check.evaluate(IN_SIGHT, f"{OPEN} .hint"), id
        assert check.evaluate(IN_SIGHT, f"{OPEN} .check"), id
        assert check.evaluate("document.activeElement.matches('.item[data-open] :is(input, select, .pick)')")
        assert check.evaluate(IN_SIGHT, FOCUSED), id
        touch_first(check.locator(OPEN))
        expect(check.locator(f"{OPEN} .hint")).to_be_empty()
        said.add(items[id].kind)
        check.locator(NEXT).click()
    assert said == {*item_kinds()}


def in_sweep(*values: object) -> Any:
    return pytest.param(*values, marks=pytest.mark.full)


# A wrong answer has the longer verdict, for which a phone has the least room.
@pytest.mark.parametrize(
    ("check", "rightly"),
    [(PHONE, False), (LAPTOP, True), in_sweep(PHONE, True), in_sweep(LAPTOP, False)],
    indirect=["check"],
)
def test_the_verdict_and_the_next_question_are_in_sight(check: Page, content: Content, rightly: bool) -> None:
    items = {item.id: item for item in content.records["quiz"]}
    hidden = []
    for id in drawn(content):
        check.evaluate(answer(ROUND, options(items[id], rightly)))
        result = check.locator(f"{OPEN} .result")
        expect(result).to_contain_text(items_verdict(items[id], rightly))
        expect(result).to_be_focused()
        sights = {
            "verdict": check.evaluate(IN_SIGHT, f"{OPEN} .result"),
            "next": check.evaluate(IN_SIGHT, NEXT),
            "choice": check.evaluate(CHOICE_IN_SIGHT),
        }
        hidden += [f"{id}: {name}" for name, seen in sights.items() if not seen]
        check.locator(NEXT).click()
    assert not hidden
    expect(check.locator(".summary")).to_be_focused()


def items_verdict(item: BaseItem, rightly: bool) -> str:
    told = verdict(item, options(item, rightly))
    return f"{told}. This is the right order" if isinstance(item, OrderItem) and not rightly else told


def test_the_bar_covers_nothing_that_has_the_focus(check: Page, content: Content) -> None:
    first = next(item for item in content.records["quiz"] if item.id == drawn(content)[0])
    check.evaluate(answer(ROUND, options(first, True)))
    check.locator(f"{OPEN} summary").first.click()
    stops = check.locator(f"{OPEN} .feedback :is(a, summary)").all()
    assert len(stops) > 1
    check.evaluate("scrollTo(0, 0)")
    for stop in stops:
        stop.focus()
        assert stop.evaluate(ABOVE_BAR)
