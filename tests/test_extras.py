"""The course is served without what only its authors need; what then cannot be done says how to get it."""

import os
import sys
from pathlib import Path

import pytest
from miss.errors import CommandError
from miss.extras import extra

from tests.conftest import ROOT
from tests.support.installed import hide_extras
from tests.support.processes import run

NEEDS = {
    "check": ("The reading grade", "textstat", "authors"),
    "serve --watch": ("Following the words as they are saved", "watchfiles", "authors"),
    "handouts": ("Printing", "playwright", "print"),
    "slides": ("Printing", "playwright", "print"),
    "questions": ("Writing cards", "genanki", "authors"),
}


@pytest.mark.parametrize("command", NEEDS)
def test_what_is_not_installed_is_told_with_the_way_to_get_it(command: str, tmp_path: Path) -> None:
    what, package, extra = NEEDS[command]
    typed = [sys.executable, "-m", "miss", *command.split()]
    ran = run(typed, cwd=ROOT, env=os.environ | hide_extras(tmp_path))
    get = f'{sys.executable} -m pip install --editable "{ROOT}[{extra}]"'
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr == (
        f"{what} needs the Python package {package}, which is not installed here. "
        f"Get it with `{get}`, or in the folder {ROOT} with `make .venv/ready`.\n"
    )


def test_the_command_may_be_in_a_folder_with_a_space(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/my course/.venv/bin/python")
    with (
        pytest.raises(CommandError, match=r"`'/my course/.venv/bin/python' -m pip install "),
        extra("print", "Printing"),
    ):
        raise ModuleNotFoundError(name="playwright")
