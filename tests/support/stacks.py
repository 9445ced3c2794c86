"""Where a process stands: the stacks of all its threads, and of what its greenlets have put aside."""

import gc
import sys
import threading
import traceback
from collections.abc import Iterator
from types import FrameType

import greenlet


def stacks() -> str:
    """Write them down."""
    parts = [f"\n--- {name}\n{''.join(traceback.format_stack(frame))}" for name, frame in _frames()]
    return "".join(parts)


def _frames() -> Iterator[tuple[str, FrameType]]:
    names = {thread.ident: thread.name for thread in threading.enumerate()}
    for number, frame in sys._current_frames().items():
        yield f"thread {names.get(number, number)}", frame
    for each in gc.get_objects():  # a test that waits for Playwright is in one, while the main thread runs its loop
        if isinstance(each, greenlet.greenlet) and each.gr_frame:
            yield "greenlet", each.gr_frame
