"""The suite itself: a test that hangs is ended with its stacks, and nothing that it had started runs on."""

import os
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from subprocess import CompletedProcess

import psutil
import pytest

from tests.conftest import ROOT
from tests.support.processes import run
from tests.support.waiting import wait_until

# What a test may hang in, after it has started a process that would outlive it, as a server's kernel does.
START = """
import subprocess
from pathlib import Path
def start():
    started = subprocess.Popen(["sleep", "600"], start_new_session=True)
    with Path(__file__).with_name("started").open("a") as file:
        file.write(f"{started.pid}\\n")
"""
IN_ZMQ = """
import pytest, zmq
@pytest.fixture
def context():
    start()
    context = zmq.Context()
    socket = context.socket(zmq.PUSH)
    yield
    context.term()
def test_hangs(context): assert False
"""
IN_PLAYWRIGHT = """
import sys
sys.path.insert(0, ".")
from tests.browser.chromium import open_chromium
def test_hangs():
    start()
    with open_chromium() as browser, browser.new_page() as page:
        while True:
            try:
                page.evaluate("new Promise(() => {})")
            except BaseException: pass
"""
# No other thread of Python's can run meanwhile.
LOCKED = """
import ctypes
def test_hangs():
    start()
    ctypes.PyDLL(None).sleep(600)
"""
# Its own limit is far from that of its run: on a busy machine both would print at once.
LOCKED_LONG = LOCKED.replace("def test_hangs", "import pytest\n@pytest.mark.timeout(120)\ndef test_hangs")
LEAVING = "def test_leaves(): start()"
PASSING = "def test_passes(): pass"
SLIM = ["-p", "no:cacheprovider", "-p", "no:hypothesispytest", "-p", "no:nbval", "-p", "no:anyio"]
WHOLE = ("--timeout=25", "--session-timeout=0.1")
RUNS: dict[str, tuple[tuple[str, ...], dict[str, str]]] = {
    "zmq": (("--timeout=5",), {"one": IN_ZMQ}),
    "playwright": (("--timeout=20",), {"one": IN_PLAYWRIGHT}),
    "worker": (("--timeout=5", "-n2", "--dist=loadfile"), {"one": LOCKED, "other": PASSING}),
    "whole": (WHOLE, {"one": LOCKED_LONG}),
    "whole, with a worker": ((*WHOLE, "-n1"), {"one": LOCKED_LONG}),
    "leaving": ((), {"one": LEAVING}),
}
Ended = CompletedProcess[str]
Runs = dict[str, tuple[Path, Future[Ended]]]


def run_tests(folder: Path, options: tuple[str, ...], tests: dict[str, str]) -> Ended:
    """Run tests, a file each, in a pytest of their own: with the suite's limits, but shorter ones."""
    for name, test in tests.items():
        (folder / f"test_{name}.py").write_text(START + test)
    command = [sys.executable, "-m", "pytest", "-p", "tests.support.limits", "-c", str(ROOT / "pyproject.toml")]
    command += [f"--rootdir={folder}", *SLIM, *options, str(folder)]
    outside = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    return run(command, timeout=200, cwd=ROOT, env=outside)


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Runs]:
    """All of them at once: they do little but wait."""
    with ThreadPoolExecutor(len(RUNS)) as pool:
        folders = {name: tmp_path_factory.mktemp("run") for name in RUNS}
        yield {name: (folder, pool.submit(run_tests, folder, *RUNS[name])) for name, folder in folders.items()}


@pytest.fixture
def ended(request: pytest.FixtureRequest, runs: Runs) -> Ended:
    """One of them, when it has ended; in any case it has failed, and nothing of it runs on."""
    folder, future = runs[request.param]
    result = future.result(timeout=240)
    assert result.returncode not in (0, pytest.ExitCode.NO_TESTS_COLLECTED)
    started = [int(pid) for pid in (folder / "started").read_text().split()]
    assert started
    wait_until(lambda: not any(map(psutil.pid_exists, started)), "what the tests had started has ended")
    return result


def of(run: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("ended", [run], indirect=True)


@of("zmq")
def test_a_test_that_hangs_after_its_failure_is_ended_with_its_stacks(ended: Ended) -> None:
    assert "test_one.py::test_hangs is not done after 5 seconds" in ended.stderr
    assert "    context.term()" in ended.stderr


@of("playwright")
def test_a_test_that_playwright_has_put_aside_is_in_the_stacks(ended: Ended) -> None:
    assert "test_one.py::test_hangs is not done after 20 seconds" in ended.stderr
    assert 'page.evaluate("new Promise' in ended.stderr


@of("worker")
def test_a_worker_that_hangs_ends_the_run_where_no_thread_can(ended: Ended) -> None:
    assert "1 failed, 1 passed" in ended.stdout and "crashed while running 'test_one.py::test_hangs'" in ended.stdout
    assert "in test_hangs" in ended.stderr


@pytest.mark.parametrize("ended", ["whole", "whole, with a worker"], indirect=True)
def test_a_run_that_goes_on_for_too_long_is_ended_from_outside(ended: Ended) -> None:
    assert "not done after 25.1 seconds" in ended.stderr
    assert "in test_hangs" in ended.stderr


@of("leaving")
def test_a_process_that_is_left_fails_the_run(ended: Ended) -> None:
    assert "all that the tests have started has ended" in ended.stdout
