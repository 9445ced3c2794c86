"""The course as an extension of an existing Jupyter server with a base URL, as JupyterHub starts it."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.attack.inputs import Attack
from tests.attack.send import send
from tests.conftest import COURSE, ROOT

from .moment_bar import leave_section
from .server import VoilaServer

TOKEN = {"Authorization": "token letmein"}


class JupyterServer(VoilaServer):
    """`jupyter server` for a folder, with every extension of this environment."""

    has_kernel = False

    def __init__(self, folder: Path, *options: str, root: Path = ROOT) -> None:
        super().__init__(folder, *options, root=root)
        self.address += "user/x/"

    def typed(self) -> list[str]:
        program = [str(Path(sys.executable).with_name("jupyter")), "server", "--no-browser", "--allow-root"]
        options = [f"--port={self.port}", "--ServerApp.base_url=/user/x/", "--IdentityProvider.token=letmein"]
        return [*program, *options, f"--ServerApp.root_dir={self.root}", "--ServerApp.ip=127.0.0.1", *self.options]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JupyterServer]:
    with JupyterServer(tmp_path_factory.mktemp("jupyter")) as started:
        yield started


def test_the_course_works(page: Page, server: JupyterServer) -> None:
    page.goto(f"{server.address}voila/render/notebooks/2-why-it-is-done.ipynb?token=letmein")
    assert page.url == f"{server.address}course-pages/2-why-it-is-done.html"
    page.get_by_role("radio").nth(3).check()
    expect(page.locator("condition-selector .entry:visible")).to_have_count(1)
    leave_section(page)
    expect(page.locator("procedure-slider")).to_be_visible()
    page.goto(f"{server.address}voila/render/notebooks/index.ipynb")
    expect(page.get_by_role("navigation", name="Sections").get_by_role("link")).to_have_count(
        len(COURSE.content.sections)
    )
    page.get_by_role("button", name="Show a QR code for the course").click()
    expect(page.locator(".code")).to_be_visible()


@pytest.mark.parametrize("path", ["", "4-risks.html", "static/course.js", "favicon.ico"])
def test_the_course_requires_the_servers_login(server: JupyterServer, path: str) -> None:
    path = f"course-pages/{path}"
    assert send(server.address, Attack(path, ())).headers["Location"].startswith("/user/x/login?")
    assert send(server.address, Attack(path, (), headers=TOKEN)).status == 200


def test_other_notebooks_are_left_to_voila(server: JupyterServer) -> None:
    other = send(server.address, Attack("voila/render/notebooks/nosuch.ipynb", (), headers=TOKEN))
    assert other.status == 404
    assert b'class="course"' not in other.body
    assert send(server.address, Attack("course-pages/nosuch.html", (), headers=TOKEN)).status == 404


@pytest.mark.parametrize("configured", [True, False])
def test_the_folder_option(tmp_path: Path, configured: bool) -> None:
    """On a hub each user has a folder of their own, which is no course."""
    (tmp_path / "home").mkdir()
    options = [f"--CourseExtension.folder={ROOT}"] if configured else []
    with JupyterServer(tmp_path, *options, root=tmp_path / "home") as server:
        response = send(server.address, Attack("course-pages/4-risks.html", (), headers=TOKEN))
    assert response.status == (200 if configured else 404)
    assert (b"<risk-cards" in response.body) == configured
