"""A line of Python in a kernel that a server has started, by a client that leaves nothing open."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import zmq
from jupyter_client import BlockingKernelClient


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
        yield opened
    finally:
        context.destroy(linger=0)


def run_in(file: Path, code: str, timeout: float = 60) -> str:
    """Run a line and give what it prints, or the error that it ends with.

    Raises:
        TimeoutError: the kernel did not answer in time.
    """
    printed: list[str] = []

    def keep(message: dict[str, Any]) -> None:
        if message["msg_type"] in ("stream", "error"):
            printed.append(message["content"].get("text") or message["content"]["evalue"])

    with client(file) as kernel:
        kernel.execute_interactive(code, output_hook=keep, allow_stdin=False, timeout=timeout)
    return re.sub(r"\x1b\[[0-9;]*m", "", "".join(printed)).strip()
