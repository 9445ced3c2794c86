"""The signs of the risks are sorted by how fast each is passed on; then the cards are opened."""

import json

import pytest
from miss import RiskCards
from miss.interactions.risks.sort import sign_to_sort
from miss.render.tiers import TIERS
from miss.schema.content import Content
from miss.schema.signs import Sign
from miss.schema.text import plain
from playwright.sync_api import Locator, Page, expect

from tests.conftest import COURSE

from .at_rest import open_at_rest
from .deliveries import FileSite
from .moment_bar import press_in
from .server import VoilaServer
from .test_widgets import follows, open_page

SIZES = [(360, 740), (1280, 800), (1920, 1080)]
EACH_SIZE = [*SIZES, (768, 1024), (740, 360)]
# What covers something else, or leaves its place: the sign, what is said of it, and what stands on the bins.
COVERED = """(element) => {
  const shown = (selector) => [...element.querySelectorAll(selector)].filter((each) => each.checkVisibility({
    visibilityProperty: true })).map((each) => [each, each.getBoundingClientRect()])
  const parts = shown(".asks, .asked, .told, .bin b, .bin .by, .told-by:not(:empty), .bin .mark, .bin .icon")
  const outside = parts.filter(([part, { top, bottom, left, right }]) => {
    const around = part.closest(".bin, .deck").getBoundingClientRect()
    return top < around.top || left < around.left || bottom > around.bottom + 1 || right > around.right + 1
  })
  const meets = ([, a], [, b]) => a.left < b.right && b.left < a.right && a.top < b.bottom - 1 && b.top < a.bottom - 1
  const covered = parts.filter((part, index) => parts.slice(index + 1).some((other) => meets(part, other)))
  return [...outside, ...covered].map(([part]) => `${part.className.baseVal ?? part.className}: ${part.textContent}`)
}"""
ELEMENT = "document.querySelector('risk-cards')"
Course = VoilaServer | FileSite


@pytest.fixture
def signs(content: Content) -> dict[str, Sign]:
    risks = content.records["risks"]
    return {risk.id: sign_to_sort(risk, risks) for risk in risks}


def shown(page: Page) -> Locator:
    """The sign that is asked."""
    return page.locator("risk-cards .asked:visible")


def bin_of(page: Page, tier: str) -> Locator:
    return page.locator(f"risk-cards .bin.{tier}")


def next_sign(page: Page) -> None:
    press_in(page, "risk-cards")


def test_every_sign_is_sorted(page: Page, course: Course, content: Content, signs: dict[str, Sign]) -> None:
    open_page(page, course, "4-risks")
    for number, risk in enumerate(content.records["risks"], 1):
        sign = signs[risk.id]
        expect(shown(page)).to_have_text(plain(sign.text))
        expect(page.locator(".sort-place")).to_have_text(f"{number} of 9")
        bin_of(page, sign.urgency).click()
        name = getattr(content.course.urgency, sign.urgency).name
        told = page.locator("risk-cards .told:visible")
        for text in (f"Right: {name}.", risk.name, risk.sort.why):
            expect(told).to_contain_text(text)
            expect(page.locator("risk-cards .status")).to_contain_text(text)
        placed = [each for each in list(signs.values())[:number] if each.urgency == sign.urgency]
        expect(bin_of(page, sign.urgency).locator(".mark")).to_have_count(len(placed))
        assert follows(course, f"cards.sorted['{risk.id}']", sign.urgency)
        next_sign(page)
    expect(page.locator("risk-cards .tally")).to_have_text("9 of 9 signs at the first try")
    for risk in content.records["risks"]:
        expect(page.locator("risk-cards .learnt dd", has_text=risk.name)).to_be_visible()
    assert follows(course, "cards.progress", "Progress(done=9, total=9)")


def test_a_sign_that_was_missed_comes_back_once(page: Page, files: FileSite, signs: dict[str, Sign]) -> None:
    page.goto(f"{files.address}4-risks.html")
    for id, sign in signs.items():
        wrong = {"bleeding": "record", "graft-site-pain": "report"}.get(id)
        bin_of(page, wrong or sign.urgency).click()
        if wrong:
            slow = wrong == "record"
            verdict = "Not fast enough. It is: Emergency" if slow else "Not this fast. It is: Chart and pass on"
            expect(page.locator("risk-cards .verdict:visible")).to_contain_text(verdict)
            expect(bin_of(page, wrong)).to_contain_text("Your choice")
            assert bin_of(page, wrong).evaluate("bin => getComputedStyle(bin).borderTopStyle") == "dashed"
            expect(bin_of(page, sign.urgency)).to_contain_text("Here")
            assert bin_of(page, sign.urgency).evaluate("bin => getComputedStyle(bin).borderTopStyle") == "solid"
        next_sign(page)
    for number, id in enumerate(("bleeding", "graft-site-pain"), 1):
        expect(page.locator(".sort-place")).to_have_text(f"Again {number} of 2")
        expect(shown(page)).to_have_text(plain(signs[id].text))
        bin_of(page, "report").click()  # wrong once more: it does not come back again
        next_sign(page)
    expect(page.locator("risk-cards .tally")).to_have_text("7 of 9 signs at the first try")
    states = page.evaluate("Object.values(localStorage).map(JSON.parse).map(({ states }) => states['risk-cards'])[0]")
    assert (states["sorted"]["bleeding"], states["sorted"]["graft-site-pain"]) == ("record", "report")
    page.reload()
    expect(page.locator("risk-cards .tally")).to_have_text("7 of 9 signs at the first try")


def test_a_sign_that_was_skipped_comes_back_once(page: Page, files: FileSite, signs: dict[str, Sign]) -> None:
    page.goto(f"{files.address}4-risks.html")
    skipped = list(signs)[3]
    for id, sign in signs.items():
        if id != skipped:
            bin_of(page, sign.urgency).click()
        next_sign(page)
    expect(page.locator(".sort-place")).to_have_text("Again 1 of 1")
    expect(shown(page)).to_have_text(plain(signs[skipped].text))
    bin_of(page, signs[skipped].urgency).click()
    next_sign(page)
    expect(page.locator("risk-cards .tally")).to_have_text("9 of 9 signs at the first try")


def test_who_skips_all_signs_is_not_asked_again(page: Page, files: FileSite, signs: dict[str, Sign]) -> None:
    page.goto(f"{files.address}4-risks.html")
    for _ in signs:
        next_sign(page)
    expect(page.locator("risk-cards .tally")).to_have_text("0 of 9 signs at the first try")


def test_it_goes_on_where_the_student_stopped(page: Page, files: FileSite, signs: dict[str, Sign]) -> None:
    page.goto(f"{files.address}4-risks.html")
    bin_of(page, "report").click()
    next_sign(page)
    page.reload()
    expect(shown(page)).to_have_text(plain(signs["bleeding"].text))


def test_a_state_of_before_there_was_a_sort_still_works(page: Page, files: FileSite) -> None:
    page.goto(f"{files.address}4-risks.html")
    old = {"revealed": ["bleeding"], "seen": ["bleeding", "infection"], "guesses": {"bleeding": ["pain"]}}
    found = page.evaluate(f"({ELEMENT}.state = {json.dumps(old)}, [{ELEMENT}.state, {ELEMENT}.progress])")
    assert found == [{**old, "sorted": {}}, {"done": 2, "total": 9}]
    broken = {"sorted": {"bleeding": "soon", "thirst": "record", "infection": "report"}}
    assert page.evaluate(f"({ELEMENT}.state = {json.dumps(broken)}, {ELEMENT}.state.sorted)") == {"infection": "report"}


def test_what_was_sorted_in_two_tabs_counts_in_both(page: Page, files: FileSite) -> None:
    page.goto(f"{files.address}4-risks.html")
    bin_of(page, "record").click()
    other = {"sorted": {"infection": "report", "bleeding": "emergency"}}
    assert page.evaluate(f"({ELEMENT}.merge({json.dumps(other)}), {ELEMENT}.state.sorted)") == {
        "infection": "record",  # what this tab chose first
        "bleeding": "emergency",
    }


def test_the_page_leads_through_the_signs(page: Page, files: FileSite) -> None:
    page.goto(f"{files.address}4-risks.html")

    def reads() -> list[object]:
        found: list[object] = page.evaluate(f"(({{ place, waiting }}) => [place, waiting])({ELEMENT})")
        return found

    assert reads() == ["1 of 9", True]
    assert page.evaluate(f"{ELEMENT}.backward()") is False
    bin_of(page, "report").click()
    assert reads() == ["1 of 9", False]
    assert page.evaluate(f"{ELEMENT}.forward()") is True
    assert reads() == ["2 of 9", True]
    assert page.evaluate(f"{ELEMENT}.backward()") is True
    assert reads() == ["1 of 9", False]
    went_on = page.evaluate(f"Array.from({{ length: 19 }}, () => {ELEMENT}.forward())")
    assert went_on == [True] * 18 + [False]  # to eight signs, twice, to what was learnt, and to the cards
    assert reads() == ["", False]
    page.evaluate(f"{ELEMENT}.dataset.docked = ''; {ELEMENT}.backward()")
    expect(page.get_by_role("button", name="Next", exact=True)).to_be_hidden()
    expect(page.get_by_role("button", name="Skip to the cards")).to_be_visible()


def test_it_works_by_the_keyboard(page: Page, files: FileSite, signs: dict[str, Sign]) -> None:
    page.set_viewport_size({"width": 1280, "height": 310})  # too low for the bar to stay: the sort has its own Next
    page.goto(f"{files.address}4-risks.html")
    bin_of(page, "emergency").focus()
    page.keyboard.press("Tab")
    expect(bin_of(page, "report")).to_be_focused()
    page.keyboard.press("Enter")
    expect(bin_of(page, "report")).to_contain_text("Right")
    page.keyboard.press("Tab")
    expect(page.locator("risk-cards .next-sign")).to_be_focused()
    page.keyboard.press("Space")
    expect(shown(page)).to_have_text(plain(signs["bleeding"].text))
    expect(shown(page)).to_be_focused()
    expect(shown(page)).to_be_in_viewport(ratio=1)
    expect(page.locator("risk-cards .status")).to_have_text(f"2 of 9 {plain(signs['bleeding'].text)}")
    for tier in TIERS:
        page.keyboard.press("Tab")
        expect(bin_of(page, tier)).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Infection", exact=True)).to_be_focused()


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_nothing_moves_while_signs_are_sorted(
    size: tuple[int, int], page: Page, files: FileSite, signs: dict[str, Sign]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{files.address}4-risks.html")
    places = f"""[...{ELEMENT}.querySelectorAll('.bin, .skip-sort, .card')].map((each) => {{
      const {{ x, y, width, height }} = each.getBoundingClientRect();
      return [x, y + scrollY, width, height];
    }})"""
    before = page.evaluate(places)
    assert all(height >= (80 if size[0] > 700 else 64) for _, _, _, height in before[:3])
    for number in range(len(signs)):
        bin_of(page, ["emergency", "report", "record"][number % 3]).click()
        assert page.evaluate(places) == before
        next_sign(page)
        assert page.evaluate(places) == before


@pytest.mark.parametrize("size", EACH_SIZE, ids=str)
def test_a_sign_stays_in_sight_and_is_covered_by_nothing(
    size: tuple[int, int], page: Page, files: FileSite, signs: dict[str, Sign]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{files.address}4-risks.html")
    for number, sign in enumerate(signs.values()):
        chosen = sign.urgency if number % 3 else next(tier for tier in TIERS if tier != sign.urgency)
        bin_of(page, chosen).click()
        told = page.locator("risk-cards .told:visible")
        expect(told).to_be_in_viewport(ratio=1)
        expect(shown(page)).to_have_text(plain(sign.text))
        expect(shown(page)).to_be_in_viewport(ratio=1)
        for each in page.locator("risk-cards .bin").all():
            expect(each).to_be_in_viewport(ratio=1)
        judged, below = shown(page).bounding_box(), told.bounding_box()
        assert judged and below and judged["y"] + judged["height"] <= below["y"]
        assert page.locator("risk-cards").evaluate(COVERED) == []
        next_sign(page)


@pytest.mark.parametrize("size", EACH_SIZE, ids=str)
def test_the_question_names_the_sign_and_is_as_large_as_text(
    size: tuple[int, int], page: Page, files: FileSite
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{files.address}4-risks.html")
    asks = page.locator("risk-cards .asks")
    expect(asks).to_have_text("How fast must this sign be passed on?")
    asked = asks.evaluate("asks => [parseFloat(getComputedStyle(asks).fontSize), getComputedStyle(asks).color]")
    text = page.evaluate("(({ fontSize, color }) => [parseFloat(fontSize), color])(getComputedStyle(document.body))")
    assert asked[0] >= text[0] and asked[1] == text[1]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_sign_and_bins_are_on_one_screen(size: tuple[int, int], page: Page, files: FileSite) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{files.address}4-risks.html")
    page.evaluate(f"scrollTo(0, {ELEMENT}.getBoundingClientRect().y + scrollY - 80)")
    for part in (shown(page), *(bin_of(page, tier) for tier in ("emergency", "report", "record"))):
        expect(part).to_be_in_viewport(ratio=1)
    if size[0] >= 1000:
        sign, first = shown(page).bounding_box(), bin_of(page, "emergency").bounding_box()
        assert sign and first and sign["x"] + sign["width"] <= first["x"]


@pytest.mark.parametrize("height", [740, 790])
def test_a_phone_shows_all_bins_at_once(height: int, page: Page, files: FileSite) -> None:
    page.set_viewport_size({"width": 360, "height": height})
    open_at_rest(page, f"{files.address}4-risks.html")
    bar = page.locator(".moment-bar").bounding_box()
    for each in page.locator("risk-cards .bin").all():
        box = each.bounding_box()
        assert box and bar and box["y"] + box["height"] <= bar["y"]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_an_opened_card_shows_its_name_its_mark_and_what_to_say(
    size: tuple[int, int], page: Page, files: FileSite, content: Content
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{files.address}4-risks.html")
    for risk in content.records["risks"]:
        card = page.locator(f'article.card[data-id="{risk.id}"]')
        card.locator(".reveal").click()
        for part in (card.locator("h3 .mark"), card.locator("h3 .reveal"), card.locator(".bubble .say").first):
            expect(part).to_be_in_viewport(ratio=1)


def test_the_rows_of_the_cards_are_compact(page: Page, files: FileSite) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{files.address}4-risks.html")
    heights = page.evaluate(f"[...{ELEMENT}.querySelectorAll('.card')].map((card) => card.offsetHeight)")
    assert len(heights) == 9 and max(heights) <= 72
    before = page.locator("article.card h3 .mark").first.bounding_box()
    page.locator("article.card .reveal").first.click()
    page.locator("article.card .reveal").first.click()
    after = page.locator("article.card h3 .mark").first.bounding_box()
    assert before and after and before["x"] == after["x"]


def test_the_browser_finds_what_is_in_a_closed_card(page: Page, files: FileSite) -> None:
    page.goto(f"{files.address}4-risks.html#:~:text=A%20dry%20dressing%20does%20not%20rule%20out")
    card = page.locator('article.card[data-id="bleeding"]')
    expect(card.locator(".reveal")).to_have_attribute("aria-expanded", "true")
    expect(card.get_by_text("A dry dressing does not rule out")).to_be_visible()


def test_without_a_script_the_cards_are_the_page(page: Page, files: FileSite, content: Content) -> None:
    with page.context.browser.new_page(java_script_enabled=False) as plain_page:  # type: ignore[union-attr]
        plain_page.goto(f"{files.address}4-risks.html")
        expect(plain_page.locator("risk-cards .sort")).to_be_hidden()
        for risk in content.records["risks"]:
            card = plain_page.locator(f'article.card[data-id="{risk.id}"]')
            expect(card.get_by_text(plain(risk.signs[-1].text), exact=False).last).to_be_visible()


def test_what_is_sorted_in_python_is_sorted_on_the_page(page: Page, voila: VoilaServer) -> None:
    open_page(page, voila, "4-risks")
    voila.run("cards.sort('infection', 'record'); cards.sort('infection', 'report')")
    expect(page.locator("risk-cards")).to_have_js_property("waiting", True)
    state = {"infection": "record"}
    page.wait_for_function(f"JSON.stringify({ELEMENT}.state.sorted) === '{json.dumps(state, separators=(',', ':'))}'")


def test_a_risk_is_done_when_it_was_sorted_or_opened() -> None:
    cards = RiskCards(COURSE)
    cards.sort("bleeding", "record")
    cards.reveal("bleeding")
    cards.reveal("infection")
    assert cards.progress == (2, 9)


def test_each_risk_has_one_short_sign_to_sort_with_the_sources_of_a_sign_of_its_card(content: Content) -> None:
    risks = content.records["risks"]
    shown = [sign_to_sort(risk, risks) for risk in risks]
    assert len({plain(sign.text) for sign in shown}) == len(risks) == 9
    for risk, sign in zip(risks, shown, strict=True):
        assert len(sign.text) <= 55
        assert ";" not in sign.text and " or " not in sign.text
        assert any((sign.urgency, sign.added) == (of_card.urgency, of_card.added) for of_card in risk.signs)
    assert shown[0].text == risks[0].sort.text != risks[0].signs[0].text


@pytest.mark.parametrize("size", [(360, 800), (1280, 800)], ids=str)
def test_bins_tell_the_tiers_apart_by_time(
    size: tuple[int, int], page: Page, files: FileSite, content: Content
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(f"{files.address}4-risks.html")
    for urgency, tier in content.course.urgency:
        expect(bin_of(page, urgency).locator(".by")).to_have_text(tier.by)
        expect(bin_of(page, urgency).locator(".by")).to_be_visible()
