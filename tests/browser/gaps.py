"""Gaps in a real browser: filled by mouse, by keys or by touch, in a round or in the check of a page."""

import re

from miss import KnowledgeCheck
from playwright.sync_api import Locator, Page, expect

from tests.conftest import COURSE

from .a11y.axe import judge, prepare
from .at_rest import open_at_rest

ROUND = "5-check-yourself.html"
BY = ["mouse", "keys", "touch"]


def open_round(page: Page, address: str, id: str) -> Locator:
    """Open the round of one question, and return the question."""
    open_at_rest(page, f"{address}{ROUND}")
    page.wait_for_selector("knowledge-check[data-live]")
    page.evaluate("id => document.querySelector('knowledge-check').startRound(1, [id])", id)
    question = page.locator("article.item:visible")
    expect(question).to_have_attribute("data-id", id)
    return question


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


def press(button: Locator, by: str) -> None:
    if by == "keys":
        button.focus()
        button.page.keyboard.press("Enter")
    elif by == "touch":
        button.tap()
    else:
        button.click()


def answer(question: Locator, tokens: list[str], by: str = "mouse") -> None:
    fill(question, tokens, by)
    press(question.get_by_role("button", name="Check my answer"), by)


def agrees_with_python(page: Page, id: str, tokens: list[str], points: str) -> None:
    """The state has the answer; Python takes it, and gives the points that the page shows."""
    state = page.evaluate("document.querySelector('knowledge-check').state")
    assert sorted(state["answers"][id]) == sorted(tokens)
    check = KnowledgeCheck(COURSE)
    check.drawn = state["drawn"]
    right = check.answer(id, *state["answers"][id])
    assert re.sub(r" points?\.$", "", points) == str(check.score(id, *tokens))
    assert page.evaluate("document.querySelector('knowledge-check').progress") == check.progress._asdict()
    assert state["results"][id] == ("first" if right else "wrong")


def is_clean(page: Page, within: str) -> None:
    """Nothing of an element breaks a rule of WCAG that axe can judge."""
    prepare(page)
    verdict = judge(page, within)
    assert verdict.violations == []
