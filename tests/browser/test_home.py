"""The home page: something to do at once, where to go on, and little else."""

import re

import pytest
from miss.schema.content import Content
from playwright.sync_api import Browser, Page, expect

from .deliveries import ServedSite
from .test_progress_store import STORAGE_KEY, stored

PHONE = {"width": 360, "height": 740}
CODE = re.compile(r"\b[FA]\d\d\b")


@pytest.mark.parametrize("size", [PHONE, {"width": 1280, "height": 800}, {"width": 1920, "height": 1080}], ids=str)
def test_the_first_screen_has_something_to_do(page: Page, site: ServedSite, size: dict[str, int]) -> None:
    page.set_viewport_size(size)  # type: ignore[arg-type]
    page.goto(site.address)
    for control in (page.get_by_role("slider"), page.locator(".begin a") if size != PHONE else page.locator("h1")):
        box = control.bounding_box()
        assert box and box["y"] >= 0 and box["y"] + box["height"] <= size["height"]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_page_has_at_most_four_screens_on_a_phone(page: Page, site: ServedSite) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(site.address)
    page.wait_for_selector("main .way")
    assert page.evaluate("document.documentElement.scrollHeight / innerHeight") <= 4
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    assert not CODE.search(page.locator("body").inner_text())


def test_the_comparison_is_played_and_kept_as_in_its_section(page: Page, site: ServedSite, content: Content) -> None:
    page.goto(site.address)
    slider = page.get_by_role("slider", name="Drag to compare")
    slider.press("Home")
    expect(slider).to_have_attribute("aria-valuetext", "0 percent of the picture: Smaller cut; the rest: Standard cut")
    page.goto(f"{site.address}{content.sections[0].notebook}.html")
    expect(page.locator("picture-comparison")).to_have_count(1)
    expect(page.get_by_role("slider", name="Drag to compare")).to_have_value("0")


def test_a_new_student_starts_with_the_first_section(page: Page, site: ServedSite, content: Content) -> None:
    page.goto(site.address)
    page.get_by_role("slider", name="Drag to compare").press("Home")  # playing here is no beginning
    page.reload()
    begin = page.locator(".begin a")
    expect(begin).to_have_text("Start")
    expect(page.locator(".opening .minutes")).to_contain_text("minutes in all")
    assert page.locator("main a.on, main button.on").count() == 1
    begin.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(content.sections[0].title)


def test_who_has_begun_goes_on_where_something_was_changed_last(page: Page, site: ServedSite) -> None:
    page.goto(f"{site.address}4-risks.html")
    page.locator(".reveal").first.click()
    page.goto(f"{site.address}2-why-it-is-done.html")
    page.locator(".choices input").nth(2).check()
    page.goto(site.address)
    begin = page.locator(".begin a")
    expect(begin).to_have_text("Continue: Deformity")
    expect(page.locator(".opening .minutes")).to_have_text("Section 2: Why it is done")
    begin.click()
    expect(page).to_have_url(re.compile(r"2-why-it-is-done\.html#condition-selector$"))
    expect(page.locator(".choices input").nth(2)).to_be_checked()
    page.goto(site.address)
    page.get_by_role("button", name="Forget what I have done").click()
    expect(begin).to_have_text("Start")
    expect(begin).to_have_attribute("href", re.compile(r"1-what-it-is\.html$"))


def test_a_comparison_is_a_place_to_go_on_from(page: Page, site: ServedSite) -> None:
    page.goto(f"{site.address}1-what-it-is.html")
    page.get_by_role("slider", name="Drag to compare").press("Home")
    page.goto(site.address)
    page.locator(".begin a", has_text="Continue: Smaller cuts").click()
    expect(page.locator("picture-comparison")).to_be_in_viewport()


def test_another_tab_moves_the_place(page: Page, site: ServedSite) -> None:
    page.goto(site.address)
    other = page.context.new_page()
    other.goto(f"{site.address}3-how-it-is-done.html")
    other.get_by_role("slider").fill("3")
    expect(page.locator(".begin a")).to_have_text("Continue: The tubular retractor")


def test_going_back_to_the_page_as_it_was_left_shows_the_place(page: Page, site: ServedSite) -> None:
    """Browsers keep a page that was left, and show it again as it was: what was done since is read then."""
    page.goto(site.address)
    expect(page.locator(".begin a")).to_have_text("Start")
    page.evaluate(
        f"""() => localStorage.setItem({STORAGE_KEY}, JSON.stringify({{ version: 1, states: {{}}, done: {{}},
        place: {{ page: '4-risks', key: 'risk-cards' }} }}))"""
    )
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(page.locator(".begin a")).to_have_text("Continue: Nine named risks")


def test_an_open_record_that_is_not_there_is_called_by_its_topic(page: Page, site: ServedSite) -> None:
    for record in ("'gone'", "'constructor'", "7"):
        page.goto(f"{site.address}4-risks.html")
        page.evaluate(
            f"localStorage.setItem({STORAGE_KEY}, JSON.stringify({{ version: 1, place: "
            f"{{ page: '4-risks', key: 'risk-cards', record: {record} }} }}))"
        )
        page.goto(site.address)
        expect(page.locator(".begin a")).to_have_text("Continue: Nine named risks")


@pytest.mark.parametrize("place", ["7", "{}", "{page: 4, key: 'x'}", "{page: 'gone', key: 'risk-cards'}"])
def test_a_place_that_is_not_there_is_no_place(page: Page, site: ServedSite, place: str) -> None:
    page.goto(site.address)
    page.evaluate(
        f"localStorage.setItem({STORAGE_KEY}, JSON.stringify({{ version: 1, done: {{ why: true }}, place: {place} }}))"
    )
    page.reload()
    expect(page.locator(".begin a")).to_have_text("Start")
    assert stored(page)["done"] == {"why": True}


def test_without_a_script_the_page_says_all(chromium: Browser, site: ServedSite, content: Content) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(site.address)
        expect(page.locator(".begin a")).to_have_text("Start")
        for objective in content.course.objectives:
            expect(page.get_by_text(objective.text)).to_be_visible()
        expect(page.locator(".how-to-use li").last).to_be_visible()


def test_what_is_secondary_is_closed(page: Page, site: ServedSite) -> None:
    page.goto(site.address)
    expect(page.locator(".objectives li").first).to_be_hidden()
    page.get_by_text("What you will learn").click()
    expect(page.locator(".objectives li").first).to_be_visible()
    page.get_by_role("link", name="All the words").click()
    expect(page.locator("li:has(#word-vertebra) > details > summary")).to_be_visible()
