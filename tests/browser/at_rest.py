"""A page that is laid out to its end: until it is at rest, what is below the first screen has no layout and no text."""

from playwright.sync_api import Page


def open_at_rest(page: Page, address: str) -> Page:
    """Open a page, and wait until all of it is laid out."""
    page.goto(address)
    page.wait_for_selector("html:not(.first-look, .first-words)", state="attached")
    return page
