"""A real Chromium, for the tests and for everything else that looks at pages."""

from collections.abc import Iterator
from contextlib import contextmanager

from miss.export.chromium import find_or_install
from playwright.sync_api import Browser, sync_playwright

# Chromium's own calls home are refused on closed networks, and slow the tests down.
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


@contextmanager
def open_chromium(*options: str) -> Iterator[Browser]:
    """Open a Chromium as long as the ``with`` lasts; ``options`` are its own."""
    path = find_or_install()
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=path, args=[*QUIET, *options]) as browser,
    ):
        yield browser
