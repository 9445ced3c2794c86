"""Limits, so that every run of the tests comes to an end: with a failure, with stacks, and with nothing left running.

A test has the limit `timeout` (pyproject.toml), which pytest-timeout keeps; what happens then is said here. A thread
prints where all stand and ends the process at once. An exception in the main thread (pytest-timeout's `signal`) never
comes where that stands in a C call, as in ZeroMQ's term, and an `except` or a greenlet of Playwright's may swallow it.
pytest-timeout's own thread prints into a worker's lost output, does not see greenlets, and is called off by the first
failure, so that the ending of a test that failed has no limit. Where no thread of Python's can run, faulthandler's
does it a little later. Under pytest-xdist a worker that ends so ends the run: a new one would begin with the same test.

A run has the limit `session_timeout`. pytest-timeout looks at it between tests, and ends in good order. One test's
limit later the watchdog ends what still runs: a worker that hangs while it collects or leaves.
"""

import faulthandler
import os
import subprocess
import sys
import threading
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.stacks import stacks
from tests.support.waiting import wait_until
from tests.support.watchdog import MARK, marked

LONG = 1800  # seconds for a test that goes through every state, device or engine
LONG_MARKS = ("full", "engines")
LATER = 5  # seconds
STDERR = pytest.StashKey[int]()
TIMER = pytest.StashKey[threading.Timer]()
WATCHDOG = pytest.StashKey[subprocess.Popen[bytes]]()


def pytest_configure(config: pytest.Config) -> None:
    """Keep the terminal before pytest captures it, start a watchdog, and mark what this process will start."""
    config.stash[STDERR] = os.dup(2)
    outside = {name: value for name, value in os.environ.items() if name != MARK}
    os.environ[MARK] = f"{os.environ.get(MARK, '')}/{uuid.uuid4().hex}"
    command = [sys.executable, "-m", "tests.support.watchdog", os.environ[MARK], str(_limit(config))]
    # It outlives Ctrl+C, and hears of this process's end by the pipe, which is therefore never closed here.
    config.stash[WATCHDOG] = subprocess.Popen(
        command, cwd=Path(__file__).parents[2], env=outside, stdin=subprocess.PIPE, start_new_session=True
    )


def _limit(config: pytest.Config) -> float:
    """Give the seconds after which a run is ended from outside; a worker leaves that to the one who started it."""
    if hasattr(config, "workerinput"):
        return 0
    one, run = (float(config.getoption(name) or config.getini(name) or 0) for name in ("timeout", "session_timeout"))
    return run and run + one


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give the long tests a longer limit."""
    for item in items:
        if any(map(item.get_closest_marker, LONG_MARKS)) and not item.get_closest_marker("timeout"):
            item.add_marker(pytest.mark.timeout(LONG))


def pytest_timeout_set_timer(item: pytest.Item, settings: Any) -> bool:
    """Begin to measure a test's time."""
    stderr = item.config.stash[STDERR]
    timer = item.stash[TIMER] = threading.Timer(settings.timeout, _give_up, (item.nodeid, settings.timeout, stderr))
    timer.daemon = True
    timer.start()
    faulthandler.dump_traceback_later(settings.timeout + LATER, exit=True, file=stderr)
    return True


def pytest_timeout_cancel_timer(item: pytest.Item) -> bool:
    """Do nothing: pytest-timeout asks for it at a failure, too, unless somebody looks into that failure."""
    if item.config.getoption("usepdb"):
        _call_off(item)
    return True


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """End the measuring with the test, when all its fixtures have ended."""
    try:
        return (yield)
    finally:
        _call_off(item)


def _call_off(item: pytest.Item) -> None:
    faulthandler.cancel_dump_traceback_later()
    if timer := item.stash.get(TIMER, None):
        timer.cancel()


def _give_up(test: str, seconds: float, stderr: int) -> None:
    try:
        os.write(stderr, f"\n{test} is not done after {seconds:g} seconds.{stacks()}\n".encode())
    finally:
        os._exit(1)


@pytest.fixture(scope="session", autouse=True)
def nothing_left() -> Iterator[None]:
    """Fail the run if a server, a kernel or a browser outlives the tests."""
    yield
    wait_until(lambda: not marked(os.environ[MARK]), "all that the tests have started has ended", seconds=20)
