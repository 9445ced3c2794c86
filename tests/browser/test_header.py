"""The header: its words are whole at every width, and on a phone one button opens the list of the sections."""

import pytest
from miss.schema.content import Content
from playwright.sync_api import Browser, Locator, Page, expect

from tests.conftest import COURSE

from .deliveries import ServedSite
from .finish import finish
from .test_done import in_header

PAGES = ["index", "1-what-it-is", "2-why-it-is-done", "3-how-it-is-done", "4-risks", "5-check-yourself", "sources"]
# Words that run out of the window, are cut off by an element around them, or are broken in two.
BROKEN_WORDS = """() => {
  const found = []
  const walker = document.createTreeWalker(document.querySelector('header.site'), NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const shown = node.parentElement
    if (!shown.checkVisibility() || shown.closest('.unseen, .skip')) continue
    for (const { 0: word, index } of node.data.matchAll(/\\S+/g)) {
      const range = document.createRange()
      range.setStart(node, index)
      range.setEnd(node, index + word.length)
      const boxes = [...range.getClientRects()]
      const around = []
      for (let each = shown; each.closest('header.site'); each = each.parentElement) around.push(each)
      const clipping = around.filter((each) => getComputedStyle(each).overflowX !== 'visible')
      if (clipping.some((each) => each.getBoundingClientRect().width <= 1)) continue // for screen readers
      if (boxes.length > 1) found.push(`${word}: broken`)
      for (const { left, right } of boxes) {
        if (left < 0 || right > innerWidth) found.push(`${word}: outside`)
        for (const each of clipping.map((each) => each.getBoundingClientRect())) {
          if (left < each.left - 1 || right > each.right + 1) found.push(`${word}: cut off`)
        }
      }
    }
  }
  return found
}"""


def menu(page: Page) -> Locator:
    return page.locator("#site-menu")


EDGES = (320, 719, 720, 1920)  # of the sizes for which the header is made
WIDTHS = [*range(328, 720, 8), *range(721, 1300, 23), 1600]


def broken_words(page: Page, widths: list[int]) -> dict[str, list[str]]:
    """Resize a page, with its own and with larger letters; give the words that are not whole."""
    found = {}
    for size in ("100%", "200%"):
        page.evaluate("size => document.documentElement.style.fontSize = `calc(1.125 * ${size})`", size)
        for width in widths:
            page.set_viewport_size({"width": width, "height": 740})
            if broken := page.evaluate(BROKEN_WORDS):
                found[f"{width} px, {size}"] = broken
            assert page.locator(".open-menu").is_visible() == (width < 720)
    return found


@pytest.mark.parametrize("name", PAGES)
def test_no_word_is_cut_off_or_broken_at_any_width(page: Page, site: ServedSite, name: str) -> None:
    """The pages, whose headers differ in one mark, share the widths; each has those where the header changes."""
    page.goto(f"{site.address}{name}.html")
    assert not broken_words(page, [*EDGES, *WIDTHS[PAGES.index(name) :: len(PAGES)]])


@pytest.mark.full
@pytest.mark.parametrize("name", PAGES)
def test_no_word_is_cut_off_or_broken_at_any_width_of_each_page(page: Page, site: ServedSite, name: str) -> None:
    page.goto(f"{site.address}{name}.html")
    assert not broken_words(page, [*EDGES, *WIDTHS])


def test_it_takes_little_room(page: Page, site: ServedSite) -> None:
    for name in PAGES:
        page.goto(f"{site.address}{name}.html")
        for width, height in ((320, 568), (360, 740), (740, 360), (1280, 800)):
            page.set_viewport_size({"width": width, "height": height})
            assert page.evaluate("document.querySelector('header.site').offsetHeight") <= 58, (name, width)


@pytest.mark.parametrize("script", [True, False])
def test_one_button_opens_the_sections_on_a_phone(
    chromium: Browser, site: ServedSite, content: Content, script: bool
) -> None:
    with chromium.new_page(java_script_enabled=script, viewport={"width": 360, "height": 740}) as page:
        page.goto(f"{site.address}4-risks.html")
        button = page.get_by_role("button", name="Sections")
        expect(menu(page)).to_be_hidden()
        button.click()
        links = menu(page).locator("ol").get_by_role("link")
        for link, section in zip(links.all(), content.sections, strict=True):
            expect(link).to_contain_text(section.title)
        expect(menu(page).get_by_role("link", name="Accessibility")).to_be_visible()
        expect(menu(page).get_by_role("link", name="A guide for trainers")).to_have_count(0)
        page.keyboard.press("Escape")
        expect(menu(page)).to_be_hidden()
        button.click()
        page.mouse.click(180, 720)
        expect(menu(page)).to_be_hidden()
        button.click()
        links.nth(1).click()
        expect(page.get_by_role("heading", level=1)).to_have_text(content.sections[1].title)


def test_the_list_on_a_phone_has_counts_and_the_theme(page: Page, site: ServedSite) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{site.address}2-why-it-is-done.html")
    finish(page)
    page.get_by_role("button", name="Sections").click()
    expect(in_header(page, "why").locator(".section-count")).to_be_in_viewport()
    expect(in_header(page, "why").get_by_text("Done", exact=True)).to_be_visible()
    page.get_by_role("button", name="Light or dark").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_a_wide_window_shows_the_sections_at_once(page: Page, site: ServedSite) -> None:
    page.set_viewport_size({"width": 760, "height": 740})
    page.goto(f"{site.address}2-why-it-is-done.html")
    links = page.get_by_role("navigation", name="Sections").get_by_role("link")
    assert [link.inner_text().splitlines()[0].strip() for link in links.all()] == [
        section.short for section in COURSE.content.sections
    ]
    assert "0 of 8 conditions" in (links.nth(1).text_content() or "")
    assert page.locator("header.site").bounding_box()["height"] < 60  # type: ignore[index]


def test_a_heading_that_is_linked_to_stands_below_the_header(page: Page, site: ServedSite) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{site.address}2-why-it-is-done.html#limits")
    page.wait_for_timeout(300)
    top = page.evaluate("document.querySelector('#limits').getBoundingClientRect().top")
    assert 56 <= top <= 100


def test_the_two_views_are_two_words_in_the_footer(page: Page, site: ServedSite) -> None:
    page.goto(f"{site.address}4-risks.html")
    text = page.locator(".view-switch").text_content() or ""
    assert text.split("Back")[0].endswith(" ")
