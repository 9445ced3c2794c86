"""A server with the least that it needs: no package for authors, and no home folder that can be written to."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.support.installed import hide_extras

from .server import MissServer
from .test_widgets import condition_choice, open_page

CLOSED = "/proc/none"  # nobody may make a folder there
FOLDERS = ("HOME", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "JUPYTER_CONFIG_DIR", "IPYTHONDIR")


@pytest.fixture
def least(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[MissServer]:
    folder = tmp_path_factory.mktemp("least")
    with monkeypatch.context() as changed:
        for name, value in {**dict.fromkeys(FOLDERS, CLOSED), **hide_extras(folder)}.items():
            changed.setenv(name, value)
        with MissServer(folder) as server:
            yield server


def test_pages_have_kernels_all_the_same(page: Page, least: MissServer) -> None:
    open_page(page, least, "2-why-it-is-done")
    condition_choice(page, 3).check()
    expect(page.locator("condition-selector .entry:visible")).to_have_count(1)
    noted = (least.folder / "voila.log").read_text()
    assert "Traceback" not in noted and "Warning" not in noted
    asked = "from importlib.util import find_spec; print([n for n in {} if find_spec(n)])"
    assert least.run(asked.format(["textstat", "pytest", "jupyterlab", "ipykernel"])) == "['ipykernel']"
