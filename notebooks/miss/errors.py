"""Errors for users: each message says what was found, what is accepted, and how to fix it.

Every error that a user can cause is a ``CourseError``; any other exception is a bug in the package.
"""

import errno
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from traitlets import TraitError

# An error must be fixed before the course is taught; a warning needs a decision; a notice is for information.
Level = Literal["error", "warning", "notice"]
EXCERPT = 110  # characters of a line that a message quotes


class CourseError(Exception):
    """An error that a user can fix; the message says how."""


class CourseNotFound(CourseError):
    """There is no such course, or it does not have this language; the message lists what exists."""


class CommandError(CourseError):
    """A command cannot continue; the message says why, and how to fix it."""


class WriteError(CommandError):
    """A file or folder could not be written and is unchanged; the message names it and the reason."""


class InvalidValue(CourseError, TraitError, ValueError):
    """A value from a notebook is not accepted; the message lists the accepted ones.

    As a ``TraitError``, it makes a trait keep its previous value.
    """


@dataclass(frozen=True)
class Problem:
    """A problem in a file: the line (counted from 1), what was found and how to fix it, and why it matters.

    ``line_text`` is what stands on that line, shortened; empty if it is not known.
    """

    file: Path
    line: int
    what: str
    why: str = "Nothing can be shown of what cannot be read."
    rule: str = "form"
    level: Level = "error"
    line_text: str = ""

    def __str__(self) -> str:
        level = "" if self.level == "error" else f"{self.level}: "
        quoted = f"\n    Line {self.line}: {self.line_text}" if self.line_text else ""
        return f"{short_name(self.file)}:{self.line}: {level}{self.what}.{quoted}"


class ContentError(CourseError):
    """The course cannot be built from its files; ``problems`` lists why."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


def short_name(file: Path) -> str:
    """Return a file's path relative to the working directory; an absolute one if it is not below it."""
    try:
        return file.resolve().relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError):  # it is in another folder, or the working folder has been deleted
        return str(file)


def brief(text: str, max_length: int = 60) -> str:
    """Shorten a quoted text and replace unprintable characters, so that a message stays on one line."""
    printable = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)
    return printable if len(printable) <= max_length else f"{printable[:max_length]}…"


def excerpt(lines: list[str], number: int, what: str = "") -> str:
    """Return a line of a file, as a message quotes it: a long one around what the message names in it.

    Args:
        lines: the lines of the file.
        number: that of the line, counted from 1; there is no excerpt if the file has fewer.
        what: the message.
    """
    if not 0 < number <= len(lines):
        return ""
    line = lines[number - 1].strip(" \t")
    named = re.search(r"[\"']([^\"']{2,60})[\"']", what)
    start = max(0, line.find(named[1]) - EXCERPT // 2) if named and len(line) > EXCERPT else 0
    return brief(f"{'…' * bool(start)}{line[start:]}", EXCERPT)


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number with the noun that it counts, for messages: "1 entry", "2 entries"; by default, with an "s"."""
    return f"{number} {one if number == 1 else many or f'{one}s'}"


# Why the operating system refused a path, and how to fix it. Other reasons keep the system's own message.
NO_PERMISSION = "permission denied. Name another folder, or change the permissions of this one"
NO_FOLDER = "expected a folder, found a file. Name another folder"
REASONS = {
    errno.EACCES: NO_PERMISSION,
    errno.EPERM: NO_PERMISSION,
    errno.EROFS: "the file system is read-only. Name a folder on another drive",
    errno.ENOENT: "there is no such file or folder, and none can be created there. Check the spelling",
    errno.EEXIST: NO_FOLDER,
    errno.ENOTDIR: NO_FOLDER,
    errno.EISDIR: "expected a file, found a folder. Rename the folder",
    errno.ENOSPC: "the drive is full. Free some space, then run this again",
    errno.EDQUOT: "your storage quota is used up. Free some space, then run this again",
    errno.EFBIG: "the file would exceed the size limit. Raise the limit, then run this again",
    errno.ENAMETOOLONG: "the name is too long. Choose a shorter one",
}


def explain(error: OSError, command: str) -> str:
    """Return a sentence that says why a command failed, on which path, and how to fix it.

    Args:
        error: the error; the message of one without an errno is returned unchanged, since this package raised it.
        command: the command that failed, such as ``miss site``.
    """
    if isinstance(error, shutil.Error):  # its argument is a list of (source, target, reason)
        _, target, message = error.args[0][0]
        return f"`{command}` failed at {target}: {message}."
    if error.errno is None:
        return str(error)
    if error.filename is None:
        return f"`{command}` failed: {_system_message(error)}."
    return f"`{command}` failed at {error.filename}: {reason(error)}."


def reason(error: OSError) -> str:
    """Return why the operating system refused a path, and how to fix it if that is known; without a full stop."""
    return REASONS.get(error.errno or 0) or _system_message(error)


def _system_message(error: OSError) -> str:
    message = error.strerror or str(error) or "the system gave no reason"
    return f"{message[:1].lower()}{message[1:]}"
