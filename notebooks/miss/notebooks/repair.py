"""Rebuild a broken notebook from the content and its own readable cells, and keep the broken file as a backup."""

from itertools import count
from pathlib import Path

from ..files.write import write_atomically, write_errors
from .create import Cells
from .read import BrokenNotebook
from .recover import merge_cells, recover_cells

UNKNOWN_PAGE = "No page of the course has this name, so it cannot be rebuilt: repair it, or move it to another folder."


def repair(broken: BrokenNotebook, composed: Cells | None, recover: bool = True) -> tuple[Cells, int]:
    """Return the cells of the rebuilt notebook, and how many of its own could be recovered.

    Args:
        broken: the file and its defect.
        composed: the cells that the content makes of this page.
        recover: whether to use the readable cells of the broken file.

    Raises:
        BrokenNotebook: the course has no such page.
    """
    if composed is None:
        raise BrokenNotebook(broken.file, broken.defect, UNKNOWN_PAGE)
    recovered = recover_cells(_text(broken.file)) if recover else []
    return merge_cells(recovered, composed), len(recovered)


def _text(file: Path) -> str:
    return "" if file.is_dir() else file.read_bytes().decode(errors="replace")


def backup_path(file: Path) -> Path:
    """Return an unused path next to a broken notebook; its suffix is not that of a notebook."""
    paths = (file.with_name(f"{file.name}.broken{'' if n == 1 else f'-{n}'}") for n in count(1))
    return next(path for path in paths if not path.exists())


def back_up(file: Path, backup: Path) -> None:
    """Keep a broken notebook under another name.

    Raises:
        WriteError: the backup could not be written; the notebook is unchanged.
    """
    if file.is_dir():
        with write_errors(backup):
            file.rename(backup)
    else:
        write_atomically(backup, file.read_bytes())
