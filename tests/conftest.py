"""What the tests share: the course as it is, and copies of it that may be broken."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from miss.content.load import Content, load_content

pytest_plugins = ["tests.limits"]
ROOT = Path(__file__).parents[1]
WORDS = ROOT / "content" / "en"


def own_settings() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name.startswith("MISS_")}


@pytest.fixture(autouse=True)
def settings_end_with_their_test() -> Iterator[None]:
    """Forget which course a command has chosen: it tells that to its kernels by the environment."""
    before = own_settings()
    yield
    for name in own_settings():
        del os.environ[name]
    os.environ.update(before)


@pytest.fixture(scope="session")
def content() -> Content:
    """The course's own words."""
    return load_content(WORDS)


@pytest.fixture
def words(tmp_path: Path) -> Path:
    """A copy of the words, to change or break; the drawings they name stand beside it."""
    (tmp_path / "assets").symlink_to(ROOT / "assets")
    return Path(shutil.copytree(WORDS, tmp_path / "content" / "en"))


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the whole course: words, notebooks, package and looks."""
    for folder in ("assets", "content", "notebooks"):
        ignore = shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints")
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=ignore)
    return tmp_path
