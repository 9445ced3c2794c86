"""What is wrong with a content file, as a sentence for the person who can mend it."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Problem:
    """One thing to mend: the file, the line (counted from 1), and what was found and is accepted."""

    file: Path
    line: int
    what: str

    def __str__(self) -> str:
        return f"{_short(self.file)}:{self.line}: {self.what}."


class ContentError(Exception):
    """The course cannot be built from these files; ``problems`` says why, one by one."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


def _short(file: Path) -> str:
    """Name a file from the folder the reader stands in, where that is shorter."""
    try:
        return str(file.resolve().relative_to(Path.cwd()))
    except ValueError:
        return str(file)
