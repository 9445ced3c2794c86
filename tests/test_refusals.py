"""A command that fails prints one sentence: what failed, on which path, and how to fix it."""

import errno
import os
import re
import shutil
import sys
from pathlib import Path

import pytest
from miss.author import SKELETON
from miss.cli import main
from miss.errors import REASONS, explain

from tests.support.processes import run

NONE = "has no content to check|is no course"
PLACES = {
    "{0}/file": f"expected a folder|is a file|{NONE}",
    "{0}/file/under": f"expected a folder|is a file|{NONE}",
    "/proc/none/under": f"there is no such file or folder|{NONE}",
}
# Root may write anywhere, so the command is run without these capabilities.
LESS = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all"] if os.getuid() == 0 else []


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A course of a few words, whose notebooks are soon stored."""
    return Path(shutil.copytree(SKELETON, tmp_path / "course"))


@pytest.mark.parametrize(
    "command", ["check", "schema", "new", "notebooks", "serve", "site", "handouts", "slides", "questions"]
)
def test_a_place_that_is_no_folder(
    command: str, small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(small)
    (small / "file").write_text("mine")
    for place, why in list(PLACES.items())[
        : 1 if command in ("handouts", "slides") else None
    ]:  # where it prints for long first
        assert main([command, place.format(small)]) == 1
        [line] = capsys.readouterr().err.splitlines()
        assert re.search(why, line) and line.endswith(".")
        assert place.format(small).removesuffix("/under") in line and "Errno" not in line
    assert (small / "file").read_text() == "mine"


@pytest.mark.skipif(bool(LESS) and not shutil.which("setpriv"), reason="root may write anywhere")
@pytest.mark.parametrize("command", ["schema", "new", "site", "questions"])
def test_a_folder_that_may_not_be_written_to(command: str, small: Path) -> None:
    closed = small / "closed"
    closed.mkdir(mode=0o555)
    typed = [*LESS, sys.executable, "-m", "miss", command, str(closed / "made")]
    ran = run(typed, cwd=small, env=os.environ | {"HOME": "/proc/none"})
    expected = "and is unchanged: permission denied. Name another folder, or change the permissions of this one"
    assert (ran.returncode, ran.stderr) == (1, f"{closed / 'made'} could not be written {expected}.\n")


@pytest.mark.parametrize("number", REASONS)
def test_each_reason_names_the_place_and_a_cure(number: int) -> None:
    message = explain(OSError(number, os.strerror(number), "there/x"), "miss site")
    assert re.fullmatch(r"`miss site` failed at there/x: [a-z][^.]+\. [A-Z][^.]+\.", message)


def test_any_other_reason_is_the_systems_message() -> None:
    assert explain(OSError(errno.EIO, "No luck", "x"), "miss new") == "`miss new` failed at x: no luck."
    assert explain(OSError(errno.ENOENT, "No usable folder"), "miss new") == "`miss new` failed: no usable folder."
    assert explain(FileExistsError("It holds yours."), "miss new") == "It holds yours."
    copied = shutil.Error([("from/a", "to/a", "the disk is full"), ("from/b", "to/b", "the disk is full")])
    assert explain(copied, "miss new") == "`miss new` failed at to/a: the disk is full."


TYPED = {
    "": r"missing command; `miss --help` lists the commands",
    "teach": r"invalid choice: 'teach' \(choose from .*check.*handouts",
    "check --colour": r"`miss check` has no options --colour; `miss check --help` lists them",
    "site a b c": r"`miss site` has no arguments b c; `miss site --help` lists them",
    "serve --port=x": r"'x' is not a port. Accepted: 1 to 65535, such as 8866",
    "serve --port=99999999": r"'99999999' is not a port",
    "class --port=0": r"'0' is not a port",
    "class --port=-1": r"'-1' is not a port",
}


@pytest.mark.parametrize("typed", TYPED)
def test_what_is_typed_wrong(typed: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    for serving in ("miss.author.serve", "miss.server.classroom.serve_class"):
        monkeypatch.setattr(serving, lambda *_: pytest.fail("it is served all the same"))  # and would be for ever
    with pytest.raises(SystemExit) as left:
        main(typed.split())
    *_, line = capsys.readouterr().err.splitlines()
    assert left.value.code == 2 and re.search(TYPED[typed], line)


def test_a_course_outside_of_any_folder(capsys: pytest.CaptureFixture[str]) -> None:
    """A folder at the root of the disk has no grandparent to look for pictures in."""
    assert main(["check", "/proc"]) == 1
    assert "has no content to check" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["notebooks", "check"])
def test_no_home_is_needed(command: str, small: Path) -> None:
    """A container or a kiosk may have none that can be written to; nothing is said of it."""
    typed = [sys.executable, "-m", "miss", command, str(small)]
    ran = run(typed, env=os.environ | {"HOME": "/proc/none"})
    assert (ran.returncode, ran.stderr) == (0, "")
