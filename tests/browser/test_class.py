"""A class arrives: pages wait for no kernel, kernels stay within the limit, and those who leave take theirs along."""

import time
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .server import VoilaServer
from .test_widgets import open_page

LIMIT = 5


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[VoilaServer]:
    long = "--CourseKernels.seconds=900"  # or on a busy machine the first kernels end before the last page has asked
    server = VoilaServer(tmp_path_factory.mktemp("small"), f"--CourseKernels.limit={LIMIT}", long)
    yield server
    server.stop()


def ask(server: VoilaServer, page: int) -> int:
    """Ask for a kernel as a page's frame does, and stay; gives the status."""
    address = f"{server.address}voila/render/2-why-it-is-done.ipynb?page=p{page}"
    with urllib.request.urlopen(address, timeout=300) as answer:  # noqa: S310
        answer.read()
        return int(answer.status)


def test_a_hundred_ask_and_five_get_a_kernel(small: VoilaServer, page: Page) -> None:
    with ThreadPoolExecutor(100) as pool:
        statuses = sorted(pool.map(lambda number: ask(small, number), range(100)))
    assert statuses == [200] * LIMIT + [204] * (100 - LIMIT)
    assert len(small.kernels()) == LIMIT
    page.goto(f"{small.address}2-why-it-is-done.html")
    page.wait_for_timeout(5000)
    page.get_by_role("radio").nth(3).check()
    expect(page.locator("condition-selector .entry:visible")).to_have_count(1)
    expect(page.locator(".quiet")).to_be_empty()
    assert page.locator("[data-attached]").count() == 0
    for number in range(100):
        urllib.request.urlopen(urllib.request.Request(f"{small.address}course/end/p{number}", method="POST"))  # noqa: S310
    assert none_left(small)


def none_left(server: VoilaServer) -> bool:
    for _ in range(300):
        if not server.kernels():
            return True
        time.sleep(0.1)
    raise AssertionError(f"{len(server.kernels())} kernels live on")


def test_thirty_get_the_whole_page_and_no_kernel(small: VoilaServer) -> None:
    def visit(_: int) -> str:
        with urllib.request.urlopen(f"{small.address}4-risks.html", timeout=60) as answer:  # noqa: S310
            return str(answer.read().decode())

    with ThreadPoolExecutor(30) as pool:
        pages = set(pool.map(visit, range(30)))
    assert len(pages) == 1
    assert pages.pop().count('class="card"') == 9
    assert none_left(small)


def test_a_browser_that_dies_leaves_no_kernel(small: VoilaServer, page: Page) -> None:
    open_page(page, small, "3-how-it-is-done")
    assert len(small.kernels()) == 1
    page.context.close()  # no goodbye is sent
    assert none_left(small)


def test_a_killed_kernel_costs_nothing_and_comes_back(folder: Path, page: Page) -> None:
    server = VoilaServer(folder)
    open_page(page, server, "2-why-it-is-done")
    radio = page.get_by_role("radio").nth(2)
    radio.check()
    kill_newest(server)
    expect(page.locator(".quiet")).to_contain_text("Python is not connected", timeout=60_000)
    expect(radio).to_be_checked()
    page.get_by_role("radio").nth(4).check()
    expect(page.locator("[data-attached]")).to_have_count(1, timeout=90_000)
    expect(page.locator(".quiet")).to_be_empty()
    chosen = page.get_by_role("radio").nth(4).input_value()
    assert chosen in server.run("print(selector.selected)")
    server.stop()


def kill_newest(server: VoilaServer) -> None:
    """End the newest kernel's process from outside, as a machine short of memory would."""
    import os
    import signal

    mine = server.kernels()[-1].name
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if mine in (process / "cmdline").read_text():
                os.kill(int(process.name), signal.SIGKILL)
        except OSError:
            continue
