"""What is wrong with a content file, as a sentence for the person who can mend it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

# An error keeps the course from being taught as it stands; a warning is to be judged; a notice is to be known.
Level = Literal["error", "warning", "notice"]


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


class ContentError(Exception):
    """The course cannot be built from these files; ``problems`` says why, one by one."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


def short_name(file: Path) -> str:
    """Name a file from the folder the reader stands in, where that is shorter."""
    try:
        return file.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(file)


def brief(found: str, most: int = 60) -> str:
    """Quote what somebody wrote so that a message stays on one line that any terminal can show."""
    shown = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in found)
    return shown if len(shown) <= most else f"{shown[:most]}…"
