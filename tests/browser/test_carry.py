"""Progress is carried to another device by a link, without a server, and nothing that was done there is lost."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, expect

from .deliveries import FileSite, ServedSite
from .finish import finish
from .test_done import SECTIONS, WHY, at_home

WHAT = "1-what-it-is.html"
NOTHING = "There is nothing to add in this link. Copy the whole link once more."
CARRIES = re.compile(r"index\.html#progress=[\w-]{20,}$|/#progress=[\w-]{20,}$")


@contextmanager
def other_device(chromium: Browser) -> Iterator[Page]:
    """A browser with a storage of its own."""
    with chromium.new_context(viewport={"width": 360, "height": 740}) as context:
        yield context.new_page()


def link_to_carry(page: Page, site: FileSite | ServedSite) -> str:
    """Return the link that the home page offers."""
    page.goto(f"{site.address}index.html")
    page.locator(".carry > summary").click()
    field = page.locator(".carry .give input")
    expect(field).to_have_value(CARRIES)
    return field.input_value()


def select(page: Page, address: str, condition: str) -> None:
    page.goto(f"{address}{WHY}")
    page.locator(f".choices input[value='{condition}']").check()


def seen(page: Page, address: str) -> list[str]:
    page.goto(f"{address}{WHY}")
    ids: list[str] = page.evaluate("document.querySelector('condition-selector').state.seen")
    return ids


def test_a_link_brings_what_was_done_and_takes_nothing_away(page: Page, site: ServedSite, chromium: Browser) -> None:
    page.goto(f"{site.address}{WHAT}")
    finish(page)
    select(page, site.address, "spinal-tumor")
    link = link_to_carry(page, site)
    with other_device(chromium) as other:
        select(other, site.address, "herniated-disk")
        other.goto(link)
        expect(other.locator(".carry .said")).to_have_text(f"Added. 1 of {SECTIONS} sections done.")
        assert "progress=" not in other.url
        expect(at_home(other, "what")).to_have_attribute("data-done", "yes")
        expect(at_home(other, "why")).to_contain_text("1 of 8")
        expect(other.locator(".begin a")).to_contain_text("Continue")
        assert set(seen(other, site.address)) == {"herniated-disk", "spinal-tumor"}
        other.goto(f"{site.address}index.html")
        expect(at_home(other, "why")).to_contain_text("2 of 8")


def test_a_copied_link_can_be_pasted_where_no_address_leads(page: Page, files: FileSite, chromium: Browser) -> None:
    select(page, files.address, "spinal-tumor")
    link = link_to_carry(page, files)
    with other_device(chromium) as other:
        other.goto(f"{files.address}index.html")
        other.locator(".carry > summary").click()
        other.locator(".bring input").fill(link)
        other.locator(".bring button").click()
        expect(other.locator(".carry .said")).to_have_text(f"Added. 0 of {SECTIONS} sections done.")
        assert seen(other, files.address) == ["spinal-tumor"]


def test_a_link_that_is_opened_on_the_open_page(page: Page, site: ServedSite, chromium: Browser) -> None:
    select(page, site.address, "spinal-tumor")
    link = link_to_carry(page, site)
    with other_device(chromium) as other:
        other.goto(f"{site.address}index.html")
        other.evaluate("(link) => { location.hash = new URL(link).hash }", link)
        expect(at_home(other, "why")).to_contain_text("1 of 8")


@pytest.mark.parametrize(
    "text", ["#progress=", "#progress=q", "#progress=????", "#progress=K04uLU5VyC_ISAUA", "#progress=qzaMBQA"]
)
def test_what_carries_nothing_is_said_and_changes_nothing(text: str, page: Page, site: ServedSite) -> None:
    select(page, site.address, "spinal-tumor")
    page.goto(f"{site.address}index.html{text}")
    expect(page.locator(".carry .said")).to_have_text(NOTHING)
    assert seen(page, site.address) == ["spinal-tumor"]


def test_the_look_of_a_device_stays_its_own(page: Page, site: ServedSite, chromium: Browser) -> None:
    select(page, site.address, "spinal-tumor")
    page.locator("header.site button.theme").click()
    assert page.evaluate("document.documentElement.dataset.theme")
    link = link_to_carry(page, site)
    with other_device(chromium) as other:
        other.goto(link)
        expect(other.locator(".carry .said")).to_contain_text("Added.")
        other.reload()
        assert not other.evaluate("document.documentElement.dataset.theme")


def test_the_worst_progress_fits_into_a_message(page: Page, site: ServedSite) -> None:
    """All of the course, done: short enough for messengers and mail."""
    for name in (WHAT, WHY, "3-how-it-is-done.html", "4-risks.html", "5-check-yourself.html"):
        page.goto(f"{site.address}{name}")
        finish(page)
    assert len(link_to_carry(page, site)) < 2000


def test_it_is_copied(page: Page, site: ServedSite) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    link = link_to_carry(page, site)
    page.locator(".carry .copy").click()
    expect(page.locator(".carry .said")).to_have_text("Copied. Send it to yourself, and open it on the other device.")
    assert page.evaluate("navigator.clipboard.readText()") == link
