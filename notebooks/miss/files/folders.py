"""Make a whole folder beside its place and put it there at the end, so that no half-made one is ever seen."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import CommandError, WriteError
from .write import HALF, umask, write_errors, writing_in


@contextmanager
def made_beside(folder: Path) -> Iterator[Path]:
    """Give an empty folder to fill; it takes the place of ``folder`` at the end, or goes away if filling it fails.

    Args:
        folder: where to; of a link, what it leads to. What is there stays until the end, and is then removed.

    Raises:
        WriteError: something cannot be written; what was there is as it was.
        CommandError: the folder cannot be replaced, since it is a file, or this command was started in it.
    """
    folder = folder.resolve()
    refuse(folder)
    with writing_in(folder.parent):
        with write_errors(folder):
            half = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", suffix=HALF, dir=folder.parent))
            half.chmod(0o777 & ~umask())
        try:
            with write_errors(folder):
                yield half
                _put(half, folder)
        except BaseException:
            shutil.rmtree(half, ignore_errors=True)
            raise


def refuse(folder: Path) -> None:
    """Refuse a place that no folder can be put in.

    Raises:
        CommandError: it is a file, or this command was started in it and it is not empty.
    """
    if folder.exists() and not folder.is_dir():
        raise WriteError(f"{folder} is a file, so no folder can be written there. Name another place.")
    if is_filled(folder) and Path.cwd().is_relative_to(folder.resolve()):
        raise CommandError(
            f"{folder.resolve()} is replaced as a whole, and this command was started in it. Go out of it (cd ..), and "
            "name it from there."
        )


def is_filled(folder: Path) -> bool:
    """Tell whether there is something in a folder."""
    return folder.is_dir() and any(folder.iterdir())


def _put(half: Path, folder: Path) -> None:
    """Put a folder in its place, between two renames; an empty one that is there is filled, since it may be in use."""
    if not folder.exists():
        half.rename(folder)
    elif not is_filled(folder):
        for entry in sorted(half.iterdir()):
            entry.rename(folder / entry.name)
        half.rmdir()
    else:
        _swap(half, folder)


def _swap(half: Path, folder: Path) -> None:
    old = half.with_name(f".old{half.name}")  # a name by which the next run knows it, should this one be killed here
    folder.rename(old)
    try:
        half.rename(folder)
    finally:
        if not folder.exists():
            old.rename(folder)
    shutil.rmtree(old, ignore_errors=True)
