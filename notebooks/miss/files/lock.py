"""An exclusive lock on a folder between processes; the operating system releases it when the process ends."""

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

    def _open(folder: Path) -> int:
        """Open a lock file for the folder: Windows cannot lock folders."""
        name = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]
        return os.open(Path(tempfile.gettempdir()) / f"{name}.lock", os.O_RDWR | os.O_CREAT)

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl
    import os

    def _open(folder: Path) -> int:
        return os.open(folder, os.O_RDONLY)

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


LOCK_TIMEOUT_S = 60.0  # storing a whole course takes a few seconds
RETRY_INTERVAL_S = 0.1


@contextmanager
def folder_lock(folder: Path) -> Iterator[None]:
    """Hold an exclusive lock on a folder, after waiting for other processes to release it.

    Args:
        folder: an existing folder. No lock file is written in it, so a crash leaves nothing behind.

    Raises:
        CommandError: another process held the lock until the timeout.
    """
    descriptor = _open(folder)
    try:
        _acquire(descriptor, folder)
        yield
    finally:
        os.close(descriptor)  # releases the lock


def _acquire(descriptor: int, folder: Path) -> None:
    deadline = time.monotonic() + LOCK_TIMEOUT_S
    while not _try_lock(descriptor):
        if time.monotonic() > deadline:
            raise CommandError(
                f"Another program has been writing in {folder} for {LOCK_TIMEOUT_S:g} seconds. Wait for it to end, or "
                "stop it with Ctrl+C in its window; then run this again."
            )
        time.sleep(RETRY_INTERVAL_S)


def _try_lock(descriptor: int) -> bool:
    try:
        _lock(descriptor)
    except (BlockingIOError, PermissionError):  # held by another process; Windows raises PermissionError
        return False
    except OSError:
        return True  # the file system does not support locks; writes are still atomic
    return True
