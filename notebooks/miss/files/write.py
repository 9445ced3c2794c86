"""Write files whole: beside, then renamed, so that a full drive or an interrupt leaves the old file or the new one.

Vocabulary: a *half* is what a program is writing, or was when it was killed: hidden, with the ending ``.half``.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ..errors import WriteError, reason
from .lock import one_writer

HALF = ".half"


@contextmanager
def write_errors(place: Path) -> Iterator[None]:
    """Turn the operating system's refusal to write at a place into a sentence.

    Raises:
        WriteError: it was refused.
    """
    try:
        yield
    except OSError as error:
        raise WriteError(f"{place} could not be written, and is as it was: {reason(error)}.") from error


@contextmanager
def writing_in(folder: Path) -> Iterator[None]:
    """Make a folder where it is not there, and be the only one to write in it.

    Raises:
        WriteError: it cannot be made.
        CommandError: another process writes in it and does not end.
    """
    with write_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
    with one_writer(folder):
        _remove_halves(folder)
        yield


def write_whole(file: Path, data: str | bytes) -> None:
    """Write a file so that it is never seen half-written.

    Args:
        file: what to write; of a link, what it leads to. Its folder has to be there.
        data: what it is to hold; text is written as UTF-8, with the line ends that it has.

    Raises:
        WriteError: the drive is full, or writing is not allowed; the file is as it was.
    """
    file = file.resolve()
    with write_errors(file):
        opened, name = tempfile.mkstemp(prefix=f".{file.name}-", suffix=HALF, dir=file.parent)
        half = Path(name)
        try:
            with os.fdopen(opened, "wb") as out:
                out.write(data.encode() if isinstance(data, str) else data)
                out.flush()
                os.fsync(opened)  # or a power cut might keep the rename and lose what was written
            with suppress(PermissionError):  # some file systems, such as a USB stick's, have no rights
                half.chmod(_mode(file))
            half.replace(file)
        except BaseException:
            half.unlink(missing_ok=True)
            raise


def _mode(file: Path) -> int:
    """Find the rights a file has, or would get; a temporary file is its owner's alone."""
    if file.exists():
        return file.stat().st_mode & 0o777
    return 0o666 & ~umask()


def umask() -> int:
    """Find which rights this process does not give; it can only be read by setting it."""
    kept = os.umask(0o022)
    os.umask(kept)
    return kept


def halves(folder: Path) -> list[Path]:
    """List what is being written in a folder, or was when a program was killed."""
    return list(folder.glob(f".*-????????{HALF}"))


def _remove_halves(folder: Path) -> None:
    """Remove what a killed program left: nobody else writes now."""
    for half in halves(folder):
        shutil.rmtree(half, ignore_errors=True) if half.is_dir() else half.unlink(missing_ok=True)
