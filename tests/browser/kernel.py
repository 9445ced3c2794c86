"""A line of Python in a kernel that a server has started, by a client that leaves nothing open."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import zmq
from jupyter_client import BlockingKernelClient

READY = 60  # seconds that a kernel may take to answer at all


@contextmanager
def client(file: Path) -> Iterator[BlockingKernelClient]:
    """Connect to the kernel of a connection file.

    The client's sockets get a ZeroMQ context of their own, which is closed here: left to the garbage collector, it
    would wait for an open socket for ever, in whatever the test is doing then.
    """
    context = zmq.Context()
    try:
        opened = BlockingKernelClient(connection_file=str(file), context=context)
        opened.load_connection_file()
        opened.start_channels(hb=False)  # whose thread a quick answer would overtake
        opened.wait_for_ready(READY)  # what a kernel prints before its output is listened to is lost
        yield opened
    finally:
        context.destroy(linger=0)


def run_in(file: Path, code: str, timeout: float = 60) -> str:
    """Run a line and give what it prints, or the error that it ends with.

    Raises:
        RuntimeError: the kernel did not answer in time.
        TimeoutError: it did not end in time what it was asked to run.
    """
    printed: list[str] = []

    def keep(message: dict[str, Any]) -> None:
        if message["msg_type"] in ("stream", "error"):
            printed.append(message["content"].get("text") or message["content"]["evalue"])

    with client(file) as kernel:
        kernel.execute_interactive(code, output_hook=keep, allow_stdin=False, timeout=timeout)
    return re.sub(r"\x1b\[[0-9;]*m", "", "".join(printed)).strip()
