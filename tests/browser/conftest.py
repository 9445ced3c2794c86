"""A real Chromium and the real app for the browser tests."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from miss.export.site import write_site
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.conftest import COURSE

from .chromium import open_chromium
from .deliveries import FileSite, ServedFolder, ServedSite
from .server import VoilaServer

expect.set_options(timeout=30_000)  # as everything else that Playwright waits for: a busy machine is no failure


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with open_chromium() as browser:
        yield browser


@pytest.fixture(scope="session")
def voila(tmp_path_factory: pytest.TempPathFactory) -> Iterator[VoilaServer]:
    with VoilaServer(tmp_path_factory.mktemp("voila")) as server:
        yield server


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedSite]:
    with ServedSite(tmp_path_factory.mktemp("served")) as served:
        yield served


@pytest.fixture(scope="session")
def addressed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedFolder]:
    """The static site that knows its public address."""
    folder = tmp_path_factory.mktemp("addressed") / "site"
    write_site(COURSE, folder, "https://school.example/course/", trainer=True)
    with ServedFolder(folder) as served:
        yield served


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> FileSite:
    return FileSite(tmp_path_factory.mktemp("files"))


@pytest.fixture(params=["voila", pytest.param("site", marks=pytest.mark.full), "files"])
def course(request: pytest.FixtureRequest) -> VoilaServer | FileSite:
    """The course in each of its deliveries; most other tests are on `site`, which has the same files as `files`."""
    return request.getfixturevalue(request.param)


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    with chromium.new_context(viewport={"width": 1280, "height": 800}) as opened:
        opened.set_default_timeout(30_000)
        yield opened


@contextmanager
def page_without_errors(context: BrowserContext, is_allowed: Callable[[str], bool]) -> Iterator[Page]:
    """Open a page that must not log an error, apart from those that are allowed."""
    opened = context.new_page()
    errors: list[str] = []
    opened.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    opened.on("pageerror", lambda error: errors.append(str(error)))
    yield opened
    assert not [error for error in errors if not is_allowed(error)]


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page that must not log an error; the browser itself logs that a stopped server is not there."""
    with page_without_errors(context, lambda error: "net::ERR_CONNECTION_" in error) as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path
