"""The suite itself: whatever a test opens is closed, also when opening it or closing it fails."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import psutil
import pytest

from tests.browser.server import VoilaServer
from tests.conftest import ROOT
from tests.support.closing import Closing
from tests.support.processes import run, running
from tests.support.waiting import wait_until

# A program that heeds no wish to end, and has started another one in a session of its own, as a server its kernel.
STUBBORN = """
import os, signal, subprocess, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
child = subprocess.Popen(["sleep", "600"], start_new_session=True)
print(os.getpid(), child.pid, flush=True)
time.sleep(600)
"""


class Stubborn(VoilaServer):
    """A server that never answers and does not end when it is told to."""

    ending = 0.5

    def typed(self) -> list[str]:
        return [sys.executable, "-c", STUBBORN]

    def _answers(self) -> bool:
        assert not self.printed.endswith("\n"), "it has begun, and does not answer"
        return False


class Refusing(VoilaServer):
    """A server that ends with a message."""

    def typed(self) -> list[str]:
        return [sys.executable, "-c", "raise SystemExit('the port is taken')"]


def has_ended(printed: str) -> bool:
    pids = [int(pid) for pid in printed.split()]
    assert len(pids) == 2
    return wait_until(lambda: not any(map(psutil.pid_exists, pids)), "both processes have ended")


def test_a_server_that_does_not_start_leaves_no_process(tmp_path: Path) -> None:
    server = Stubborn(tmp_path)
    with pytest.raises(AssertionError, match="does not answer"), server:
        pass
    assert has_ended(server.printed)


def test_a_server_that_ends_at_once_is_told_with_what_it_said(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="the port is taken"), Refusing(tmp_path):
        pass


def test_a_program_that_takes_too_long_leaves_no_process(tmp_path: Path) -> None:
    class Both(Exception):
        pass

    log = tmp_path / "log"
    with pytest.raises(Both), log.open("w") as file, running([sys.executable, "-c", STUBBORN], 0.5, stdout=file):
        wait_until(lambda: log.read_text().endswith("\n"), "it has begun")
        raise Both
    assert has_ended(log.read_text())
    with pytest.raises(subprocess.TimeoutExpired):
        run([sys.executable, "-c", "import time; time.sleep(600)"], timeout=0.5)


class Parts(Closing):
    """Something of three parts, of which one may be missing."""

    def __init__(self, missing: int = 0) -> None:
        self.missing, self.closed = missing, list[int]()

    def open(self, parts: ExitStack) -> None:
        for number in (1, 2, 3):
            if number == self.missing:
                raise LookupError
            parts.callback(self.closed.append, number)


def test_what_is_half_open_is_closed() -> None:
    whole, half = Parts(), Parts(missing=3)
    with pytest.raises(LookupError), half:
        pass
    with pytest.raises(ZeroDivisionError), whole:
        assert not whole.closed
        raise ZeroDivisionError
    assert (half.closed, whole.closed) == ([2, 1], [3, 2, 1])


# What has to be closed, and what waits: each of them by the name that a call has.
OPENS = {"sync_playwright", "open_chromium", "launch", "new_context", "urlopen", "running", "ThreadPoolExecutor"}
OPENS |= {"socket", "TemporaryDirectory", "BlockingKernelClient", "WebSocketConnection", "WebKitGTK", "Client"}
OPENS |= {"AsyncClient", "ThreadingHTTPServer", "LabServer", "ServedFolder", "ServedSite", "Popen", "mkdtemp"}
SERVERS = {"VoilaServer", "MissServer", "WatchingServer", "ClassServer"}
BROWSERS = {"browser", "chromium"}
WAITS = {"wait", "join", "result", "communicate"}
# Where it is done by hand, in a `try` or for the life of the process.
BY_HAND = {("processes.py", "Popen"), ("limits.py", "Popen"), ("kernel.py", "BlockingKernelClient")}


def calls(tree: ast.AST) -> Iterator[tuple[str, str, ast.Call]]:
    """Every call, by the name that is called and what stands before the dot."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            match node.func:
                case ast.Attribute(ast.Name(before), name):
                    yield name, before, node
                case ast.Attribute(_, name) | ast.Name(name):
                    yield name, "", node


def handed_over(tree: ast.AST) -> set[str]:
    """The source of all that a ``with`` or an exit stack takes, and of what is put in a name for it."""
    entered = [node for node in ast.walk(tree) if isinstance(node, (ast.With, ast.AsyncWith))]
    taken = [item.context_expr for node in entered for item in node.items]
    taken += [argument for name, _, call in calls(tree) if name == "enter_context" for argument in call.args]
    names = {expression.id for expression in taken if isinstance(expression, ast.Name)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id in names:
            taken.append(node.value)
    return {ast.unparse(call) for expression in taken for _, _, call in calls(expression)}


def faults(source: str, file: str = "test_one.py") -> list[str]:
    """What a file opens and leaves open, and what it waits for without end."""
    tree = ast.parse(source)
    closed, found = handed_over(tree), []
    for name, before, call in calls(tree):
        opens = name in OPENS | SERVERS or (name == "new_page" and before in BROWSERS)
        if opens and (file, name) not in BY_HAND and ast.unparse(call) not in closed:
            found.append(f"{file}:{call.lineno}: {name} is not closed by a `with`")
        if (name in WAITS and not call.args and not call.keywords) or (before, name) == ("subprocess", "run"):
            found.append(f"{file}:{call.lineno}: {before}.{name} may wait for ever")
    return found


def test_all_that_is_opened_is_closed_and_nothing_waits_for_ever() -> None:
    files = sorted((ROOT / "tests").rglob("*.py"))
    assert len(files) > 80
    assert not [fault for file in files for fault in faults(file.read_text(encoding="utf-8"), file.name)]


LEFT_OPEN = [
    "server = VoilaServer(folder)\nserver.stop()",
    "context = chromium.new_context()\ncontext.close()",
    "page = browser.new_page(viewport=None)",
    "urllib.request.urlopen('http://a/').read()",
    "process = subprocess.Popen(['a'])",
    "process.wait()",
    "pool.submit(one).result()",
    "subprocess.run(['a'], check=False)",
]


@pytest.mark.parametrize("source", LEFT_OPEN)
def test_what_is_left_open_is_found(source: str) -> None:
    assert len(faults(source)) == 1
    assert not faults("with chromium.new_page() as page:\n    page.context.new_page()\n', '.join(names)")
