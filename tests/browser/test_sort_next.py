"""Next leads through the signs of the risks, and on to their cards: into sight, and with the focus for keys."""

import pytest
from miss.interactions.risks.sort import sign_to_sort
from miss.schema.content import Content
from miss.schema.text import plain
from playwright.sync_api import Page, expect

from .deliveries import FileSite
from .moment_bar import NEXT, expect_moment

ELEMENT = "document.querySelector('risk-cards')"
SIZES = [(360, 740), (1280, 800), (1920, 1080)]
SIGN = "risk-cards .asked:visible"


def sort_all(page: Page) -> None:
    """Go on to the end of the sort; nothing is sorted."""
    page.evaluate(f"while ({ELEMENT}.place) {ELEMENT}.forward()")
    expect(page.locator("risk-cards .learnt")).to_be_visible()


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_next_by_key_leads_to_the_new_sign(size: tuple[int, int], page: Page, files: FileSite) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{files.address}4-risks.html")
    page.locator("risk-cards .bin.report").focus()
    page.keyboard.press("Enter")
    expect(page.locator("risk-cards .bin.report")).to_be_focused()
    page.locator(NEXT).focus()
    page.evaluate("scrollBy({ top: 500, behavior: 'instant' })")
    page.keyboard.press("Enter")
    expect(page.locator("risk-cards .to-sort[data-current] .asked")).to_be_focused()
    for part in (SIGN, "risk-cards .bin.emergency", "risk-cards .bin.record"):
        expect(page.locator(part)).to_be_in_viewport(ratio=1)
    page.keyboard.press("Tab")
    expect(page.locator("risk-cards .bin.emergency")).to_be_focused()


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_next_by_touch_brings_the_new_sign_into_sight_and_moves_no_focus(
    size: tuple[int, int], page: Page, files: FileSite
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{files.address}4-risks.html")
    page.locator("risk-cards .bin.report").click()
    before = page.evaluate("scrollY")
    page.locator(NEXT).click()
    expect(page.locator("risk-cards")).to_have_js_property("place", "2 of 9")
    assert page.evaluate("scrollY") == before  # it was in sight already
    expect(page.locator(SIGN)).not_to_be_focused()
    page.evaluate("scrollBy({ top: 400, behavior: 'instant' })")
    page.locator(NEXT).click()
    expect(page.locator("risk-cards")).to_have_js_property("place", "3 of 9")
    expect(page.locator(SIGN)).to_be_in_viewport(ratio=1)
    expect(page.locator("risk-cards .asks")).to_be_in_viewport(ratio=1)


def test_the_page_is_told_what_the_reader_works_on(page: Page, files: FileSite) -> None:
    page.goto(f"{files.address}4-risks.html")
    assert page.evaluate(f"{ELEMENT}.act === {ELEMENT}.querySelector('.sort')")
    last = f"[...{ELEMENT}.act.querySelectorAll('button')].filter((each) => each.checkVisibility()).at(-1).value"
    assert page.evaluate(last) == "record"  # the bar comes right behind the bins
    sort_all(page)
    assert page.evaluate(f"{ELEMENT}.act === undefined")
    expect(page.locator("risk-cards .skip-sort")).to_be_hidden()


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("by_key", [True, False])
def test_next_leads_to_the_cards_before_it_leads_on(
    by_key: bool, size: tuple[int, int], page: Page, files: FileSite
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{files.address}4-risks.html")
    sort_all(page)
    page.evaluate("scrollTo({ top: 0, behavior: 'instant' })")
    reveal = page.locator('article.card[data-id="infection"] .reveal')

    def press_next() -> None:
        if by_key:
            page.locator(NEXT).focus()
            page.keyboard.press("Enter")
        else:
            page.locator(NEXT).click()

    press_next()
    expect(reveal).to_be_in_viewport(ratio=1)
    expect(page.locator('article.card[data-id="more-surgery"] .reveal')).to_be_in_viewport(ratio=1)
    if by_key:
        expect(reveal).to_be_focused()
    else:
        expect(reveal).not_to_be_focused()
    expect_moment(page, "risks")
    press_next()
    expect_moment(page, "personal")


def test_who_has_opened_a_card_is_not_led_to_them(page: Page, files: FileSite) -> None:
    page.goto(f"{files.address}4-risks.html")
    page.locator('article.card[data-id="bleeding"] .reveal').click()
    sort_all(page)
    page.evaluate("scrollTo({ top: 0, behavior: 'instant' })")
    assert page.evaluate(f"{ELEMENT}.forward()") is False


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_what_was_learnt_shows_each_sign_and_leads_to_its_card(
    size: tuple[int, int], page: Page, files: FileSite, content: Content
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{files.address}4-risks.html")
    sort_all(page)
    risks = content.records["risks"]
    for risk in risks:
        expect(page.locator(f'.to-card[value="{risk.id}"]')).to_contain_text(plain(sign_to_sort(risk, risks).text))
    page.get_by_role("button", name="Leak of spinal fluid").first.click()
    reveal = page.locator('article.card[data-id="spinal-fluid-leak"] .reveal')
    expect(reveal).to_have_attribute("aria-expanded", "true")
    expect(reveal).to_be_focused()
    expect(reveal).to_be_in_viewport(ratio=1)
