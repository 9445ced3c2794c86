"""A part of a picture lights up where the text beside it, or the list of the parts, speaks of it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from .deliveries import ServedSite
from .naming import CONDITIONS, OPERATIONS, Opener, picture, start, touchable_pages


@pytest.fixture
def open_page(chromium: Browser, site: ServedSite) -> Iterator[Opener]:
    with touchable_pages(chromium, site) as opener:
        yield opener


@pytest.mark.parametrize("how", ["hover", "focus", "open"])
def test_a_word_lights_its_part_up(open_page: Opener, how: str) -> None:
    page = open_page(OPERATIONS)
    page.get_by_role("radio", name="Lumbar discectomy", exact=True).check()
    figure = picture(page, "operation-selector")
    lit = figure.locator('.stage [data-part="disk"][data-lit]:not(.label)')
    word = page.locator('operation-selector .words .term[href$="#word-disk"]:visible').first
    word.scroll_into_view_if_needed()
    expect(lit).to_have_count(0)
    if how == "hover":
        word.hover()
    elif how == "focus":
        page.keyboard.press("Tab")
        word.focus()
    else:
        word.tap()
        expect(word).to_have_attribute("aria-expanded", "true")
    expect(lit.first).to_be_visible()
    assert lit.first.evaluate("shape => getComputedStyle(shape).strokeWidth") != "1.5px"
    expect(figure.locator('.stage [data-lit]:not([data-part="disk"])')).to_have_count(0)
    if how == "hover":
        page.get_by_role("heading", name="Lumbar discectomy", exact=True).hover()
    elif how == "focus":
        page.get_by_role("radio", name="Lumbar discectomy", exact=True).focus()
    else:
        word.tap()
    expect(lit).to_have_count(0)


def test_a_tapped_word_lights_the_picture_that_stays_on_a_phone(open_page: Opener) -> None:
    page = open_page(OPERATIONS, "phone")
    page.get_by_role("radio", name="Lumbar discectomy", exact=True).check()
    page.locator('operation-selector .words .term[href$="#word-disk"]:visible').first.tap()
    lit = picture(page, "operation-selector").locator('.stage [data-part="disk"][data-lit]:not(.label)')
    expect(lit.nth(3)).to_be_in_viewport()  # the one that the lens shows
    page.get_by_role("radio", name="Laminectomy", exact=True).check()
    expect(picture(page, "operation-selector").locator("[data-lit]")).to_have_count(0)


@pytest.mark.parametrize("how", ["hover", "tap"])
def test_the_list_of_the_parts_lights_them_up(open_page: Opener, how: str) -> None:
    figure = picture(open_page(CONDITIONS, "laptop" if how == "hover" else "phone"))
    figure.get_by_role("switch", name="Names").check()
    item = figure.locator('.parts li[data-part="lamina"]')
    getattr(item, how)()
    lit = figure.locator(".stage [data-lit]:not(.label)")
    expect(lit.first).to_have_attribute("data-part", "lamina")
    expect(figure.locator('.label[data-part="lamina"]')).to_have_attribute("data-lit", "")


def test_no_word_answers_while_the_parts_are_asked(open_page: Opener) -> None:
    page = open_page(OPERATIONS)
    page.get_by_role("radio", name="Lumbar discectomy", exact=True).check()
    figure = picture(page, "operation-selector")
    word = page.locator('operation-selector .words .term[href$="#word-disk"]:visible').first
    word.tap()
    expect(figure.locator(".stage [data-lit]").first).to_be_visible()
    expect(figure.locator(".lens [data-lit]").first).to_be_visible()
    start(figure)
    expect(figure.locator("[data-lit], .lens:visible")).to_have_count(0)


def test_the_parts_of_a_comparison_light_up_too(open_page: Opener) -> None:
    comparison = open_page(OPERATIONS, "phone").locator("picture-comparison")
    comparison.locator('.parts li[data-part="muscle"]').tap()
    lit = comparison.locator(".stage [data-lit]:not(.label)")
    expect(lit.first).to_have_attribute("data-part", "muscle")
    assert lit.first.evaluate("shape => getComputedStyle(shape).filter") != "none"
