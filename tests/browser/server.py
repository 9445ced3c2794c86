"""The real app: `voila notebooks/` in a process of its own, with real kernels that a test may look into."""

import os
import random
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from playwright.sync_api import Page

from tests.conftest import ROOT
from tests.support.closing import Closing
from tests.support.processes import running
from tests.support.waiting import wait_until
from tests.support.web import answers

from .kernel import run_in

# The frame behind a page names the page's kernel.
KERNEL = "JSON.parse(document.querySelector('#jupyter-config-data')?.textContent ?? '{}').kernelId"

PORTS = range(20_000, 32_000)  # no system takes one of these for a program that has named none


def free_port() -> int:
    """Choose a port for a server that starts in a while, during which other programs go on."""
    for port in random.sample(PORTS, 100):
        with socket.socket() as opened, suppress(OSError):
            opened.bind(("127.0.0.1", port))
            return port
    raise AssertionError("this machine has no free port")


class VoilaServer(Closing):
    """Voilà as a trainer would start it, inside a ``with``; `address` ends with a slash."""

    has_kernel = True
    command: tuple[str, ...] = ("voila", "notebooks/", "--no-browser")
    programs = Path(sys.executable).parent
    variables: Mapping[str, str] = os.environ
    ending = 30.0  # seconds that it may take to end
    page: Page | None = None  # the one whose kernel `run` speaks to; without it, the newest

    def __init__(self, folder: Path, *options: str, root: Path = ROOT) -> None:
        self.folder, self.root, self.options = folder, root, options
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}/"

    def typed(self) -> list[str]:
        """The command that starts it."""
        program, *arguments = self.command
        named = [str(self.programs / program), *arguments, f"--port={self.port}"]
        return [*named, "--Voila.ip=127.0.0.1", f"--Voila.connection_dir_root={self.folder}", *self.options]

    @property
    def printed(self) -> str:
        """What it has told so far."""
        return (self.folder / "voila.log").read_text()

    def open(self, parts: ExitStack) -> None:
        environment = {**self.variables, "JUPYTER_PREFER_ENV_PATH": "1"}
        log = parts.enter_context((self.folder / "voila.log").open("a"))
        told = {"stdout": log, "stderr": subprocess.STDOUT}
        started = running(self.typed(), self.ending, cwd=self.root, env=environment, **told)
        self.process = parts.enter_context(started)
        wait_until(self._answers, f"{self.address} answers")

    def _answers(self) -> bool:
        assert self.process.poll() is None, self.printed
        return answers(self.address)

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Have it do nothing for a while, as if the machine were busy."""
        self.process.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self.process.send_signal(signal.SIGCONT)

    def kernels(self) -> list[Path]:
        """The connection files of the kernels that live now, the newest last."""
        return sorted(self.folder.glob("voila_*/kernel-*.json"), key=_written)

    def kernel(self) -> Path:
        """Wait for the kernel of `page` and give its connection file."""
        return wait_until(self._kernel, f"a kernel behind {self.page and self.page.url}")

    def _kernel(self) -> Path | None:
        if self.page is None or self.page.is_closed():
            return next(reversed(self.kernels()), None)
        ids = [frame.evaluate(KERNEL) for frame in self.page.frames if "/voila/render/" in frame.url]
        return next((file for file in self.kernels() if ids and file.stem == f"kernel-{ids[-1]}"), None)

    def run(self, code: str, timeout: float = 60) -> str:
        """Run a line in the page's kernel and give what it prints."""
        return run_in(self.kernel(), code, timeout)


def _written(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except FileNotFoundError:  # a kernel that has just ended
        return 0


class MissServer(VoilaServer):
    """The course as its author serves it."""

    command = ("miss", "serve")


class WatchingServer(VoilaServer):
    """The course as its author serves it while editing the words."""

    command = ("miss", "serve", "--watch")
