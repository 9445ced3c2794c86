"""The same notebooks in JupyterLab: the stored page at once, working widgets after Run All."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from .lab import LabServer, find, run_all


@pytest.fixture
def lab(copy: Path) -> Iterator[LabServer]:
    with LabServer(copy) as server:
        yield server


@pytest.fixture
def wide(chromium: Browser) -> Iterator[Page]:
    with chromium.new_page(viewport={"width": 1400, "height": 1000}) as opened:
        yield opened


def test_stored_page_then_working_widget(lab: LabServer, wide: Page) -> None:
    wide.goto(lab.notebook("2-why-it-is-done"))
    stored = wide.locator(".jp-RenderedHTML", has_text="Choose a condition").first
    expect(stored).to_be_visible(timeout=90_000)
    expect(stored).to_contain_text("Spondylolysis")
    run_all(wide)
    expect(wide.locator(".jp-Cell", has_text="8 of 8 seen").last).to_be_visible(timeout=90_000)  # the last check cell
    live = find(wide, "condition-selector[data-live][data-attached]")
    live.get_by_role("radio").nth(3).check()
    expect(live.locator(".entry:visible")).to_have_count(1)
    expect(live.locator(".entry:visible h3").first).to_have_text("Spinal instability")
