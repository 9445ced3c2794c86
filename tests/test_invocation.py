"""What a message advises to type runs as it stands, in the folder and with the program that the reader used."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from miss.author import create_course
from miss.cli import main
from miss.invocation import command, naming

from tests.browser.server import free_port
from tests.conftest import ROOT
from tests.support.changes import replace
from tests.support.processes import run, running
from tests.support.waiting import wait_until
from tests.support.web import answers, ask

PROGRAMS = Path(sys.executable).parent
MAKE = ("make", "-o", ".venv/app", "-o", ".venv/ready")  # nothing is to be installed
ADVICE = re.compile(r"`((?:make|miss|\S*/miss|\S*/python\S* -m miss) [^`]+)`")


def without_programs() -> dict[str, str]:
    """The environment of a reader who has no `miss` on the PATH."""
    folders = [each for each in os.environ["PATH"].split(os.pathsep) if Path(each).resolve() != PROGRAMS.resolve()]
    return os.environ | {"PATH": os.pathsep.join(folders)}


def with_programs() -> dict[str, str]:
    return os.environ | {"PATH": os.pathsep.join((str(PROGRAMS), without_programs()["PATH"]))}


def advised(text: str) -> str:
    """The first command that a message advises."""
    found = ADVICE.findall(text)
    assert found, text
    return str(found[0])


def type_in(line: str, folder: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Type a line into a shell, as a reader would."""
    if line.startswith("make "):
        line = " ".join([*MAKE, line.removeprefix("make ")])
    return run(["bash", "-c", line], cwd=folder, env=environment)


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A course in a folder with a space in its name."""
    create_course(tmp_path / "my course")
    return tmp_path / "my course"


@pytest.fixture
def stale(mine: Path) -> Path:
    """A course whose notebooks are to be stored anew."""
    replace("risks", "Say what helps to make it less likely.", "Say what helps.")(mine / "content" / "en")
    return mine


def checked(typed: list[str], folder: Path, environment: dict[str, str]) -> str:
    """What `check` says of a stale notebook."""
    ran = run(typed, cwd=folder, env=environment)
    lines = [line for line in (ran.stdout + ran.stderr).splitlines() if "out of date" in line]
    assert lines, ran
    return lines[0]


MISS, PYTHON = str(PROGRAMS / "miss"), str(PROGRAMS / "python")
SITUATIONS = {
    "by make": (ROOT, lambda course: [*MAKE, "check", f"COURSE={course}"], without_programs, "make notebooks COURSE="),
    "by its path": (ROOT, lambda course: [MISS, "check", course], without_programs, ".venv/bin/miss notebooks '"),
    "by its name": (ROOT, lambda course: ["miss", "check", course], with_programs, "miss notebooks '"),
    "in the course": (None, lambda _: ["miss", "check"], with_programs, "miss notebooks"),
    "by its module": (
        ROOT,
        lambda it: [PYTHON, "-m", "miss", "check", it],
        without_programs,
        ".venv/bin/miss notebooks",
    ),
}


@pytest.mark.parametrize("situation", SITUATIONS)
def test_what_is_advised_stores_the_notebooks(stale: Path, situation: str) -> None:
    start, typed, environment, said = SITUATIONS[situation]
    folder = start or stale
    advice = advised(checked(typed(str(stale)), folder, environment()))
    assert advice.startswith(said.replace(".venv/bin", short()))
    ran = type_in(advice, folder, environment())
    assert ran.returncode == 0 and "Stored " in ran.stdout, ran
    after = run([f"{PROGRAMS}/miss", "check", str(stale)])
    assert "out of date" not in after.stdout + after.stderr


def short() -> str:
    return PROGRAMS.relative_to(ROOT).as_posix() if PROGRAMS.is_relative_to(ROOT) else str(PROGRAMS)


@pytest.mark.parametrize("by_make", [True, False])
def test_a_new_course_is_checked_and_stored_as_its_files_say(tmp_path: Path, by_make: bool) -> None:
    course, environment = tmp_path / "an other", without_programs()
    typed = [*MAKE, "new", f"COURSE={course}"] if by_make else [f"{PROGRAMS}/miss", "new", str(course)]
    made = run(typed, cwd=ROOT, env=environment)
    assert made.returncode == 0, made
    assert advised(made.stdout).startswith("make watch COURSE=" if by_make else f"{short()}/miss serve ")
    head = (course / "content" / "en" / "course.yaml").read_text(encoding="utf-8").splitlines()
    lines = [line.removeprefix("#   ") for line in head if re.match(r"#   \S*(make|miss) ", line)]
    assert len(lines) == 2 and lines[1] == advised(made.stdout)
    ran = type_in(lines[0], ROOT, environment)
    assert ran.returncode == 0 and "checked" in ran.stdout, ran
    words = (course / "content" / "en" / "interface.yaml").read_text(encoding="utf-8")
    if by_make:
        assert advised(words) == "make words"  # tested in tests/repository, since it would install what is missing
    else:
        assert "classroom:" in type_in(advised(words), ROOT, environment).stdout
    texts = [file.read_text(encoding="utf-8") for file in course.rglob("*.yaml")]
    assert not [text for text in texts if re.search(r"\{(check|watch|words|notebooks)\}", text)]


def test_a_new_course_is_served_as_make_says(tmp_path: Path) -> None:
    course, environment = tmp_path / "an other", without_programs()
    advice = advised(run([*MAKE, "new", f"COURSE={course}"], cwd=ROOT, env=environment).stdout)
    port = free_port()
    line = " ".join(["exec", *MAKE, advice.removeprefix("make "), f"PORT={port}"])
    with running(["bash", "-c", line], cwd=ROOT, env=environment) as server:
        address = f"http://127.0.0.1:{port}/"
        assert wait_until(lambda: server.poll() is not None or answers(address), f"{address} answers")
        assert "The name of your course" in ask(address).text


def test_make_says_how_to_sign(mine: Path) -> None:
    """No target signs, so the command has its path."""
    environment = without_programs() | {"MAKELEVEL": "1"}
    refused = run([f"{PROGRAMS}/miss", "review", str(mine), "--role=Nurse"], cwd=ROOT, env=environment)
    advice = advised(refused.stderr)
    assert advice.startswith(f"{short()}/miss review ")
    assert "signed." in type_in(advice, ROOT, environment).stdout


TARGETS = {
    ("serve",): "make app",
    ("serve", "--port=9000"): "make app PORT=9000",
    ("serve", "--watch", "--port=9000"): "make watch PORT=9000",
    ("class", "--host=room.example", "--port=9000"): "make class HOST=room.example PORT=9000",
    ("check",): "make check",
    ("words",): "make words",
    ("notebooks",): "make notebooks",
}


@pytest.fixture
def by_make(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAKELEVEL", "1")
    monkeypatch.chdir(ROOT)


@pytest.mark.parametrize("typed", TARGETS)
@pytest.mark.usefixtures("by_make")
def test_a_target_does_what_the_command_does(typed: tuple[str, ...]) -> None:
    assert command(*typed) == TARGETS[typed]
    ran = run([*MAKE, "-n", *TARGETS[typed].split()[1:]], cwd=ROOT)
    (line,) = [line for line in ran.stdout.splitlines() if line.lstrip("@").startswith("miss ")]
    assert typed[0] in line and all(option in line for option in typed[1:])


@pytest.mark.usefixtures("by_make")
def test_the_course_and_the_language_are_named() -> None:
    with naming(Path("../my course"), "de"):
        assert command("check") == "make check COURSE='../my course' WORDS=de"
        assert command("notebooks") == "make notebooks COURSE='../my course'"
        assert command("words") == "make words"
        assert command("review", "--open").endswith("/miss review '../my course' --language=de --open")
        assert command("site").startswith("make site COURSE=") and command("site", "--help").endswith(
            "/miss site '--course=../my course' --language=de --help"
        )
    assert command("check") == "make check"


def test_another_makefile_is_not_this_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAKELEVEL", "1")
    monkeypatch.chdir(tmp_path)
    assert command("check") == "miss check"


def test_a_folder_of_one_language_stands_for_its_course(
    stale: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    next((stale / "notebooks").glob("2-*.ipynb")).unlink()
    monkeypatch.chdir(ROOT)
    assert main(["check", str(stale / "content" / "en")]) != 0
    assert f"run `miss notebooks '{stale}'` to create it" in capsys.readouterr().err
