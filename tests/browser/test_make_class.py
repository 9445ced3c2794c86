"""`make class`: access from the network, a QR code for phones, and optional kernels."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from miss import Course
from miss.server.network import networks
from playwright.sync_api import Page, expect

from tests.support.web import ask

from .codes import read_terminal, read_window
from .other_course import make_window_box
from .server import VoilaServer
from .test_widgets import condition_choice, open_page


class ClassServer(VoilaServer):
    """The course as `make class` serves it.

    `address` is at localhost, `public` at this machine's network address, `trainers` there with the key.
    """

    def typed(self) -> list[str]:
        return [sys.executable, "-m", "miss", "class", f"--port={self.port}", *self.options]

    @property
    def public(self) -> str:
        return f"http://{networks()[0].host}:{self.port}/"

    @property
    def trainers(self) -> str:
        return re.findall(r"^For you alone:  (\S+)$", self.printed, re.MULTILINE)[0]

    @property
    def key(self) -> str:
        return self.trainers.partition("?trainer=")[2]


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ClassServer]:
    if not networks():
        pytest.skip("This machine is on no network, so no other device could reach it.")
    with ClassServer(tmp_path_factory.mktemp("class"), "--kernels") as server:
        yield server


def test_the_terminal_shows_the_address_and_its_code(room: ClassServer) -> None:
    best = networks()[0]
    assert f"Students open:  {room.public}  {best.adapter} (" in room.printed
    assert read_terminal(room.printed)[0] == room.public


def test_the_network_reaches_page_and_kernel(page: Page, room: ClassServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "address", room.public)
    open_page(page, room, "2-why-it-is-done")
    condition_choice(page, 3).check()
    expect(page.locator("condition-selector .entry:visible")).to_have_count(1)
    assert "Traceback" not in room.printed


@pytest.mark.parametrize(
    ("stem", "asked", "name", "key"),
    [
        ("2-why-it-is-done", "condition=spinal-stenosis", "condition-selector.spinal-stenosis", "condition-selector"),
        ("5-check-yourself", "round=7-12", "knowledge-check.7-12", "knowledge-check"),
    ],
)
def test_the_page_at_localhost_shows_a_code_for_the_network(
    page: Page, room: ClassServer, stem: str, asked: str, name: str, key: str
) -> None:
    page.goto(f"{room.address}{stem}.html?{asked}")
    page.get_by_role("button", name="Show a QR code for this", exact=True).click()
    read = read_window(page, f"{stem}.{name}")
    assert read == f"{room.public}{stem}.html?{asked}#{key}"
    page.goto(read)  # another origin, whose storage is empty
    expect(page.locator(".quiet")).to_be_empty()
    page.get_by_role("button", name="Show a QR code for this", exact=True).click()
    assert read_window(page, f"{stem}.{name}") == read


def test_a_failed_qr_code_is_reported(page: Page, room: ClassServer) -> None:
    page.goto(f"{room.public}index.html")
    page.context.route("**/codes/**", lambda route: route.abort("connectionrefused"))
    page.get_by_role("button", name="Show a QR code for the course").click()
    expect(page.get_by_text("The QR code did not come.")).to_be_visible()


def test_there_are_no_kernels_by_default(folder: Path) -> None:
    with ClassServer(folder) as server:
        html = ask(f"{server.address}2-why-it-is-done.html").text
        assert 'data-codes="server"' in html
        assert "data-kernel" not in html
        assert ask(f"{server.address}voila/render/2-why-it-is-done.ipynb?page=x").status == 204


def test_the_course_argument_is_served(page: Page, folder: Path, tmp_path: Path) -> None:
    """The served course is the one whose title is printed, whatever the working folder."""
    other = make_window_box(tmp_path / "other")
    title = Course(other).content.course.title
    with ClassServer(folder, str(other)) as server:
        assert f"\n{title}\n" in server.printed
        page.goto(server.address)
        expect(page).to_have_title(title)
