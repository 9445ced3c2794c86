"""A folder for files of fixed names: it may hold those of an earlier run, and nothing of the user's."""

from collections.abc import Iterable
from pathlib import Path

from ..errors import CommandError
from ..files.write import temporary_files


def require_own_folder(folder: Path, names: Iterable[str]) -> None:
    """Raise an error if files of these names cannot be written into a folder, or others are in it.

    Raises:
        CommandError: it is a file, or holds other files.
    """
    if folder.exists() and not folder.is_dir():
        raise CommandError(f"{folder} is a file. Name an empty or a new folder.")
    own = {folder / name for name in names}.union(temporary_files(folder))
    if others := [file.name for file in folder.glob("*") if file not in own]:
        raise CommandError(f"{folder} holds other files, such as {others[0]}. Name an empty or a new folder.")
