"""A class arrives: pages wait for no kernel, kernels stay within the limit, and those who leave take theirs along."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import psutil
import pytest
from playwright.sync_api import Page, expect

from tests.support.processes import descendants, kill
from tests.support.waiting import wait_until
from tests.support.web import ask

from .server import VoilaServer
from .test_widgets import attached, condition_choice, follows, open_page

LIMIT = 5


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[VoilaServer]:
    long = "--CourseKernels.start_timeout_s=900"  # or kernels of a busy machine end before the last request
    with VoilaServer(tmp_path_factory.mktemp("small"), f"--CourseKernels.max_kernels={LIMIT}", long) as server:
        yield server


def ask_for_kernel(server: VoilaServer, page: int) -> int:
    """Ask for a kernel as a page's frame does, and stay; gives the status."""
    return ask(f"{server.address}voila/render/2-why-it-is-done.ipynb?page=p{page}", timeout=240).status


def test_a_hundred_ask_and_five_get_a_kernel(small: VoilaServer, page: Page) -> None:
    with ThreadPoolExecutor(100) as pool:
        statuses = sorted(pool.map(lambda number: ask_for_kernel(small, number), range(100)))
    assert statuses == [200] * LIMIT + [204] * (100 - LIMIT)
    assert len(small.kernels()) == LIMIT
    with page.expect_event("response", lambda answer: "voila/render" in answer.url) as refused:
        page.goto(f"{small.address}2-why-it-is-done.html")
    assert refused.value.status == 204
    condition_choice(page, 3).check()
    expect(page.locator("condition-selector .entry:visible")).to_have_count(1)
    expect(page.locator(".quiet")).to_be_empty()
    assert page.locator("[data-attached]").count() == 0
    for number in range(100):
        ask(f"{small.address}course/end/p{number}", method="POST")
    assert none_left(small)


def none_left(server: VoilaServer) -> bool:
    return wait_until(lambda: not server.kernels(), "no kernel is left")


def test_thirty_get_the_whole_page_and_no_kernel(small: VoilaServer) -> None:
    def visit(_: int) -> str:
        return ask(f"{small.address}4-risks.html").text

    with ThreadPoolExecutor(30) as pool:
        pages = set(pool.map(visit, range(30)))
    assert len(pages) == 1
    assert pages.pop().count('class="card"') == 9
    assert none_left(small)


def test_a_browser_that_dies_leaves_no_kernel(small: VoilaServer, page: Page) -> None:
    open_page(page, small, "3-how-it-is-done")
    assert small.kernel()
    page.context.close()  # no goodbye is sent
    assert none_left(small)


def test_a_killed_kernel_costs_nothing_and_comes_back(folder: Path, page: Page) -> None:
    with VoilaServer(folder) as server:
        open_page(page, server, "2-why-it-is-done")
        radio = condition_choice(page, 2)
        radio.check()
        kill_kernel(server)
        expect(page.locator(".quiet")).to_contain_text("The connection is lost", timeout=60_000)
        expect(radio).to_be_checked()
        condition_choice(page, 4).check()
        attached(page, server)
        expect(page.locator(".quiet")).to_be_empty()
        chosen = condition_choice(page, 4).input_value()
        assert follows(server, "selector.selected", chosen)


def kill_kernel(server: VoilaServer) -> None:
    """End the process of the page's kernel from outside, as a machine short of memory would."""
    mine = str(server.kernel())
    kill([process for process in descendants(server.process.pid) if mine in typed(process)])


def typed(process: psutil.Process) -> list[str]:
    with suppress(psutil.Error):
        return list(process.cmdline())
    return []
