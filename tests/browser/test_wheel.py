"""The wheel, installed in an empty environment: what it makes and serves looks and works as the repository's."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .other_course import miss
from .test_widgets import open_page
from .wheel import Environment, WheelServer

PAGE = "1-read"
PAPER = "rgb(251, 247, 238)"  # the light theme's background


@pytest.fixture(
    scope="module",
    params=["with this environment's dependencies", pytest.param("with its own", marks=pytest.mark.full)],
)
def installed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    return Environment(tmp_path_factory.mktemp("installed"), own_dependencies=request.param == "with its own")


@pytest.fixture(scope="module")
def made(installed: Environment, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course made by `miss new`, in a folder that has nothing to do with the repository."""
    folder = tmp_path_factory.mktemp("elsewhere")
    ran = installed.miss("new", "course", folder=folder)
    assert ran.returncode == 0, ran.stderr
    return folder / "course"


@pytest.fixture(scope="module")
def served(installed: Environment, made: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[WheelServer]:
    with WheelServer(tmp_path_factory.mktemp("served"), installed, made) as server:
        yield server


def files(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_its_site_is_the_one_that_the_repository_writes(installed: Environment, made: Path, tmp_path: Path) -> None:
    ran = installed.miss("site", tmp_path / "wheel", f"--course={made}", folder=tmp_path)
    assert ran.returncode == 0, ran.stderr
    ran = miss("site", tmp_path / "repository", f"--course={made}")
    assert ran.returncode == 0, ran.stderr
    written = files(tmp_path / "wheel")
    assert written == files(tmp_path / "repository")
    assert {f"{PAGE}.html", "static/course.css", "static/course.js", "static/icon.svg"} <= set(written)


def test_the_app_has_its_look_and_its_kernel(page: Page, served: WheelServer) -> None:
    failed: list[str] = []
    page.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
    open_page(page, served, PAGE, widgets=2)
    expect(page.locator("html")).to_have_css("background-color", PAPER)
    expect(page.locator("condition-selector .strip")).to_have_css("display", "flex")
    page.get_by_role("radio").nth(1).check()
    expect(page.locator("condition-selector .entry:visible")).to_have_count(1)
    assert "site-packages" in served.run("import miss; print(miss.__file__)")
    assert served.run("print(len(selector.seen))") == "1"
    assert not failed


def test_what_is_not_installed_is_told_without_the_repository(
    installed: Environment, made: Path, tmp_path: Path
) -> None:
    hidden = tmp_path / "hidden"
    hidden.mkdir()
    (hidden / "playwright.py").write_text("raise ModuleNotFoundError(name='playwright')", encoding="utf-8")
    installed.variables["PYTHONPATH"] = str(hidden)
    try:
        ran = installed.miss("handouts", tmp_path / "out", f"--course={made}", folder=tmp_path)
    finally:
        del installed.variables["PYTHONPATH"]
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr == (
        "Printing needs the Python package playwright, which is not installed here. "
        f"Get it with `{installed.python} -m pip install "
        "'pillow>=11' 'playwright>=1.50' 'pypdf>=6' 'python-pptx<2,>=1.0.2'`.\n"
    )
