"""A kernel comes behind the page and may go again; the page neither waits for it nor needs it."""

import gc
import signal
from pathlib import Path

import nbformat
import pytest
import zmq
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.waiting import wait_until

from .holding import held_back
from .server import VoilaServer
from .test_widgets import attached, follows, open_page


def test_a_choice_made_before_the_kernel_is_in_the_trait_after_it(page: Page, voila: VoilaServer) -> None:
    said: list[str] = []
    page.expose_function("said", lambda text: said.append(text))
    radio = page.get_by_role("radio").nth(4)
    with held_back(page, "**/voila/render/**"):
        page.goto(f"{voila.address}2-why-it-is-done.html")
        radio.check()
        expect(page.locator("condition-selector .status")).not_to_be_empty()
        page.evaluate(
            "new MutationObserver(() => said('again')).observe(document.querySelector('.status'), {childList: true})"
        )
        assert page.locator("[data-attached]").count() == 0
    attached(page, voila)
    assert follows(voila, "selector.selected", radio.input_value())
    expect(radio).to_be_focused()
    assert said == []


def test_a_page_that_closes_ends_its_kernel(context: BrowserContext, voila: VoilaServer) -> None:
    page = context.new_page()
    open_page(page, voila, "3-how-it-is-done")
    mine = voila.kernel()
    page.close(run_before_unload=True)
    wait_until(lambda: not mine.exists(), "the kernel of the closed page has ended")


def test_a_choice_on_the_way_out_is_no_error(page: Page, voila: VoilaServer) -> None:
    def take_time(route: Route) -> None:
        page.wait_for_timeout(1000)  # in which the page that is left lives on
        voila.process.send_signal(signal.SIGCONT)
        route.continue_()

    open_page(page, voila, "2-why-it-is-done")
    page.route("**/index.html", take_time)
    page.get_by_role("radio").nth(3).check()
    with voila.paused():  # a busy server hears late that the connection closes
        page.goto(f"{voila.address}index.html")  # what the page logs is watched: see the fixture


def test_a_line_that_takes_too_long_leaves_no_client_open(page: Page, voila: VoilaServer) -> None:
    open_page(page, voila, "2-why-it-is-done")
    before = open_contexts()
    assert voila.run("1 / 0") == "division by zero"
    with pytest.raises(TimeoutError):
        voila.run("import time; time.sleep(600)", timeout=2)
    assert open_contexts() == before


def open_contexts() -> int:
    """Count those of ZeroMQ: one with an open socket waits for it for ever, whenever the garbage collector comes by."""
    return sum(isinstance(each, zmq.Context) and not each.closed for each in gc.get_objects())


def test_widgets_outlive_the_server(page: Page, folder: Path) -> None:
    with VoilaServer(folder) as server:
        open_page(page, server, "2-why-it-is-done")
    expect(page.locator(".quiet")).to_have_text("Python is not connected. Everything on this page still works.")
    radio = page.get_by_role("radio").nth(2)
    radio.check()
    expect(page.locator("condition-selector .entry:visible")).to_have_attribute("data-id", radio.input_value())


def test_a_kernel_that_never_gets_ready_is_given_up_and_asked_for_again(page: Page, folder: Path, copy: Path) -> None:
    notebook = copy / "notebooks" / "2-why-it-is-done.ipynb"
    stored = nbformat.read(notebook, as_version=4)
    second = repr(str(folder / "second"))
    # Only in a kernel: the server runs every notebook itself before it serves it.
    in_kernel = "type(get_ipython()).__name__ == 'ZMQInteractiveShell'"
    hang = f"import os, time\nif {in_kernel} and not os.path.exists({second}):\n"
    hang += f"    open({second}, 'x')\n    time.sleep(999)"
    stored.cells.insert(0, nbformat.v4.new_code_cell(hang))
    nbformat.write(stored, notebook)
    with VoilaServer(folder, "--CourseKernels.seconds=15", root=copy) as server:
        page.goto(f"{server.address}2-why-it-is-done.html")
        quiet = page.locator(".quiet")
        expect(quiet).to_have_text("Python is not connected. Everything on this page still works.", timeout=60_000)
        attached(page, server)
        expect(quiet).to_be_empty()
        wait_until(lambda: len(server.kernels()) == 1, "one kernel is left")
