"""Waiting on a machine that may be busy: until something is so, and never for ever."""

import time
from collections.abc import Callable
from typing import TypeVar

Found = TypeVar("Found")
STEP = 0.1  # seconds


def wait_until(look: Callable[[], Found], what: str, seconds: float = 120) -> Found:
    """Look again and again until something true is found, and give it.

    Args:
        look: gives what is wanted, or something false.
        what: what is waited for, as a message names it.
        seconds: when to give up.

    Raises:
        AssertionError: it did not come in time.
    """
    end = time.monotonic() + seconds
    while not (found := look()):
        if time.monotonic() > end:
            raise AssertionError(f"waited {seconds:g} seconds for this: {what}")
        time.sleep(STEP)
    return found
