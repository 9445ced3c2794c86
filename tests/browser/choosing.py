"""Choosing in a question as a reader does: its controls, whatever its kind has, by mouse or by finger."""

from typing import Any

from miss.schema.item_kind import item_kind_of
from miss.schema.text import plain
from playwright.sync_api import Locator

CONTROL = ":is(input, select, .pick)"
SAID = ".said-it"


def choose(question: Locator, item: Any, ids: list[str]) -> None:
    """Choose in a question that has nothing chosen yet; an order in this order."""
    press = Locator.tap if question.evaluate("() => navigator.maxTouchPoints > 0") else Locator.click
    say_first(question)
    for id in ids:
        if item_kind_of(item).ordered:
            press(question.locator(f'.option[data-id="{id}"] .pick'))
        elif question.locator(f'option[value="{id}"]').count():
            question.locator(f'select:has(option[value="{id}"])').select_option(id)
        else:
            press(question.locator(f'label:has(input[value="{id}"])'))


def say_first(question: Locator) -> None:
    """Say that the talk was given, where there is nothing to choose before."""
    said = question.locator(SAID)
    if said.is_visible():
        said.press("Enter")


def touch_first(question: Locator) -> None:
    """Use the first control."""
    say_first(question)
    first = question.locator(CONTROL).first
    if first.evaluate("control => control.tagName") == "SELECT":
        first.select_option(index=1)
    else:
        first.click()


def reasons(item: Any, chosen: list[str]) -> list[str]:
    """Return the reasons of the chosen and the right choices."""
    kind = item_kind_of(item)
    shown = {choice.id for choice in kind.right(item)} | {*chosen}
    return list(dict.fromkeys(plain(choice.why) for choice in kind.choices(item) if choice.id in shown))
