"""The glossary and the sources: found by a word, opened by a link, and whole without a script and on paper."""

import re

import pytest
from miss.schema.content import Content
from playwright.sync_api import Browser, Page, expect

from .deliveries import ServedSite

ROWS = "filtered-list .group > ul > li"
SHOWN = "filtered-list .group:not([data-left-out]) > ul > li:not([data-left-out])"


@pytest.fixture
def glossary(page: Page, site: ServedSite) -> Page:
    page.goto(f"{site.address}glossary.html")
    return page


@pytest.fixture
def sources(page: Page, site: ServedSite) -> Page:
    page.goto(f"{site.address}sources.html")
    return page


def test_a_word_is_found_as_one_types(glossary: Page, content: Content) -> None:
    expect(glossary.locator(ROWS)).to_have_count(len(content.glossary))
    glossary.get_by_role("searchbox", name="Find a word").press_sequentially("LAMIN")
    expect(glossary.locator(f"{SHOWN}:visible")).to_have_text(["lamina", "laminectomy"], use_inner_text=True)
    expect(glossary.locator("h2:visible", has_text="L")).to_have_count(1)
    expect(glossary.locator(".group:visible")).to_have_count(1)
    expect(glossary.get_by_role("status").first).to_have_text("2 words")
    glossary.get_by_role("searchbox").fill("lamina")
    expect(glossary.get_by_role("status").first).to_have_text("1 word")
    glossary.get_by_role("searchbox").fill("")
    expect(glossary.locator(f"{ROWS}:visible")).to_have_count(len(content.glossary))


def test_a_word_is_found_by_its_other_forms(glossary: Page, content: Content) -> None:
    term = next(term for term in content.glossary if any(term.term not in form for form in term.also))
    other = next(form for form in term.also if term.term not in form)
    glossary.get_by_role("searchbox").fill(other)
    expect(glossary.locator(f"{SHOWN}:visible summary", has_text=term.term).first).to_be_visible()


def test_a_row_opens_what_a_word_means(glossary: Page, content: Content) -> None:
    meaning = content.term("disk").meaning
    expect(glossary.get_by_text(meaning)).to_be_hidden()
    glossary.locator("summary", has_text=re.compile("^disk$")).click()
    expect(glossary.get_by_text(meaning)).to_be_visible()
    row = glossary.locator("li:has(#word-disk)")
    expect(row.locator(".used a").first).to_have_attribute("href", "1-what-it-is.html")
    row.locator(".origin a").first.click()
    expect(glossary.locator(".page-sources :target")).to_be_in_viewport()


@pytest.mark.parametrize(("name", "id"), [("glossary", "word-vertebra"), ("sources", "F12"), ("sources", "A75")])
def test_a_link_opens_its_row(page: Page, site: ServedSite, name: str, id: str) -> None:
    page.goto(f"{site.address}{name}.html#{id}")
    expect(page.locator(f"[id='{id}']")).to_be_in_viewport(ratio=0.5)
    assert page.locator("filtered-list details.fold[open]").count() == 1


def test_a_link_on_the_page_opens_its_row(sources: Page) -> None:
    expect(sources.locator("#A75")).to_be_hidden()
    sources.evaluate("location.hash = '#A75'")
    expect(sources.locator("#A75")).to_be_in_viewport(ratio=0.5)


def test_what_was_added_is_shown_alone(sources: Page, content: Content) -> None:
    read = sum(source.read for source in content.sources)
    sources.get_by_label("Added, with a source").check()
    expect(sources.locator(SHOWN)).to_have_count(read)
    expect(sources.get_by_role("status").first).to_have_text(f"{read} statements")
    sources.get_by_label("General nursing practice").check()
    expect(sources.locator(SHOWN)).to_have_count(len(content.sources) - read)
    sources.get_by_label("In the leaflet").check()
    expect(sources.locator(SHOWN)).to_have_count(len(content.facts))
    counts = sources.locator(".group:visible .count").all_inner_texts()
    assert sum(map(int, counts)) == len(content.facts)
    sources.get_by_label("Everything").check()
    expect(sources.locator(SHOWN)).to_have_count(len(content.facts) + len(content.sources))


def test_a_statement_is_found_and_opened(sources: Page) -> None:
    sources.get_by_role("searchbox", name="Find a word or a publisher").fill("fluoroscopy")
    found = sources.locator(f"{ROWS}:visible")
    expect(found.first).to_be_visible()
    assert found.count() < 20
    assert all("fluoroscopy" in text.lower() for text in found.all_inner_texts())
    sources.get_by_role("searchbox").fill("")
    expect(found).to_have_count(0)


@pytest.mark.parametrize("name", ["glossary", "sources"])
def test_the_whole_list_stands_there_without_a_script(chromium: Browser, site: ServedSite, name: str) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{site.address}{name}.html")
        expect(page.get_by_role("searchbox")).to_have_count(0)  # it would find nothing
        rows = page.locator(f"{ROWS} [id]") if name == "glossary" else page.locator(ROWS)
        assert rows.count() > 30 and not [row for row in rows.all() if not row.is_visible()]


@pytest.mark.parametrize("name", ["glossary", "sources"])
def test_the_whole_list_is_printed(page: Page, site: ServedSite, name: str) -> None:
    page.goto(f"{site.address}{name}.html")
    page.get_by_role("searchbox").fill("spine")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    rows = page.locator(f"{ROWS} [id]") if name == "glossary" else page.locator(ROWS)
    assert rows.count() > 30 and not [row for row in rows.all() if not row.is_visible()]
    expect(page.get_by_role("searchbox")).to_have_count(0)
