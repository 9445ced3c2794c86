"""Keep requests back, so that a page stands where a test wants it however fast or slow the machine is."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page, Route


@contextmanager
def held_back(page: Page, pattern: str) -> Iterator[None]:
    """Let a page's requests to some addresses wait as long as the ``with`` lasts."""
    waiting: list[Route] = []

    def keep(route: Route) -> None:
        waiting.append(route)

    page.route(pattern, keep)
    try:
        yield
    finally:
        for route in waiting:
            route.continue_()
        page.unroute(pattern)
