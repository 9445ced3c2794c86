"""The cards of the risks keep their places, and what stands on them is seen whole."""

import pytest
from miss.schema.content import Content
from playwright.sync_api import Page, expect

from .deliveries import FileSite
from .moment_bar import press_in

SIZES = [(360, 740), (768, 1024), (1280, 800), (1920, 1080)]
# Where the cards begin, in their list; and, of what stands in a card's button, what meets something else or is cut.
PLACES = """cards => Object.fromEntries([...cards.querySelectorAll(".card")].map((card) => {
  const [{ left, top }, list] = [card.getBoundingClientRect(), cards.getBoundingClientRect()]
  return [card.dataset.id, [left, top - list.top]]
}))"""


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_card_that_opens_keeps_its_place_and_those_beside_it_theirs(
    size: tuple[int, int], page: Page, files: FileSite, content: Content
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{files.address}4-risks.html")
    cards = page.locator("risk-cards .cards")
    before = cards.evaluate(PLACES)
    assert len({left for left, _ in before.values()}) == (1 if size[0] < 700 else 2)
    for risk in content.records["risks"]:
        reveal = page.locator(f'article.card[data-id="{risk.id}"] .reveal')
        reveal.click()
        expect(reveal).to_have_attribute("aria-expanded", "true")
        after = cards.evaluate(PLACES)
        x, y = before[risk.id]
        below = {id for id, (left, top) in before.items() if left == x and top > y}
        assert {id for id, place in after.items() if place != before[id]} == below
        reveal.click()
        expect(reveal).to_have_attribute("aria-expanded", "false")
    assert cards.evaluate(PLACES) == before  # a tick moves nothing


def test_the_tick_of_a_card_lies_on_nothing(page: Page, files: FileSite) -> None:
    page.goto(f"{files.address}4-risks.html")
    reveal = page.locator("article.card .reveal").first
    tick = "reveal => (({ visibility, position }) => [visibility, position])(getComputedStyle(reveal, '::before'))"
    assert reveal.evaluate(tick) == ["hidden", "static"]
    reveal.click()
    expect(reveal).to_have_attribute("aria-expanded", "true")
    assert reveal.evaluate(tick) == ["visible", "static"]
    button, mark = reveal.bounding_box(), reveal.locator(".mark").bounding_box()
    assert button and mark
    assert button["y"] <= mark["y"] and mark["y"] + mark["height"] <= button["y"] + button["height"]


def test_who_has_sorted_a_sign_is_not_told_to_guess_first(page: Page, files: FileSite) -> None:
    page.goto(f"{files.address}4-risks.html")
    guesses = page.locator("article.card .guess:visible")
    expect(guesses).to_have_count(9)
    page.locator("risk-cards .bin.record").click()
    expect(guesses).to_have_count(8)
    press_in(page, "risk-cards")
    expect(page.locator('article.card[data-id="infection"] .guess')).to_be_hidden()
    expect(page.locator('article.card[data-id="bleeding"] .guess')).to_be_visible()
