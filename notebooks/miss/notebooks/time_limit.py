"""A limit of time for code that is not the course's own, such as a cell that somebody added to a notebook."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

AGAIN = 1.0  # seconds until code that has caught its end is ended once more


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """End what runs in the ``with`` if it takes longer; without a limit on Windows and outside of the main thread.

    Args:
        seconds: how long it may take.

    Raises:
        TimeoutError: it took longer.
    """

    def end(*_: object) -> None:
        raise TimeoutError(f"it has not ended after {seconds:g} seconds")

    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, end)
    signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
