"""A real Chromium and the real app for the browser tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from miss.deliver.chromium import find_or_install
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from .deliveries import FileSite, ServedSite
from .server import VoilaServer

# Chromium's own calls home are refused on closed networks, and slow the tests down.
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_or_install(), args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def voila(tmp_path_factory: pytest.TempPathFactory) -> Iterator[VoilaServer]:
    server = VoilaServer(tmp_path_factory.mktemp("voila"))
    yield server
    server.stop()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedSite]:
    served = ServedSite(tmp_path_factory.mktemp("served"))
    yield served
    served.stop()


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> FileSite:
    return FileSite(tmp_path_factory.mktemp("files"))


@pytest.fixture(params=["voila", "site", "files"])
def course(request: pytest.FixtureRequest) -> VoilaServer | FileSite:
    """The course in each of its deliveries."""
    return request.getfixturevalue(request.param)


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    opened = chromium.new_context(viewport={"width": 1280, "height": 800})
    opened.set_default_timeout(30_000)
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page that must not log an error; the browser itself logs that a stopped server is not there."""
    opened = context.new_page()
    errors: list[str] = []
    opened.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    opened.on("pageerror", lambda error: errors.append(str(error)))
    yield opened
    assert not [error for error in errors if "net::ERR_CONNECTION_" not in error]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path
