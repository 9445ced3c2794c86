"""Bounded logs: a limit on lines per minute, and on the size of the log file."""

import logging
import os
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MAX_LINES = 300  # per window, for each logger
MAX_LINE_LENGTH = 300  # characters
WINDOW_S = 60
LOGGERS = ("asyncio", "tornado.access", "tornado.application", "tornado.general")
MAX_FILE_BYTES = 5_000_000
ROTATION_INTERVAL_S = 2


class RateLimitFilter(logging.Filter):
    """Truncates lines, drops those above the limit of a time window, and reports their number in the next one."""

    def __init__(self) -> None:
        super().__init__()
        self.window_start, self.lines = -float("inf"), 0

    def filter(self, record: logging.LogRecord) -> bool:
        """Count a record, and return whether to log it."""
        text, prefix = _message(record)[:MAX_LINE_LENGTH], ""
        if time.monotonic() > self.window_start + WINDOW_S:
            prefix = f"({self.lines - MAX_LINES} lines like these were left out.) " if self.lines > MAX_LINES else ""
            self.window_start, self.lines = time.monotonic(), 0
        self.lines += 1
        record.msg, record.args = prefix + text, ()
        return self.lines <= MAX_LINES


def _message(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except (TypeError, ValueError):  # wrong arguments in a library's logging call must not fail the request
        return str(record.msg)


def limit_logging(app_logger: logging.Logger) -> None:
    """Limit the records of Voilà, and those of Tornado and asyncio for each failed request."""
    for logger in (app_logger, *map(logging.getLogger, LOGGERS)):
        logger.addFilter(RateLimitFilter())


@contextmanager
def redirect_stderr(log: Path) -> Iterator[None]:
    """Redirect stderr of this process and its kernels to a file, so that the terminal shows only the instructions.

    A full file is moved to ``….old``, replacing the previous one, so that the newest lines are always kept.
    """
    terminal, stop = os.dup(2), threading.Event()
    with log.open("a") as file:  # append mode, or writes after the truncation would continue at the old offset
        os.dup2(file.fileno(), 2)
    rotation = threading.Thread(target=_rotate, args=(log, stop), daemon=True)
    rotation.start()
    try:
        yield
    finally:  # an error that ends the command is printed to the terminal
        stop.set()
        rotation.join()
        os.dup2(terminal, 2)
        os.close(terminal)


def _rotate(log: Path, stop: threading.Event) -> None:
    while not stop.wait(ROTATION_INTERVAL_S):
        if log.stat().st_size > MAX_FILE_BYTES:
            shutil.copyfile(log, log.with_suffix(".old"))
            os.truncate(log, 0)
