"""JupyterLab in a process of its own, on a copy of the course."""

import os
import subprocess
import sys
from contextlib import ExitStack, suppress
from pathlib import Path

from playwright.sync_api import Locator, Page
from playwright.sync_api import TimeoutError as NotInTime

from tests.support.closing import Closing
from tests.support.processes import running
from tests.support.waiting import wait_until
from tests.support.web import answers

from .server import free_port

# Whether there was any way left to go.
SCROLLED = "(panel, step) => { const at = panel.scrollTop; panel.scrollTop += step; return panel.scrollTop !== at }"


# The notebook that is open, its kernel, and its cells of code, as JupyterLab knows them.
OPEN = """
  const { content, sessionContext } = window.jupyterapp?.shell.currentWidget ?? {};
  const kernel = sessionContext?.session?.kernel;
  const cells = (content?.widgets ?? []).map(({ model }) => model).filter(({ type }) => type === "code");
"""
CONNECTED = f"""() => {{{OPEN}
  return sessionContext?.isReady && kernel?.connectionStatus === "connected" && kernel.status === "idle";
}}"""
ENDED = f"""() => {{{OPEN}
  return kernel?.status === "idle" && cells.every(({{ executionState }}) => executionState !== "running");
}}"""
RAN = f"() => {{{OPEN} return cells.every(({{ executionCount }}) => executionCount !== null); }}"

# JupyterLab's own way to end a session; its answer says whether it has ended.
END = """async () => {
  const token = document.cookie.match(/_xsrf=([^;]+)/)[1];
  const sessions = await (await fetch("/api/sessions")).json();
  const end = ({ id }) => fetch(`/api/sessions/${id}`, { method: "DELETE", headers: { "X-XSRFToken": token } });
  return (await Promise.all(sessions.map(end))).map(({ ok }) => ok);
}"""

# What the table of contents lists, with the depth of each entry.
CONTENTS = """() => [...document.querySelectorAll(".jp-TableOfContents-tree .jp-tocItem")].map((item) => {
  const depth = (up) => (up ? depth(up.parentElement.closest(".jp-tocItem")) + 1 : 0);
  return [depth(item), item.querySelector(".jp-tocItem-content").innerText];
})"""


class LabServer(Closing):
    """JupyterLab as a trainer would start it, inside a ``with``, for the course in ``folder``."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, free_port()
        self.address = f"http://localhost:{self.port}/lab"

    def open(self, parts: ExitStack) -> None:
        command = [str(Path(sys.executable).parent / "jupyter"), "lab", "--no-browser", "--allow-root"]
        settings = [f"--port={self.port}", "--IdentityProvider.token=", f"--notebook-dir={self.folder / 'notebooks'}"]
        settings += [
            "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
            "--LabApp.news_url=",
            "--LabApp.expose_app_in_browser=True",
        ]
        environment = self.environment()
        log = parts.enter_context((self.folder / "lab.log").open("a"))
        started = running(command + settings, env=environment, stdout=log, stderr=subprocess.STDOUT)
        self.process = parts.enter_context(started)
        wait_until(self._answers, "JupyterLab answers")

    def environment(self) -> dict[str, str]:
        """Give its environment: what it keeps of a user stays in the folder."""
        own = {f"JUPYTER_{name.upper()}_DIR": str(self.folder / name) for name in ("config", "data")}
        return os.environ | own | {"JUPYTER_PREFER_ENV_PATH": "1"}

    def _answers(self) -> bool:
        assert self.process.poll() is None, (self.folder / "lab.log").read_text()
        return answers(self.address)

    def notebook(self, name: str) -> str:
        """Give the address of a notebook, in a fresh workspace."""
        return f"{self.address}/tree/{name}.ipynb?reset"


def run_all(page: Page) -> None:
    """Run all cells, and wait until they have run.

    JupyterLab forgets what it is asked to run before its kernel is connected, or the first part of it. So that is
    waited for, and cells that were not run after all are asked for again.
    """
    for _ in range(5):
        wait_for_kernel(page)
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
        wait_until(lambda: page.evaluate(ENDED), "the kernel has run what it was asked to")
        if page.evaluate(RAN):
            return
    raise AssertionError(f"JupyterLab runs not all cells; it shows {shown(page)}")


def set_theme(page: Page, name: str) -> None:
    """Change to JupyterLab's light or dark theme."""
    change = "theme => window.jupyterapp.commands.execute('apputils:change-theme', { theme })"
    page.evaluate(change, f"JupyterLab {name.title()}")
    page.locator(f"body[data-jp-theme-light={str(name == 'light').lower()}]").wait_for(state="attached")


def contents(page: Page) -> list[list[object]]:
    """Open the table of contents, and give the depth and the text of its entries."""
    page.evaluate("() => window.jupyterapp.commands.execute('toc:show-panel')")
    page.locator(".jp-TableOfContents-tree .jp-tocItem").first.wait_for()
    found: list[list[object]] = page.evaluate(CONTENTS)
    return found


def wait_for_kernel(page: Page) -> None:
    """Wait until a notebook has its kernel; a server that is told to end while one starts takes half a minute."""
    wait_until(lambda: _connected(page), "JupyterLab is connected to its kernel")


def _connected(page: Page) -> bool:
    accept = page.locator("dialog.jp-Dialog .jp-mod-accept")
    if accept.count():  # it asks for a kernel that is not there yet: the usual answer is given
        with suppress(NotInTime):
            accept.first.click(timeout=1_000)
    return bool(page.evaluate(CONNECTED))


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

    def look() -> bool:
        nonlocal step
        if page.locator(selector).count():
            return True
        if not panel.evaluate(SCROLLED, step):
            step = -step
        return False

    try:
        wait_until(look, f"{selector} in the notebook")
    except AssertionError as error:
        raise AssertionError(f"{error}; JupyterLab shows {shown(page)}") from None
    return page.locator(selector).first


def shown(page: Page) -> dict[str, list[str]]:
    """Say in what state JupyterLab is: its dialogs, its kernel, its cells and its widgets near the window."""
    return {
        "dialogs": page.locator("dialog.jp-Dialog").all_inner_texts(),
        "kernel": page.locator(".jp-Notebook-ExecutionIndicator").evaluate_all("all => all.map(x => x.dataset.status)"),
        "prompts": page.locator(".jp-InputPrompt").all_inner_texts(),
        "errors": page.locator(".jp-OutputArea-output[data-mime-type*=error], .jp-RenderedText").all_inner_texts(),
        "widgets": page.locator("[data-live]").evaluate_all(
            "all => all.map(x => x.localName + (x.dataset.attached ?? ' alone'))"
        ),
    }
