"""How a command is typed where this process was started, for messages that advise to run one.

After `make`, the command `miss` is on nobody's PATH: there a message names the target, or the command by its path.
"""

import os
import shlex
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path

from .errors import short_name
from .extras import REPOSITORY

PROGRAM = "miss"
OPTIONAL_COURSE = ("schema", "site", "handouts", "questions")  # with --course, since their argument is another folder
WITHOUT_COURSE = ("new", "words")
WITH_LANGUAGE = ("check", "review", "serve", "class", "site", "handouts", "questions")
# The targets by other names than their command's, and the variables and options that mean the same.
TARGETS = {("serve", "--watch"): "watch", ("serve",): "app"}
VARIABLES = {"--port": "PORT", "--host": "HOST"}


@dataclass(frozen=True)
class Named:
    """The course and the language that the running command was given, as they were typed."""

    course: Path | None = None
    language: str | None = None


NOTHING = Named()
_named = ContextVar("named", default=NOTHING)  # by the one command that a process runs


@contextmanager
def naming(course: Path | None, language: str | None) -> Iterator[None]:
    """Have the advice in the body name this course and language, too."""
    before = _named.set(Named(course, language))
    try:
        yield
    finally:
        _named.reset(before)


def command(name: str, *options: str, course: Path | None = None) -> str:
    """Return a command as it can be typed where this process was started.

    Args:
        name: the command, such as ``check``; or ``--help``.
        options: its options, such as ``--port=8867``.
        course: the course's folder; default: the one that the running command was given.
    """
    named = _named.get()
    named = Named(course or named.course, named.language)
    typed = _target(name, options, named) if _runs_in_make() else None
    return typed or shlex.join([*_program(), name, *_arguments(name, named), *options])


def _runs_in_make() -> bool:
    """Return whether the package's own Makefile runs this process: it does so in its own folder."""
    return "MAKELEVEL" in os.environ and (REPOSITORY / "Makefile").is_file() and _is_working_folder(REPOSITORY)


def _is_working_folder(folder: Path) -> bool:
    try:
        return folder.samefile(Path.cwd())
    except OSError:  # it has been deleted
        return False


def _target(name: str, options: tuple[str, ...], named: Named) -> str | None:
    """Return the target that does the same; None if no variable means one of the options."""
    target = next((each for start, each in TARGETS.items() if (name, *options)[: len(start)] == start), name)
    left = options[1:] if target == "watch" else options
    split = [option.partition("=") for option in left]
    if name.startswith("-") or any(option not in VARIABLES for option, _, _ in split):
        return None
    values = {VARIABLES[option]: value for option, _, value in split}
    values |= {"COURSE": str(named.course)} if named.course and name != "words" else {}
    values |= {"WORDS": named.language} if named.language and name in WITH_LANGUAGE else {}
    return " ".join(["make", target, *(f"{variable}={shlex.quote(value)}" for variable, value in values.items())])


def _arguments(name: str, named: Named) -> Iterator[str]:
    if named.course and name not in WITHOUT_COURSE and not name.startswith("-"):
        yield f"--course={named.course}" if name in OPTIONAL_COURSE else str(named.course)
    if named.language and name in WITH_LANGUAGE:
        yield f"--language={named.language}"


def _program() -> list[str]:
    """Return what starts this package: its name if that is on the PATH, else its path, else the Python that has it."""
    beside = Path(sys.executable).parent
    on_path = None if _runs_in_make() else shutil.which(PROGRAM)  # make has its own PATH
    if on_path and Path(on_path).parent.resolve() == beside.resolve():
        return [PROGRAM]
    script = shutil.which(PROGRAM, path=str(beside))
    return [_short(Path(script))] if script else [_short(Path(sys.executable)), "-m", PROGRAM]


def _short(script: Path) -> str:
    """Return a program's path from the working folder; a link is not followed, such as an environment's Python."""
    return str(Path(short_name(script.parent)) / script.name)
