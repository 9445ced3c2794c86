"""Writes are atomic: a full disk, an interrupt or a crash leaves every file complete, old or new."""

import errno
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from miss.author import SKELETON
from miss.cli import main
from miss.errors import CommandError, WriteError
from miss.files import lock
from miss.files.lock import folder_lock
from miss.files.write import write_atomically

from tests.conftest import ROOT
from tests.support.processes import run

# The command, stopped in the middle of a file by an error (full disk) or by a signal (crash).
LIMITED = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, {"full": signal.SIG_IGN, "killed": signal.SIG_DFL}[sys.argv[1]])
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
from miss.cli import main
sys.exit(main(sys.argv[3:]))
"""
STATUS = {"full": 1, "killed": -signal.SIGXFSZ}


def ended(how: str, size: int, *arguments: str | Path, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run the command, and stop it as soon as a file is longer than ``size``."""
    program = [sys.executable, "-B", "-c", LIMITED, how, str(size), *map(str, arguments)]
    ran = run(program, cwd=cwd)
    assert ran.returncode == STATUS[how], ran.stderr
    assert "Traceback" not in ran.stderr
    return ran


def held(folder: Path) -> dict[str, bytes | None]:
    """Return the content of every file in a folder, hidden ones included."""
    return {str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None for path in folder.rglob("*")}


@pytest.fixture
def course(copy: Path) -> Path:
    """A course whose words were edited after its notebooks were stored."""
    words = copy / "content" / "en" / "interface.yaml"
    words.write_text(words.read_text(encoding="utf-8").replace("Say to a patient", "Tell a patient"), "utf-8")
    return copy


@pytest.mark.parametrize("how", STATUS)
def test_notebooks_are_whole_whatever_ends_the_command(how: str, course: Path) -> None:
    before = held(course / "notebooks")

    error = ended(how, 30_000, "notebooks", course).stderr

    after = held(course / "notebooks")
    temporary = set(after) - set(before)
    assert before == {name: text for name, text in after.items() if name not in temporary}
    assert bool(temporary) == (how == "killed")  # nothing is left that could delete it
    if how == "full":
        assert (
            error.count("\n") == 1
            and ".ipynb could not be written and is unchanged: the file would exceed the size limit" in error
        )
        assert "Raise the limit" in error
    assert main(["notebooks", str(course)]) == 0
    assert set(held(course / "notebooks")) == set(before)
    assert b"Tell a patient" in (course / "notebooks" / "1-what-it-is.ipynb").read_bytes()


def with_cell(folder: Path, source: str) -> None:
    """Create a course with a notebook of one cell."""
    shutil.copytree(SKELETON, folder, dirs_exist_ok=True)
    (folder / "notebooks").mkdir()
    cell = nbformat.v4.new_code_cell(source, id="added")
    nbformat.write(nbformat.v4.new_notebook(cells=[cell]), folder / "notebooks" / "long.ipynb")


def test_an_interrupt_is_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with_cell(tmp_path, "raise KeyboardInterrupt")
    before = held(tmp_path)
    assert main(["notebooks", str(tmp_path)]) == 130
    assert capsys.readouterr().err == "Interrupted. No file was left half-written.\n"
    assert held(tmp_path) == before


WAITS = "import time\n"
CATCHES = "def wait():\n    try:\n        time.sleep(99)\n    except Exception:\n        time.sleep(99)\n"


@pytest.mark.parametrize("source", ["while True: pass", WAITS + "time.sleep(99)", WAITS + CATCHES + "wait()"])
def test_a_cell_that_never_ends_times_out(
    source: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with_cell(tmp_path, source)
    monkeypatch.setattr("miss.notebooks.execute.CELL_TIMEOUT_S", 2.0)
    before = held(tmp_path)
    assert main(["notebooks", str(tmp_path)]) == 1
    assert "long.ipynb, cell 'added': timed out after 2 seconds" in capsys.readouterr().err
    assert held(tmp_path) == before
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


@pytest.mark.parametrize("how", STATUS)
def test_a_new_course_is_whole_or_not_there(how: str, tmp_path: Path) -> None:
    new = tmp_path / "new"
    error = ended(how, 4_000, "new", new, cwd=tmp_path).stderr
    assert not new.exists()
    assert how == "killed" or re.fullmatch(
        r"\S+ could not be written and is unchanged: the file would exceed the size limit\. Raise .*\n", error
    )
    assert bool(list(tmp_path.iterdir())) == (how == "killed")
    created = run([sys.executable, "-m", "miss", "new", "new"], cwd=tmp_path)
    assert created.returncode == 0
    assert [file.name for file in tmp_path.iterdir()] == ["new"]
    assert (new / "notebooks" / "index.ipynb").exists() and (new / "content" / "en" / "course.yaml").exists()


def test_a_new_course_in_the_empty_folder_one_is_in(tmp_path: Path) -> None:
    created = run([sys.executable, "-m", "miss", "new", "."], cwd=tmp_path)
    assert created.returncode == 0
    assert sorted(file.name for file in tmp_path.iterdir()) == ["content", "notebooks"]


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    written = tmp_path / "a" / "old.txt"
    written.parent.mkdir()
    written.write_text("old")
    yield written


@pytest.mark.parametrize("refused", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()])
def test_a_file_stays_as_it_was(file: Path, refused: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: int) -> None:
        raise refused

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises((WriteError, KeyboardInterrupt)) as raised:
        write_atomically(file, "new")
    assert held(file.parent) == {"old.txt": b"old"}
    if isinstance(raised.value, WriteError):
        assert str(file) in str(raised.value) and "the drive is full. Free some space" in str(raised.value)


def test_a_file_keeps_its_rights_and_its_links(file: Path) -> None:
    file.chmod(0o640)
    link = file.with_name("link.txt")
    link.symlink_to("old.txt")
    write_atomically(link, "new\n")
    assert link.is_symlink() and file.read_bytes() == b"new\n"
    assert file.stat().st_mode & 0o777 == 0o640
    write_atomically(file.with_name("b.txt"), b"\x00")
    assert file.with_name("b.txt").stat().st_mode & 0o777 == 0o666 & ~_umask()


def _umask() -> int:
    current = os.umask(0o022)
    os.umask(current)
    return current


WRITERS = {
    "notebooks": (["notebooks", "{course}"], "notebooks"),
    "schema": (["schema", "{course}/schema"], "schema"),
    "new": (["new", "{course}/new/course"], "new"),
}


@pytest.mark.parametrize("command", WRITERS)
def test_only_one_process_writes(
    command: str, course: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments, folder = WRITERS[command]
    (course / folder).mkdir(exist_ok=True)
    before = held(course / folder)
    monkeypatch.setattr(lock, "LOCK_TIMEOUT_S", 0.2)
    with folder_lock(course / folder):
        assert main([word.format(course=course) for word in arguments]) == 1
    assert f"Another program has been writing in {course / folder}" in capsys.readouterr().err
    assert held(course / folder) == before


def test_a_crash_leaves_no_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = "import sys, pathlib; from miss.files.lock import folder_lock\n"
    code += "with folder_lock(pathlib.Path(sys.argv[1])):\n"
    code += "    print('held', flush=True); sys.stdin.read()"
    monkeypatch.setattr(lock, "LOCK_TIMEOUT_S", 0.2)
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        try:
            assert other.stdout and other.stdout.readline() == "held\n"
            with pytest.raises(CommandError), folder_lock(tmp_path):
                pass
        finally:
            other.kill()
    with folder_lock(tmp_path):
        assert list(tmp_path.iterdir()) == []
