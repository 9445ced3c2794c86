"""Closed layers: found by the browser's own search, open on paper, with a script and without one."""

import re
from urllib.parse import quote

import pytest
from miss.schema.content import Content
from miss.schema.text import plain
from playwright.sync_api import Browser, Page, expect

from .at_rest import open_at_rest
from .deliveries import FileSite, ServedSite

PRINTED = """[...document.querySelectorAll('main details.fold:not(.needs-script) .folded')]
  .every((inside) => inside.checkVisibility())"""
LAYER = "condition-selector .entry[data-id=spondylolysis] > .layers > .fold"


@pytest.mark.parametrize("kind", ["nursing", "more", "where"])
def test_a_closed_layer_opens_when_the_browser_finds_its_words(
    page: Page, site: ServedSite, content: Content, kind: str
) -> None:
    """A link to a text opens what it is in, as does the search in the page."""
    condition = next(each for each in content.records["conditions"] if each.id == "spondylolysis")
    texts = {"nursing": condition.nursing[1], "more": condition.not_claimed, "where": condition.leaflet}
    address = f"{site.address}2-why-it-is-done.html?condition=spondylolysis"
    page.goto(address)
    layer = page.locator(f"{LAYER}.{kind}")
    expect(layer).not_to_have_attribute("open", "")
    page.goto(f"{address}&again#:~:text={quote(plain(texts[kind].text))}")
    expect(layer).to_have_attribute("open", "")
    expect(layer.get_by_text(plain(texts[kind].text))).to_be_visible()


def test_layers_are_open_on_paper_and_as_before_on_the_screen(page: Page, files: FileSite) -> None:
    page.goto(f"{files.address}4-risks.html?risk=infection")
    opened = page.locator("article.card[data-id=infection] .layers > .nursing")
    opened.locator("summary").click()
    expect(opened).to_have_attribute("open", "")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")  # as some browsers do
    assert page.locator("main details.fold").count() > 40
    assert not page.locator("main details.fold:not([open])").count() and page.evaluate(PRINTED)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    assert page.locator("main details.fold[open]").count() == 1
    expect(opened).to_have_attribute("open", "")


def test_layers_are_open_without_a_script_on_the_screen_and_on_paper(chromium: Browser, files: FileSite) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{files.address}3-how-it-is-done.html")
        where = page.locator(".steps .entry > .layers > .where").first
        for media in ("screen", "print"):
            page.emulate_media(media=media)  # type: ignore[arg-type]
            expect(where.locator(".folded")).to_be_visible()


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_a_card_and_a_layer_are_large_enough_to_touch_and_fit(page: Page, files: FileSite, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(f"{files.address}4-risks.html?risk=nerve-damage")
    card = page.locator("article.card[data-id=nerve-damage]")
    for row in card.locator(".layers > .fold > summary").all():
        box = row.bounding_box()
        assert box and box["height"] >= 44 and box["width"] >= 44
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    colors = "(tier) => getComputedStyle(tier).backgroundColor"
    emergency, report = (card.locator(f".tier.{urgency}").evaluate(colors) for urgency in ("emergency", "report"))
    assert emergency == "rgb(140, 29, 16)" and report == "rgb(255, 255, 255)"


def test_the_sign_of_what_is_beyond_the_leaflet_is_read_out(page: Page, files: FileSite) -> None:
    open_at_rest(page, f"{files.address}1-what-it-is.html?operation=laminectomy")
    said = page.locator("operation-selector .entry[data-id=laminectomy] .bubble .say").first
    assert re.search(r"\(beyond the leaflet\)", said.aria_snapshot())
    assert said.inner_text().endswith("+")


@pytest.mark.parametrize("width", [360, 1280])
def test_what_is_opened_is_in_sight(page: Page, site: ServedSite, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(f"{site.address}2-why-it-is-done.html?condition=spinal-stenosis")
    summary = page.locator(".entry[data-open] > .layers > .nursing > summary")
    summary.evaluate("each => scrollTo(0, each.getBoundingClientRect().top + scrollY - innerHeight + 150)")
    summary.press("Enter")
    expect(page.locator(".entry[data-open] .nursing .folded > :first-child")).to_be_in_viewport(ratio=1)
    free = page.locator(".moment-bar").bounding_box()
    term = page.locator(".entry[data-open] .term:visible", has_text="saddle area").first
    term.evaluate("each => scrollTo(0, each.getBoundingClientRect().top + scrollY - innerHeight + 130)")
    term.press("Enter")
    meaning = page.locator(".entry[data-open] .meaning")
    expect(meaning).to_be_in_viewport(ratio=1)
    box = meaning.bounding_box()
    assert box and free and box["y"] + box["height"] <= free["y"]
