"""The course about window boxes, made as an author would make it: `miss new`, other words, `miss notebooks`."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT
from tests.support.processes import run

WORDS = ROOT / "tests" / "window_box" / "content"


def miss(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the command somewhere else, as an author does who has only installed it."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MISS_")}
    command = [sys.executable, "-m", "miss", *map(str, arguments)]
    return run(command, cwd="/", env=environment)


def make_window_box(folder: Path) -> Path:
    """Begin a course and put the words about window boxes in it."""
    assert miss("new", folder).returncode == 0
    shutil.rmtree(folder / "notebooks")
    shutil.copytree(WORDS, folder / "content", dirs_exist_ok=True)
    made = miss("notebooks", folder)
    assert made.returncode == 0, made.stderr
    return folder
