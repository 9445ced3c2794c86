"""JupyterLab in a process of its own, on a copy of the course."""

import os
import subprocess
import sys
from contextlib import ExitStack, suppress
from pathlib import Path

from playwright.sync_api import Locator, Page
from playwright.sync_api import TimeoutError as NotInTime

from tests.closing import Closing
from tests.processes import running
from tests.waiting import wait_until
from tests.web import answers

from .server import free_port

# Whether there was any way left to go.
SCROLLED = "(panel, step) => { const at = panel.scrollTop; panel.scrollTop += step; return panel.scrollTop !== at }"


# JupyterLab's own way to end a session; its answer says whether it has ended.
END = """async () => {
  const token = document.cookie.match(/_xsrf=([^;]+)/)[1];
  const sessions = await (await fetch("/api/sessions")).json();
  const end = ({ id }) => fetch(`/api/sessions/${id}`, { method: "DELETE", headers: { "X-XSRFToken": token } });
  return (await Promise.all(sessions.map(end))).map(({ ok }) => ok);
}"""


class LabServer(Closing):
    """JupyterLab as a trainer would start it, inside a ``with``, for the course in ``folder``."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, free_port()
        self.address = f"http://localhost:{self.port}/lab"

    def open(self, parts: ExitStack) -> None:
        command = [str(Path(sys.executable).parent / "jupyter"), "lab", "--no-browser", "--allow-root"]
        settings = [f"--port={self.port}", "--IdentityProvider.token=", f"--notebook-dir={self.folder / 'notebooks'}"]
        settings += ["--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate", "--LabApp.news_url="]
        environment = os.environ | {"JUPYTER_PREFER_ENV_PATH": "1", "JUPYTER_CONFIG_DIR": str(self.folder / "config")}
        log = parts.enter_context((self.folder / "lab.log").open("a"))
        started = running(command + settings, env=environment, stdout=log, stderr=subprocess.STDOUT)
        self.process = parts.enter_context(started)
        wait_until(self._answers, "JupyterLab answers")

    def _answers(self) -> bool:
        assert self.process.poll() is None, (self.folder / "lab.log").read_text()
        return answers(self.address)

    def notebook(self, name: str) -> str:
        """Give the address of a notebook, in a fresh workspace."""
        return f"{self.address}/tree/{name}.ipynb?reset"


def run_all(page: Page) -> None:
    """Run all cells. JupyterLab ignores the wish while it is getting ready, so it is asked until a cell has begun."""
    page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").wait_for(state="attached", timeout=90_000)
    running = page.locator(".jp-InputPrompt", has_text="[*]")  # a number may be the stored one
    dialogs = page.locator("dialog.jp-Dialog")
    asked: list[str] = []
    for _ in range(20):
        with suppress(NotInTime):
            page.get_by_role("menuitem", name="Run", exact=True).click(timeout=5_000)
            page.get_by_role("menuitem", name="Run All Cells", exact=True).click(timeout=5_000)
            running.first.wait_for(timeout=5_000)
            return
        asked += dialogs.all_inner_texts()  # of a kernel that is not there yet: the usual answer is given
        with suppress(NotInTime):
            dialogs.locator(".jp-mod-accept").first.click(timeout=1_000)
    raise AssertionError(f"JupyterLab runs no cell; it asked: {asked}")


def end_kernels(page: Page) -> None:
    """End every kernel, as a night does."""
    ended = page.evaluate(END)
    assert ended and all(ended)


def saved(page: Page, file: Path) -> bytes:
    """Save, and give what is then in the file."""
    before = file.stat().st_mtime_ns
    page.keyboard.press("Control+s")
    for _ in range(600):
        if file.stat().st_mtime_ns != before and not page.locator("#jp-main-dock-panel .jp-mod-dirty").count():
            return file.read_bytes()
        page.wait_for_timeout(100)
    raise AssertionError("JupyterLab did not save")


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
