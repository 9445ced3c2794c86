"""Read a notebook, or say in a sentence why it cannot be read and how it is mended."""

import json
import re
from pathlib import Path
from typing import NamedTuple

import nbformat

from ..errors import CourseError, brief, short_name

CONFLICT = re.compile(r"^(<{7} |={7}$|>{7} )", re.MULTILINE)
ANEW = "`miss notebooks` makes a page of the course anew from the words, and keeps the broken file beside it."
GIT = "With git, `git checkout -- {name}` brings back what was last committed"


class Damage(NamedTuple):
    """What is wrong with a notebook's text, and in which line (counted from 1)."""

    why: str
    line: int = 1


class UnreadableNotebook(CourseError):
    """The file is there, but not for us to read; it may well be whole."""


class BrokenNotebook(CourseError):
    """The file is no notebook any more; ``damage`` says what is wrong with it."""

    def __init__(self, file: Path, damage: Damage, mend: str = ANEW) -> None:
        name = short_name(file)
        self.file, self.damage = file, damage
        self.what = f"{damage.why}. {mend} {GIT.format(name=name)}"
        super().__init__(f"{name}:{damage.line}: {self.what}.")

    def made_anew(self, saved: int, aside: Path) -> str:
        """Say what was wrong, what the notebook is made of now, and where the broken one is kept."""
        name = short_name(self.file)
        cells = f" and the {saved} cells that could be read" if saved else ""
        return (
            f"{name}:{self.damage.line}: {self.damage.why}. It is made anew from the words{cells}; the broken file is "
            f"kept beside it as {aside.name}, for what else you wrote in it."
        )


def notebooks(folder: Path) -> list[Path]:
    """List the notebooks of a course, the home page first; hidden files are other programs' own."""
    return sorted(folder.glob("[!.]*.ipynb"), key=lambda file: (file.stem != "index", file.stem))


def is_check(cell: nbformat.NotebookNode) -> bool:
    """Tell the cells that drive the widgets from Python: they are for whoever opens the notebook, not for a page."""
    return "check" in cell.metadata.get("tags", [])


def read_notebook(file: Path) -> nbformat.NotebookNode:
    """Read a notebook, as format 4.

    Raises:
        BrokenNotebook: it is empty, cut, torn by a merge, or something else than a notebook.
        UnreadableNotebook: reading it is not allowed, or failed.
    """
    try:
        text = file.read_bytes().decode()
    except IsADirectoryError:
        raise BrokenNotebook(file, Damage("this is a folder, where a notebook should be")) from None
    except UnicodeDecodeError as error:
        raise BrokenNotebook(file, Damage(f"this is not text in UTF-8 ({error.reason})")) from None
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise UnreadableNotebook(f"{short_name(file)} cannot be read: {why}. See that it is yours to read.") from error
    return _parsed(file, text)


def _parsed(file: Path, text: str) -> nbformat.NotebookNode:
    if found := damage(text):
        raise BrokenNotebook(file, found)
    invalid: dict[str, Exception] = {}
    try:
        notebook = nbformat.reads(text, as_version=4, capture_validation_error=invalid)
    except (nbformat.NBFormatError, nbformat.ValidationError) as error:
        raise BrokenNotebook(file, Damage(f"this is not a notebook: {_brief(error)}")) from error
    except Exception as error:  # a conversion fails in as many ways as a file can differ from what it looks for
        raise BrokenNotebook(file, Damage("this is JSON, but not a notebook")) from error
    if invalid:
        raise BrokenNotebook(file, Damage(f"this is not a whole notebook: {_brief(invalid['ValidationError'])}"))
    return notebook


def damage(text: str) -> Damage | None:
    """Find what keeps a text from being JSON."""
    if not text.strip():
        return Damage("the file is empty")
    if torn := CONFLICT.search(text):
        return Damage(f"a merge was not finished here ({torn[1].strip()})", line_at(text, torn.start()))
    try:
        json.loads(text)
    except RecursionError:
        return Damage("this is no notebook: it goes too deep")
    except json.JSONDecodeError as error:
        if error.msg.startswith("Unterminated string") or not text[error.pos :].strip():
            return Damage("the file ends in the middle", line_at(text, len(text)))
        return Damage(f"this is not JSON: {error.msg.lower()}", error.lineno)
    return None


def line_at(text: str, position: int) -> int:
    """Find the line (counted from 1) that a position of a text is in."""
    return text.count("\n", 0, position) + 1


def _brief(error: Exception) -> str:
    return brief(str(getattr(error, "message", error)).strip().split("\n")[0].rstrip("."), most=120)
