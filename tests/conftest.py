"""What the tests share: the course as it is, and copies of it that may be broken."""

import os
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
from miss import Course
from miss.schema.content import Content

pytest_plugins = ["tests.support.limits"]
ROOT = Path(__file__).parents[1]
WORDS = ROOT / "content" / "en"
COURSE = Course(ROOT)
# Servers and commands that the tests start find there what need not be loaded.
LEAN = str(ROOT / "tests" / "support" / "lean")
os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (os.environ.get("PYTHONPATH"), LEAN)))
# Messages name commands as they are typed where `miss` is on the PATH and no make runs, however the tests were started.
os.environ["PATH"] = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
os.environ.pop("MAKELEVEL", None)


def copy_course(folder: Path) -> Course:
    """Copy the words and the notebooks, to add something to them; the looks are linked."""
    (folder / "assets").symlink_to(ROOT / "assets")
    shutil.copytree(WORDS, folder / "content" / "en")
    shutil.copytree(ROOT / "notebooks", folder / "notebooks", ignore=shutil.ignore_patterns("miss", ".*"))
    return Course(folder)


def records_of(content: Content, stem: str) -> Any:
    """Return what one file of a course holds."""
    return content.records[stem] if stem in content.records else getattr(content, stem)


@pytest.fixture(scope="session")
def content() -> Content:
    """The course's own words."""
    return COURSE.content


@pytest.fixture
def words(tmp_path: Path) -> Path:
    """A copy of the words, to change or break; the drawings they name stand beside it."""
    (tmp_path / "assets").symlink_to(ROOT / "assets")
    return Path(shutil.copytree(WORDS, tmp_path / "content" / "en"))


@pytest.fixture
def course(words: Path, tmp_path: Path) -> Path:
    """A copy of the words, with the notebooks beside it as in a real course."""
    (tmp_path / "notebooks").symlink_to(ROOT / "notebooks")
    return words


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the whole course: words, notebooks, package and looks."""
    for folder in ("assets", "content", "notebooks"):
        ignore = shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints")
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=ignore)
    return tmp_path
