"""A kernel connects in the background and may be lost; the page neither waits for it nor needs it."""

import gc
import signal
from pathlib import Path

import nbformat
import pytest
import zmq
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.support.waiting import wait_until

from .holding import held_back
from .server import VoilaServer
from .test_widgets import attached, condition_choice, follows, open_page


def test_a_choice_before_the_kernel_connects_is_in_the_trait_afterwards(page: Page, voila: VoilaServer) -> None:
    spoken: list[str] = []
    page.expose_function("spoken", lambda text: spoken.append(text))
    radio = condition_choice(page, 4)
    with held_back(page, "**/voila/render/**"):
        page.goto(f"{voila.address}2-why-it-is-done.html")
        radio.check()
        expect(page.locator("condition-selector .status")).not_to_be_empty()
        page.evaluate(
            "new MutationObserver(() => spoken('again'))"
            ".observe(document.querySelector('condition-selector .status'), {childList: true})"
        )
        assert page.locator("[data-attached]").count() == 0
    attached(page, voila)
    assert follows(voila, "selector.selected", radio.input_value())
    expect(radio).to_be_focused()
    assert spoken == []


def test_a_page_that_closes_releases_its_kernel(context: BrowserContext, voila: VoilaServer) -> None:
    page = context.new_page()
    open_page(page, voila, "3-how-it-is-done")
    kernel = voila.kernel()
    page.close(run_before_unload=True)
    wait_until(lambda: not kernel.exists(), "the kernel of the closed page has been shut down")


def test_a_choice_while_leaving_is_no_error(page: Page, voila: VoilaServer) -> None:
    def delay(route: Route) -> None:
        page.wait_for_timeout(1000)  # the page that is being left still runs
        voila.process.send_signal(signal.SIGCONT)
        route.continue_()

    open_page(page, voila, "2-why-it-is-done")
    page.route("**/index.html", delay)
    condition_choice(page, 3).check()
    with voila.paused():  # a busy server notices the closed connection late
        page.goto(f"{voila.address}index.html")  # the fixture fails on console errors


def test_a_timeout_in_the_kernel_leaves_no_client_open(page: Page, voila: VoilaServer) -> None:
    open_page(page, voila, "2-why-it-is-done")
    before = open_contexts()
    assert voila.run("1 / 0") == "division by zero"
    with pytest.raises(TimeoutError):
        voila.run("import time; time.sleep(600)", timeout=2)
    assert open_contexts() == before


def open_contexts() -> int:
    """Count ZeroMQ contexts: with an open socket, one blocks for ever when it is garbage-collected."""
    return sum(isinstance(item, zmq.Context) and not item.closed for item in gc.get_objects())


def test_widgets_work_without_the_server(page: Page, folder: Path) -> None:
    with VoilaServer(folder) as server:
        open_page(page, server, "2-why-it-is-done")
    expect(page.locator(".quiet")).to_have_text("The connection is lost. Everything on this page still works.")
    radio = condition_choice(page, 2)
    radio.check()
    expect(page.locator("condition-selector .entry:visible")).to_have_attribute("data-id", radio.input_value())


def test_a_kernel_that_never_gets_ready_times_out_and_is_requested_again(page: Page, folder: Path, copy: Path) -> None:
    notebook = copy / "notebooks" / "2-why-it-is-done.ipynb"
    stored = nbformat.read(notebook, as_version=4)
    second = repr(str(folder / "second"))
    # Only in a kernel: the server executes every notebook in its own process first.
    in_kernel = "type(get_ipython()).__name__ == 'ZMQInteractiveShell'"
    hang = f"import os, time\nif {in_kernel} and not os.path.exists({second}):\n"
    hang += f"    open({second}, 'x')\n    time.sleep(999)"
    stored.cells.insert(0, nbformat.v4.new_code_cell(hang))
    nbformat.write(stored, notebook)
    with VoilaServer(folder, "--CourseKernels.start_timeout_s=6", root=copy) as server:
        page.goto(f"{server.address}2-why-it-is-done.html")
        quiet = page.locator(".quiet")
        expect(quiet).to_have_text("The connection is lost. Everything on this page still works.", timeout=60_000)
        attached(page, server)
        expect(quiet).to_be_empty()
        wait_until(lambda: len(server.kernels()) == 1, "one kernel is running")
