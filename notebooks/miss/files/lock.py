"""One writer at a time: a lock between processes, held by the operating system, which lets go of it when they end."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import CommandError

if sys.platform == "win32":
    import hashlib
    import msvcrt
    import os
    import tempfile

    def _opened(folder: Path) -> int:
        """Open a file that stands for the folder: Windows locks no folders."""
        name = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]
        return os.open(Path(tempfile.gettempdir()) / f"{name}.lock", os.O_RDWR | os.O_CREAT)

    def _lock(opened: int) -> None:
        msvcrt.locking(opened, msvcrt.LK_NBLCK, 1)

else:
    import fcntl
    import os

    def _opened(folder: Path) -> int:
        return os.open(folder, os.O_RDONLY)

    def _lock(opened: int) -> None:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)


PATIENCE = 60.0  # seconds; to store a whole course takes a few
PAUSE = 0.1  # seconds


@contextmanager
def one_writer(folder: Path) -> Iterator[None]:
    """Wait until no other process writes in a folder, then keep others waiting.

    Args:
        folder: has to be there. Nothing is written in it, so a crash leaves no lock behind.

    Raises:
        CommandError: another process still writes.
    """
    opened = _opened(folder)
    try:
        _wait(opened, folder)
        yield
    finally:
        os.close(opened)  # which lets go of the lock, too


def _wait(opened: int, folder: Path) -> None:
    until = time.monotonic() + PATIENCE
    while not _locked(opened):
        if time.monotonic() > until:
            raise CommandError(
                f"Another program has been writing in {folder} for {PATIENCE:g} seconds. Wait for it to end, or end it "
                "with Ctrl+C in its window; then run this again."
            )
        time.sleep(PAUSE)


def _locked(opened: int) -> bool:
    try:
        _lock(opened)
    except (BlockingIOError, PermissionError):  # held by another process; Windows says it the second way
        return False
    except OSError:
        return True  # this file system has no locks; files are still written whole
    return True
