"""Replace a whole folder: fill a temporary folder next to it, then rename, so that nobody sees it half-written."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import CommandError, WriteError
from .write import TEMPORARY_SUFFIX, locked_folder, umask, write_errors


@contextmanager
def replace_folder(folder: Path) -> Iterator[Path]:
    """Yield an empty temporary folder to fill; it replaces ``folder`` on exit, or is deleted on an error.

    Args:
        folder: the folder to replace; a symbolic link is followed. The old content stays until the end, and is
            then deleted.

    Raises:
        WriteError: something cannot be written; the old content is unchanged.
        CommandError: ``folder`` is a file, or the working directory of this process.
    """
    folder = folder.resolve()
    _require_replaceable(folder)
    with locked_folder(folder.parent):
        with write_errors(folder):
            temporary = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", suffix=TEMPORARY_SUFFIX, dir=folder.parent))
            temporary.chmod(0o777 & ~umask())
        try:
            with write_errors(folder):
                yield temporary
                _move(temporary, folder)
        except BaseException:
            shutil.rmtree(temporary, ignore_errors=True)
            raise


def _require_replaceable(folder: Path) -> None:
    """Raise a CommandError if the path is a file, or a non-empty folder that this process was started in."""
    if folder.exists() and not folder.is_dir():
        raise WriteError(f"{folder} is a file, so no folder can be written there. Name another folder.")
    if _has_entries(folder) and Path.cwd().is_relative_to(folder.resolve()):
        raise CommandError(
            f"{folder.resolve()} is replaced as a whole, and this command was started in it. Leave it (cd ..), then "
            "run the command from there."
        )


def _has_entries(folder: Path) -> bool:
    return folder.is_dir() and any(folder.iterdir())


def _move(temporary: Path, folder: Path) -> None:
    """Move the temporary folder to its place. An empty target is filled, not replaced: a shell may be in it."""
    if not folder.exists():
        temporary.rename(folder)
    elif not _has_entries(folder):
        for entry in sorted(temporary.iterdir()):
            entry.rename(folder / entry.name)
        temporary.rmdir()
    else:
        _swap(temporary, folder)


def _swap(temporary: Path, folder: Path) -> None:
    old = temporary.with_name(f".old{temporary.name}")  # matches `temporary_files`, so the next run can delete it
    folder.rename(old)
    try:
        temporary.rename(folder)
    finally:
        if not folder.exists():
            old.rename(folder)
    shutil.rmtree(old, ignore_errors=True)
