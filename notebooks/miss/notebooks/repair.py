"""Make a broken notebook anew from the words, and lose nothing of it: what can be read is used, the file is kept."""

from itertools import count
from pathlib import Path

from ..files.write import write_errors, write_whole
from .create import Cells
from .read import BrokenNotebook
from .salvage import complete, salvage

NOT_NAMED = "The words name no page of this name, so it cannot be made anew: mend it, or move it to another folder."


def mended(broken: BrokenNotebook, composed: Cells | None, saving: bool = True) -> tuple[Cells, int]:
    """Make the cells of a broken notebook anew; tells also how many of its own could be read.

    Args:
        broken: what is wrong with which file.
        composed: what the words make of this page.
        saving: whether to use the cells that can be read, too.

    Raises:
        BrokenNotebook: the words name no such page.
    """
    if composed is None:
        raise BrokenNotebook(broken.file, broken.damage, NOT_NAMED)
    saved = salvage(_text(broken.file)) if saving else []
    return complete(saved, composed), len(saved)


def _text(file: Path) -> str:
    return "" if file.is_dir() else file.read_bytes().decode(errors="replace")


def unused_name(file: Path) -> Path:
    """Find a name beside a broken notebook that nothing has yet, and that no program takes for a notebook."""
    names = (file.with_name(f"{file.name}.broken{'' if n == 1 else f'-{n}'}") for n in count(1))
    return next(name for name in names if not name.exists())


def set_aside(file: Path, aside: Path) -> None:
    """Keep a broken notebook under another name.

    Raises:
        WriteError: it could not be kept, and is as it was.
    """
    if file.is_dir():
        with write_errors(aside):
            file.rename(aside)
    else:
        write_whole(aside, file.read_bytes())
