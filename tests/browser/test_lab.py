"""The same notebooks in JupyterLab: the stored page at once, working widgets after Run All."""

import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from .server import free_port


@pytest.fixture
def lab(copy: Path) -> Iterator[str]:
    port = free_port()
    command = [str(Path(sys.executable).parent / "jupyter"), "lab", "--no-browser", "--allow-root", f"--port={port}"]
    settings = ["--IdentityProvider.token=", f"--notebook-dir={copy / 'notebooks'}", "--LabApp.check_for_updates_class="
                "jupyterlab.NeverCheckForUpdate", "--LabApp.news_url="]  # fmt: skip
    environment = os.environ | {"JUPYTER_PREFER_ENV_PATH": "1", "JUPYTER_CONFIG_DIR": str(copy / "config")}
    process = subprocess.Popen(
        command + settings, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    address = f"http://localhost:{port}/lab"
    for _ in range(600):
        try:
            urllib.request.urlopen(address, timeout=5)
            break
        except OSError:
            time.sleep(0.1)
    yield address
    process.terminate()
    process.wait(timeout=60)


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
