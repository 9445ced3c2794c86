"""A second language: pages and kernels are in the one that the server was started in."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .server import MissServer
from .test_widgets import open_page


@pytest.fixture
def german(copy: Path, tmp_path: Path) -> Iterator[MissServer]:
    """The course with a second language, in which one condition has another name, served in it."""
    shutil.copytree(copy / "content" / "en", copy / "content" / "de")
    words = copy / "content" / "de" / "conditions.yaml"
    text = words.read_text(encoding="utf-8")
    words.write_text(text.replace('name: "Spinal stenosis (', 'name: "Enger Kanal ('), encoding="utf-8")
    with MissServer(tmp_path, "--language=de", root=copy) as server:
        yield server


def test_pages_and_kernels_are_in_the_language_of_the_server(page: Page, german: MissServer) -> None:
    open_page(page, german, "2-why-it-is-done")
    expect(page.get_by_role("radio", name=re.compile("Enger Kanal"))).to_be_visible()
    assert german.run("print(course.language, 'Enger Kanal' in selector.html)").split() == ["de", "True"]
