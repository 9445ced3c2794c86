"""JupyterLab in a process of its own, on a copy of the course."""

import os
import subprocess
import sys
import time
import urllib.request
from contextlib import suppress
from pathlib import Path

from playwright.sync_api import Locator, Page
from playwright.sync_api import TimeoutError as NotInTime

from .server import free_port

# Whether there was any way left to go.
SCROLLED = "(panel, step) => { const at = panel.scrollTop; panel.scrollTop += step; return panel.scrollTop !== at }"


class LabServer:
    """JupyterLab as a trainer would start it, for the course in ``folder``."""

    def __init__(self, folder: Path) -> None:
        port = free_port()
        command = [str(Path(sys.executable).parent / "jupyter"), "lab", "--no-browser", "--allow-root"]
        settings = [f"--port={port}", "--IdentityProvider.token=", f"--notebook-dir={folder / 'notebooks'}"]
        settings += ["--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate", "--LabApp.news_url="]
        environment = os.environ | {"JUPYTER_PREFER_ENV_PATH": "1", "JUPYTER_CONFIG_DIR": str(folder / "config")}
        self.process = subprocess.Popen(
            command + settings, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self.address = f"http://localhost:{port}/lab"
        self._wait_until_it_answers()

    def _wait_until_it_answers(self) -> None:
        for _ in range(600):
            try:
                urllib.request.urlopen(self.address, timeout=5)  # noqa: S310
                return
            except OSError:
                time.sleep(0.1)
        raise AssertionError("JupyterLab did not answer")

    def notebook(self, name: str) -> str:
        """Give the address of a notebook, in a fresh workspace."""
        return f"{self.address}/tree/{name}.ipynb?reset"

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=60)


def run_all(page: Page) -> None:
    """Run all cells. JupyterLab ignores the wish while it is getting ready, so it is asked until a cell has begun."""
    page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").wait_for(state="attached", timeout=90_000)
    running = page.locator(".jp-InputPrompt", has_text="[*]")  # a number may be the stored one
    for _ in range(20):
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
        with suppress(NotInTime):
            running.first.wait_for(timeout=5_000)
            return
    raise AssertionError("JupyterLab runs no cell")


def find(page: Page, selector: str) -> Locator:
    """Scroll the notebook up and down until it shows what ``selector`` names.

    JupyterLab keeps only the cells near the window in the page, and the kernel may still be starting: what is passed
    too early is there the next time round.
    """
    panel = page.locator(".jp-WindowedPanel-outer").first
    step = -400
    for _ in range(1800):
        if page.locator(selector).count():
            return page.locator(selector).first
        if not panel.evaluate(SCROLLED, step):
            step = -step
        page.wait_for_timeout(100)
    raise AssertionError(f"no {selector} in the notebook")
