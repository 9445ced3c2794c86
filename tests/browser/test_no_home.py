"""A server in a container or a kiosk, whose home folder cannot be written to."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from .server import MissServer
from .test_widgets import open_page

CLOSED = "/proc/none"  # nobody may make a folder there
FOLDERS = ("HOME", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "JUPYTER_CONFIG_DIR", "IPYTHONDIR")


@pytest.fixture
def homeless(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[MissServer]:
    with monkeypatch.context() as changed:
        for name in FOLDERS:
            changed.setenv(name, CLOSED)
        server = MissServer(tmp_path_factory.mktemp("homeless"))
    try:
        yield server
    finally:
        server.stop()


def test_pages_have_kernels_all_the_same(page: Page, homeless: MissServer) -> None:
    open_page(page, homeless, "2-why-it-is-done")
    page.get_by_role("radio").nth(3).check()
    expect(page.locator("condition-selector .entry:visible")).to_have_count(1)
    noted = (homeless.folder / "voila.log").read_text()
    assert "Traceback" not in noted and "Warning" not in noted
