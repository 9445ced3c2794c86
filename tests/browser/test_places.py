"""An address opens a state, a state gives an address, and what was done is there again tomorrow."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from miss.schema.content import Content
from playwright.sync_api import Page, expect

from tests.conftest import COURSE

from .deliveries import FileSite, ServedSite
from .finish import choose_any
from .second_element import add_second_element
from .test_progress_store import STORAGE_KEY
from .test_widgets import Course


def addressed(course: Course, records: Sequence[Any]) -> list[tuple[int, Any]]:
    """The records with their numbers; some of them where each page starts a kernel, which no address asks."""
    return list(enumerate(records, 1))[:: 3 if course.has_kernel else 1]


def test_every_condition_has_an_address(page: Page, course: Course, content: Content) -> None:
    for _, condition in addressed(course, content.records["conditions"]):
        page.goto(f"{course.address}2-why-it-is-done.html?condition={condition.id}#condition-selector")
        expect(page.locator("condition-selector .entry:visible")).to_have_attribute("data-id", condition.id)


def test_every_step_has_an_address(page: Page, course: Course, content: Content) -> None:
    for number, step in addressed(course, content.records["procedure"].steps):
        for named in (step.id, number):
            page.goto(f"{course.address}3-how-it-is-done.html?step={named}")
            expect(page.get_by_role("slider")).to_have_value(str(number))


def test_every_risk_has_an_address(page: Page, course: Course, content: Content) -> None:
    for _, risk in addressed(course, content.records["risks"]):
        page.goto(f"{course.address}4-risks.html?risk={risk.id}")
        card = page.locator(f'article.card[data-id="{risk.id}"]')
        expect(card.locator(".back")).to_be_visible()
        expect(card).to_be_in_viewport()


@pytest.mark.parametrize(
    "asked",
    [
        "2-why-it-is-done.html?condition=hiccups",
        "3-how-it-is-done.html?step=99",
        "4-risks.html?risk=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
        "4-risks.html?risk=%22%5D%3Bx",
        "5-check-yourself.html?round=7",
        "index.html?condition=scoliosis",
    ],
)
def test_an_unknown_place_is_met_with_a_quiet_word(page: Page, course: Course, asked: str) -> None:
    page.goto(course.address + asked)
    expect(page.locator(".quiet")).to_contain_text("The link names something that is not on this page")
    assert page.locator("main img").count() == 0
    assert page.locator("main.course h1").is_visible()


@pytest.mark.parametrize(
    ("asked", "first", "second"),
    [
        ("?condition=spinal-stenosis", "spinal-stenosis", ""),
        ("?condition=spinal-stenosis#second", "", "spinal-stenosis"),
        ("?condition=spinal-stenosis#condition-selector", "spinal-stenosis", ""),
        ("?condition=spinal-stenosis#recap", "spinal-stenosis", ""),
        ("?condition=only-there", "", "only-there"),
        ("?condition=only-there#condition-selector", "", ""),
    ],
)
def test_two_elements_share_a_parameter(page: Page, site: ServedSite, asked: str, first: str, second: str) -> None:
    add_second_element(page, "**/2-why-it-is-done.html*", ("spondylolysis", "only-there"))
    page.goto(f"{site.address}2-why-it-is-done.html{asked}")
    opened = page.locator("condition-selector").evaluate_all("all => all.map((each) => each.state.selected)")
    assert opened == [first, second]
    quiet = page.locator(".quiet")
    expect(quiet).to_have_text("" if first or second else re.compile("The link names something"))


def test_the_second_element_has_its_own_link(page: Page, site: ServedSite) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    add_second_element(page, "**/2-why-it-is-done.html*")
    page.goto(f"{site.address}2-why-it-is-done.html?condition=spinal-stenosis#second")
    copy = page.get_by_role("button", name="Copy a link to this")
    expect(copy).to_have_count(2)
    copy.last.click()
    link = page.get_by_label("Copy this link").last.input_value()
    assert link == f"{site.address}2-why-it-is-done.html?condition=spinal-stenosis#second"


def test_a_copied_link_opens_what_it_was_copied_from(page: Page, site: ServedSite) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site.address.rstrip("/"))
    page.goto(f"{site.address}2-why-it-is-done.html")
    page.locator(".choices input").nth(5).check()
    page.get_by_role("button", name="Copy a link to this").click()
    expect(page.locator(".quiet")).to_have_text("Copied. The link opens what you see here.")
    link = page.evaluate("navigator.clipboard.readText()")
    page.locator(".choices input").nth(1).check()
    page.goto(link)
    expect(page.locator(".choices input").nth(5)).to_be_checked()


def test_without_a_clipboard_the_link_is_shown(page: Page, site: ServedSite) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto(f"{site.address}5-check-yourself.html?round=7-12")
    page.get_by_role("button", name="Copy a link to this").click()
    assert "round=7-12" in page.get_by_label("Copy this link").input_value()


def test_what_was_done_is_there_again(page: Page, course: Course) -> None:
    page.goto(f"{course.address}4-risks.html")
    page.locator(".reveal").nth(3).click()
    page.goto(f"{course.address}5-check-yourself.html")
    page.get_by_role("button", name="Start").click()
    choose_any(page.locator("article.item:visible"))
    page.get_by_role("button", name="Check my answer").click()
    stem = page.locator("article.item:visible .stem").inner_text()
    page.goto(f"{course.address}4-risks.html")
    expect(page.locator(".reveal").nth(3)).to_have_attribute("aria-expanded", "true")
    page.goto(f"{course.address}5-check-yourself.html")
    expect(page.locator("article.item:visible .stem")).to_have_text(stem)
    expect(page.locator("article.item:visible .result")).not_to_be_empty()
    assert page.context.cookies() == []


FIRST_LOOK = """{
    const { get } = Object.getOwnPropertyDescriptor(window, 'localStorage')
    Object.defineProperty(window, 'localStorage', { get() {
        window.lookedAt ??= document.readyState
        return get.call(window)
    } })
}"""


def test_the_record_is_not_opened_before_the_page_is_there(page: Page, course: Course) -> None:
    """Chromium gives a page whose new process it does not know yet an empty store, which keeps nothing."""
    page.add_init_script(FIRST_LOOK)
    page.goto(f"{course.address}4-risks.html")
    assert page.evaluate("window.lookedAt") == "interactive"


def expect_dark(page: Page) -> None:
    """Expect the dark theme; a new process of a busy Chromium may be given what was stored a moment late."""
    for _ in range(10):
        if page.locator("html").get_attribute("data-theme") == "dark":
            break
        page.wait_for_timeout(300)
        page.reload()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_a_chosen_theme_is_there_before_the_script(page: Page, course: Course) -> None:
    page.goto(f"{course.address}4-risks.html")
    page.locator("button.theme").click()
    page.route("**/course.js*", lambda route: route.fulfill(body=""))
    page.goto(f"{course.address}3-how-it-is-done.html")
    expect_dark(page)
    tomorrow = page.context.new_page()
    tomorrow.goto(f"{course.address}3-how-it-is-done.html")
    expect_dark(tomorrow)


DAMAGE = {
    "not JSON": "localStorage.setItem(STORAGE_KEY, '{')",
    "null": "localStorage.setItem(STORAGE_KEY, 'null')",
    "a list": "localStorage.setItem(STORAGE_KEY, '[1]')",
    "wrong types": """localStorage.setItem(STORAGE_KEY, JSON.stringify({done: 7, states: {
        'condition-selector': {selected: 5, seen: 'x'}, 'procedure-slider': {step: 'three', seen: {}},
        'risk-cards': {revealed: null, guesses: [1], seen: 9},
        'knowledge-check': {drawn: 'q01', answers: 3, position: -1, seed: 'x'}, theme: 'pink'}}))""",
    "blocked": """Object.defineProperty(window, 'localStorage', {
        get() { throw new DOMException('no', 'SecurityError') } })""",
    "full": "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }",
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_damaged_storage_costs_nothing(page: Page, site: ServedSite, damage: str) -> None:
    page.add_init_script(DAMAGE[damage].replace("STORAGE_KEY", STORAGE_KEY))
    for name in ("2-why-it-is-done", "3-how-it-is-done", "4-risks", "5-check-yourself", "index"):
        page.goto(f"{site.address}{name}.html")
        assert page.locator(".quiet").inner_text() == ""
    page.goto(f"{site.address}2-why-it-is-done.html")
    page.locator(".choices input").nth(2).check()
    expect(page.locator("condition-selector .entry:visible")).to_have_count(1)


def test_two_tabs_lose_nothing(page: Page, site: ServedSite) -> None:
    other = page.context.new_page()
    for tab in (page, other):
        tab.goto(f"{site.address}2-why-it-is-done.html")
    page.locator(".choices input").nth(1).check()
    other.locator(".choices input").nth(6).check()
    page.locator(".choices input").nth(4).check()
    page.reload()
    expect(page.locator("condition-selector .count")).to_have_text("3 of 8 seen")


def test_offline_after_the_first_visit(page: Page, tmp_path: Path) -> None:
    with ServedSite(tmp_path) as served:
        page.goto(served.address)
        page.evaluate("navigator.serviceWorker.ready.then(() => 1)")
    for name in ("index", "4-risks"):
        page.goto(f"{served.address}{name}.html")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.locator(".reveal").first.click()
    expect(page.locator("risk-cards .back:visible")).to_have_count(1)


def test_an_earlier_site_is_replaced_and_nothing_else(
    files: FileSite, tmp_path_factory: pytest.TempPathFactory
) -> None:
    from miss.errors import CommandError
    from miss.export.site import write_site

    assert write_site(COURSE, files.folder, trainer=True)
    mine = tmp_path_factory.mktemp("mine")
    (mine / "thesis.txt").write_text("mine")
    with pytest.raises(CommandError, match="holds other files"):
        write_site(COURSE, mine)
    assert (mine / "thesis.txt").read_text() == "mine"
