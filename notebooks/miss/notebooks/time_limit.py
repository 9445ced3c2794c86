"""A time limit for code that does not belong to the course, such as a cell that somebody added to a notebook."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

REPEAT_INTERVAL_S = 1.0  # code that catches the first TimeoutError gets another one after this time


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Interrupt the body if it takes too long. There is no limit on Windows, nor outside of the main thread.

    Args:
        seconds: how long the body may take.

    Raises:
        TimeoutError: it took longer.
    """

    def interrupt(*_: object) -> None:
        raise TimeoutError(f"timed out after {seconds:g} seconds")

    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    previous = signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, seconds, REPEAT_INTERVAL_S)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, previous)
