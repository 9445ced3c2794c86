"""The five servers that are compared, each in a process of its own."""

import json
import sys
import urllib.error
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from miss.export.site import write_site

from tests.browser.server import VoilaServer, free_port
from tests.conftest import COURSE, ROOT
from tests.support.processes import running
from tests.support.waiting import wait_until
from tests.support.web import answers, ask

from . import processes
from .pages import PAGE, write_bare

POOL = 5


@dataclass
class Server:
    """One of those compared: its short name, its address, the process that answers, and what its page then shows."""

    name: str
    address: str
    path: str
    pid: int
    has_kernels: bool = True
    ready: str = "condition-selector[data-live]"
    idle_kernels: int = 0

    @property
    def page(self) -> str:
        """The address of the page that is visited."""
        return self.address + self.path

    def cpu_seconds(self) -> float:
        """The processor time that it has used until now."""
        return processes.cpu_seconds(self.pid)

    def kernel_memory(self) -> float:
        """The memory of one of its kernels."""
        return processes.kernel_memory(self.pid)

    def kernels(self) -> int:
        """How many kernels live, those aside that wait for visitors."""
        return len(processes.kernels(self.pid)) - self.idle_kernels

    def wait_until_quiet(self) -> None:
        """Wait until it has nothing more to do."""
        processes.wait_until_quiet(self.pid)


@contextmanager
def all_servers(folder: Path) -> Iterator[list[Server]]:
    """Start all five, stop them in the end."""
    with ExitStack() as stack:
        yield [
            stack.enter_context(start(folder / name))
            for name, start in (
                ("ours", _ours),
                ("stock", _stock),
                ("preheated", _preheated),
                ("static", _files("static", partial(write_site, COURSE))),
                ("bare", _files("bare", write_bare)),
            )
        ]


@contextmanager
def _voila(folder: Path, path: str, *options: str, ready: str = Server.ready) -> Iterator[Server]:
    folder.mkdir(parents=True)
    with VoilaServer(folder, *options) as started:
        ours = path.endswith(".html")
        assert _has_course(started.address) == ours, "stock Voilà must not have loaded the course's settings"
        yield Server(folder.name, started.address, path, started.process.pid, ready=ready)


def _has_course(address: str) -> bool:
    """Is this the course's own app? Stock Voilà has no such address."""
    try:
        ask(f"{address}{PAGE}.html")
    except urllib.error.HTTPError:
        return False
    return True


def _ours(folder: Path) -> AbstractContextManager[Server]:
    return _voila(folder, f"{PAGE}.html", ready="[data-attached]")


def _stock(folder: Path) -> AbstractContextManager[Server]:
    return _voila(folder, f"voila/render/{PAGE}.ipynb", *_without_our_settings(folder))


def _without_our_settings(folder: Path) -> list[str]:
    """Have Voilà look for its settings in an empty folder only: not in the environment, where ours are."""
    return [f"--Voila.config_file_paths={folder}", "--VoilaConfiguration.template=lab"]


@contextmanager
def _preheated(folder: Path) -> Iterator[Server]:
    folder.mkdir(parents=True)
    settings = folder / "settings"
    settings.mkdir()
    others = [file.stem for file in (ROOT / "notebooks").glob("*.ipynb") if file.stem != PAGE]
    (settings / "voila.json").write_text(json.dumps({"VoilaKernelManager": {"preheat_denylist": others}}))
    options = [*_without_our_settings(settings), "--preheat_kernel=True", f"--pool_size={POOL}"]
    with _voila(folder / "run", f"voila/render/{PAGE}.ipynb", *options) as server:
        server.name, server.idle_kernels = folder.name, POOL
        yield server


def _files(name: str, write: Callable[[Path], None]) -> Callable[[Path], AbstractContextManager[Server]]:
    @contextmanager
    def start(folder: Path) -> Iterator[Server]:
        write(folder)
        port = free_port()
        command = [sys.executable, "-m", "tests.bench.static_server", str(folder), str(port)]
        address = f"http://127.0.0.1:{port}/"
        with running(command) as process:
            server = Server(name, address, f"{PAGE}.html", process.pid, has_kernels=False, ready="h1")
            wait_until(lambda: answers(server.page), f"{server.page} answers")
            yield server

    return start
