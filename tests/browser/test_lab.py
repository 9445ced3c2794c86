"""The same notebooks in JupyterLab: the stored page at once, working widgets after Run All."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from .lab import jupyter_lab


@pytest.fixture
def lab(copy: Path) -> Iterator[str]:
    with jupyter_lab(copy / "notebooks", copy / "config") as address:
        yield address


@pytest.fixture
def wide(chromium: Browser) -> Iterator[Page]:
    opened = chromium.new_page(viewport={"width": 1400, "height": 1000})
    yield opened
    opened.close()


def scroll_up_to(page: Page, selector: str) -> Locator:
    """JupyterLab keeps only the cells near the window in the page."""
    page.locator(".jp-WindowedPanel-outer").first.hover()
    for _ in range(100):
        if page.locator(selector).count():
            return page.locator(selector).first
        page.mouse.wheel(0, -400)
        page.wait_for_timeout(100)
    raise AssertionError(f"no {selector} in the notebook")


def test_stored_page_then_working_widget(lab: str, wide: Page) -> None:
    wide.goto(f"{lab}/tree/2-why-it-is-done.ipynb?reset")
    stored = wide.locator(".jp-RenderedHTML", has_text="Choose a condition").first
    expect(stored).to_be_visible(timeout=90_000)
    expect(stored).to_contain_text("Spondylolysis")
    wide.get_by_role("menuitem", name="Run", exact=True).click()
    wide.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    expect(wide.locator(".jp-Cell", has_text="8 of 8 seen").last).to_be_visible(timeout=90_000)  # the last check cell
    live = scroll_up_to(wide, "condition-selector[data-live][data-attached]")
    live.get_by_role("radio").nth(3).check()
    expect(live.locator(".entry:visible")).to_have_count(1)
    expect(live.locator(".entry:visible h3").first).to_have_text("Spinal instability")
