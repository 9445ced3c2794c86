"""Write files atomically: a full drive or an interrupt leaves the old file or the new one.

A temporary file or folder is hidden and ends in ``.half``, so that the next run can delete what a killed one left.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ..errors import WriteError, reason
from .lock import folder_lock

TEMPORARY_SUFFIX = ".half"


@contextmanager
def write_errors(path: Path) -> Iterator[None]:
    """Turn an OSError from writing at a path into a WriteError.

    Raises:
        WriteError: the operating system refused.
    """
    try:
        yield
    except OSError as error:
        raise WriteError(f"{path} could not be written and is unchanged: {reason(error)}.") from error


@contextmanager
def locked_folder(folder: Path) -> Iterator[None]:
    """Create a folder if it is missing, and hold the exclusive right to write in it.

    Raises:
        WriteError: it cannot be created.
        CommandError: another process held the lock until the timeout.
    """
    with write_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
    with folder_lock(folder):
        _remove_temporary_files(folder)
        yield


def write_atomically(file: Path, data: str | bytes) -> None:
    """Replace a file's content atomically.

    Args:
        file: the file to write; a symbolic link is followed. Its folder has to exist.
        data: the new content; text is encoded as UTF-8, and its line ends are not changed.

    Raises:
        WriteError: the drive is full, or writing is not permitted; the file is unchanged.
    """
    file = file.resolve()
    with write_errors(file):
        descriptor, name = tempfile.mkstemp(prefix=f".{file.name}-", suffix=TEMPORARY_SUFFIX, dir=file.parent)
        temporary = Path(name)
        try:
            with os.fdopen(descriptor, "wb") as stream:
                stream.write(data.encode() if isinstance(data, str) else data)
                stream.flush()
                os.fsync(descriptor)  # a power cut could otherwise keep the rename and lose the data
            with suppress(PermissionError):  # some file systems, such as a USB stick's, have no permissions
                temporary.chmod(_mode(file))
            temporary.replace(file)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise


def _mode(file: Path) -> int:
    """Return the mode of a file, or that of a new one; mkstemp makes files that only their owner can read."""
    if file.exists():
        return file.stat().st_mode & 0o777
    return 0o666 & ~umask()


def umask() -> int:
    """Return the process's umask; it can only be read by setting it."""
    current = os.umask(0o022)
    os.umask(current)
    return current


def temporary_files(folder: Path) -> list[Path]:
    """List the temporary files and folders in a folder: in use, or left by a killed process."""
    return list(folder.glob(f".*-????????{TEMPORARY_SUFFIX}"))


def _remove_temporary_files(folder: Path) -> None:
    """Delete what killed processes left; the caller holds the lock, so none is in use."""
    for path in temporary_files(folder):
        shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink(missing_ok=True)
