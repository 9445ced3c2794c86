"""What goes wrong, told as a sentence for the person who caused it: what was found, what is accepted, how to mend it.

Every error that the package raises for a person is a ``CourseError``; anything else is a fault of the package.
"""

import errno
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from traitlets import TraitError

# An error keeps the course from being taught as it stands; a warning is to be judged; a notice is to be known.
Level = Literal["error", "warning", "notice"]


class CourseError(Exception):
    """Something that a person can mend; the message is the sentence that says how."""


class CourseNotFound(CourseError):
    """There is no such course, or it does not have this language; the message says what there is."""


class CommandError(CourseError):
    """A command stops; the message says what stands in the way and how to mend it."""


class WriteError(CommandError):
    """Something could not be written; the message says what, why, and that what was there is as it was."""


class InvalidValue(CourseError, TraitError, ValueError):
    """A value given in a notebook is not accepted; the message says which are.

    It is a ``TraitError``, so that a trait keeps the value it had.
    """


@dataclass(frozen=True)
class Problem:
    """One thing to mend: the file, the line (counted from 1), what was found and how to mend it, and why it matters."""

    file: Path
    line: int
    what: str
    why: str = "Nothing can be shown of what cannot be read."
    rule: str = "form"
    level: Level = "error"

    def __str__(self) -> str:
        level = "" if self.level == "error" else f"{self.level}: "
        return f"{short_name(self.file)}:{self.line}: {level}{self.what}."


class ContentError(CourseError):
    """The course cannot be built from these files; ``problems`` says why, one by one."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


def short_name(file: Path) -> str:
    """Name a file from the folder the reader stands in, where that is shorter."""
    try:
        return file.resolve().relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError):  # it is in another folder, or the working folder has been deleted
        return str(file)


def brief(found: str, most: int = 60) -> str:
    """Quote what somebody wrote so that a message stays on one line that any terminal can show."""
    shown = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in found)
    return shown if len(shown) <= most else f"{shown[:most]}…"


# Why the system refuses a file or a folder, and how to mend it. Any other reason is told in the system's own words.
NO_PERMISSION = "you may not read or write there. Name another folder, or give yourself the right to this one"
NO_FOLDER = "a folder is needed there, and a file stands in its place. Name another folder"
REASONS = {
    errno.EACCES: NO_PERMISSION,
    errno.EPERM: NO_PERMISSION,
    errno.EROFS: "nothing can be written there. Name a folder on another drive",
    errno.ENOENT: "there is no such file or folder, and none can be made there. Check the name for slips",
    errno.EEXIST: NO_FOLDER,
    errno.ENOTDIR: NO_FOLDER,
    errno.EISDIR: "a file is needed there, and a folder stands in its place. Rename the folder",
    errno.ENOSPC: "the drive is full. Make room on it, then run this again",
    errno.EDQUOT: "your share of the drive is full. Make room in it, then run this again",
    errno.EFBIG: "it would be larger than a file may be there. Make room for it, then run this again",
    errno.ENAMETOOLONG: "the name is too long. Choose a shorter one",
}


def explain(error: OSError, command: str) -> str:
    """Say in a sentence why the system did not let a command go on, where, and how to mend it.

    Args:
        error: what the system said; one that was raised with a sentence of ours is told as it is.
        command: the command that stops, such as ``miss site``.
    """
    if isinstance(error, shutil.Error):  # which holds a list: from, to and why, for each file that was not copied
        _, place, why = error.args[0][0]
        return f"`{command}` stops at {place}: {why}."
    if error.errno is None:
        return str(error)
    if error.filename is None:
        return f"`{command}` stops: {_system_message(error)}."
    return f"`{command}` stops at {error.filename}: {reason(error)}."


def reason(error: OSError) -> str:
    """Say why the system refused a file or a folder, and how to mend it where that is known; without a full stop."""
    return REASONS.get(error.errno or 0) or _system_message(error)


def _system_message(error: OSError) -> str:
    words = error.strerror or str(error) or "the system does not say why"
    return f"{words[:1].lower()}{words[1:]}"
