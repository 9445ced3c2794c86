"""Gaps in a real browser: filled by mouse, by keys or by touch, in a round or in the check of a page."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.conftest import COURSE

from .a11y.axe import judge, prepare
from .asking import press_check, same_in_python

ROUND = "5-check-yourself.html"
BY = ["mouse", "keys", "touch"]


def fill(question: Locator, tokens: list[str], by: str) -> None:
    """Choose an option in each gap."""
    for token in tokens:
        select = question.locator(f'select:has([value="{token}"])')
        if by == "keys":
            select.focus()
            question.page.keyboard.type(select.locator(f'[value="{token}"]').text_content() or "")
        else:
            select.select_option(token)
        expect(select).to_have_value(token)


def answer(question: Locator, tokens: list[str], by: str = "mouse") -> None:
    fill(question, tokens, by)
    press_check(question, by)


def agrees_with_python(page: Page, id: str, tokens: list[str], points: str) -> None:
    """The state has the answer; Python takes it, and gives the points that the page shows."""
    scored = same_in_python(page, COURSE, id, tokens)
    assert re.sub(r" points?\.$", "", points) == scored
    state = page.evaluate("document.querySelector('knowledge-check').state")
    right = page.locator(".result:visible").get_attribute("data-right") == "yes"
    assert state["results"][id] == ("first" if right else "wrong")


def is_clean(page: Page, within: str) -> None:
    """Nothing of an element breaks a rule of WCAG that axe can judge."""
    prepare(page)
    verdict = judge(page, within)
    assert verdict.violations == []
