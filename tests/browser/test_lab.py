"""The same notebooks in JupyterLab: the stored page at once, working widgets after Run All, the page after a save."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from .lab import LabServer, end_kernels, find, run_all, saved


@pytest.fixture
def lab(copy: Path) -> Iterator[LabServer]:
    with LabServer(copy) as server:
        yield server


@pytest.fixture
def wide(chromium: Browser) -> Iterator[Page]:
    with chromium.new_page(viewport={"width": 1400, "height": 1000}) as opened:
        yield opened


def test_stored_page_then_working_widget_then_page_again(lab: LabServer, wide: Page) -> None:
    wide.goto(lab.notebook("2-why-it-is-done"))
    stored_page = wide.locator(".jp-RenderedHTML", has_text="Choose a condition").first
    expect(stored_page).to_be_visible(timeout=90_000)
    expect(stored_page).to_contain_text("Spondylolysis")
    run_all(wide)
    expect(wide.locator(".jp-Cell", has_text="8 of 8 seen").last).to_be_visible(timeout=90_000)  # the last check cell
    live = find(wide, "condition-selector[data-live][data-attached]")
    live.get_by_role("radio").nth(3).check()
    expect(live.locator(".entry:visible")).to_have_count(1)
    expect(live.locator(".entry:visible h3").first).to_have_text("Spinal instability")
    file = lab.folder / "notebooks" / "2-why-it-is-done.ipynb"
    stored = file.read_bytes()
    assert saved(wide, file) == stored
    end_kernels(wide)
    wide.goto(lab.notebook("2-why-it-is-done"))
    expect(stored_page).to_be_visible(timeout=90_000)
    expect(wide.get_by_text("model not found")).to_have_count(0)
    wide.get_by_role("button", name="Render with Voilà").click()
    whole = wide.frame_locator("iframe[src*='voila/render']").locator("body")
    expect(whole.get_by_role("radio", name="Spinal instability").first).to_be_visible(timeout=90_000)
    expect(whole).to_contain_text("Other treatment first")
