"""What the server notes, in bounds: so many lines a minute, and a file of so many bytes."""

import logging
import os
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LINES = 300  # a minute, for each of these
LENGTH = 300  # characters of a line
LOGGERS = ("asyncio", "tornado.access", "tornado.application", "tornado.general")
BYTES = 5_000_000
MINUTE, OFTEN = 60, 2  # seconds


class FewLines(logging.Filter):
    """Lets through so many lines a minute, cut to a length, and says later how many it has left out."""

    def __init__(self) -> None:
        super().__init__()
        self.since, self.lines = -float("inf"), 0

    def filter(self, record: logging.LogRecord) -> bool:
        """Count one line, and tell whether it is kept."""
        text, before = _said(record)[:LENGTH], ""
        if time.monotonic() > self.since + MINUTE:
            before = f"({self.lines - LINES} lines like these were left out.) " if self.lines > LINES else ""
            self.since, self.lines = time.monotonic(), 0
        self.lines += 1
        record.msg, record.args = before + text, ()
        return self.lines <= LINES


def _said(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except (TypeError, ValueError):  # a slip of whoever wrote it; here it would stop their work
        return str(record.msg)


def cap_logs(own: logging.Logger) -> None:
    """Cap what Voilà notes, and what Tornado and asyncio note of each request that fails."""
    for logger in (own, *map(logging.getLogger, LOGGERS)):
        logger.addFilter(FewLines())


@contextmanager
def noted_in(log: Path) -> Iterator[None]:
    """Write to a file what this process and its kernels note, which would otherwise stand in the window.

    When the file is full, it becomes ``….old`` in place of the one before it, so that the newest are always kept.
    """
    window, done = os.dup(2), threading.Event()
    with log.open("a") as notes:  # appended to, or what follows a cut would stand far behind it
        os.dup2(notes.fileno(), 2)
    watching = threading.Thread(target=_keep_small, args=(log, done), daemon=True)
    watching.start()
    try:
        yield
    finally:  # what makes the command fail is told in the window
        done.set()
        watching.join()
        os.dup2(window, 2)
        os.close(window)


def _keep_small(log: Path, done: threading.Event) -> None:
    while not done.wait(OFTEN):
        if log.stat().st_size > BYTES:
            shutil.copyfile(log, log.with_suffix(".old"))
            os.truncate(log, 0)
