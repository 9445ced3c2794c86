"""JupyterLab in a process of its own, on a copy of the course."""

import os
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import Locator, Page

from .server import free_port


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
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()


def scroll_up_to(page: Page, selector: str) -> Locator:
    """JupyterLab keeps only the cells near the window in the page."""
    page.locator(".jp-WindowedPanel-outer").first.hover()
    for _ in range(600):  # the kernel may still be starting
        if page.locator(selector).count():
            return page.locator(selector).first
        page.mouse.wheel(0, -400)
        page.wait_for_timeout(100)
    raise AssertionError(f"no {selector} in the notebook")
