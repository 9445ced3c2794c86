"""The tests' own line to a kernel hears all that the kernel prints, however late its output is connected."""

import json
import socket
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from jupyter_client.connect import write_connection_file

from tests.support.processes import running

from .kernel import run_in

LATE = 1.0  # seconds


@contextmanager
def connected_late(port: int) -> Iterator[int]:
    """Give a port that leads to another one, after a while."""

    def meet() -> None:
        here, _ = listening.accept()
        with here, socket.create_connection(("127.0.0.1", port), timeout=30) as there:
            time.sleep(LATE)
            back = pool.submit(pass_on, there, here)
            pass_on(here, there)
            back.result(timeout=30)

    with ThreadPoolExecutor(2) as pool, socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(30)
        met = pool.submit(meet)
        yield int(listening.getsockname()[1])
        met.result(timeout=60)


def pass_on(source: socket.socket, target: socket.socket) -> None:
    source.settimeout(30)
    while data := source.recv(65536):
        target.sendall(data)
    target.shutdown(socket.SHUT_WR)


def test_what_is_printed_before_the_output_is_connected_is_heard(tmp_path: Path) -> None:
    file = tmp_path / "kernel.json"
    _, connection = write_connection_file(str(file))
    with running([sys.executable, "-m", "ipykernel_launcher", "-f", str(file)], 30):
        assert run_in(file, "print(6 * 7)") == "42"
        with connected_late(int(connection["iopub_port"])) as port:
            late = tmp_path / "late.json"
            late.write_text(json.dumps(json.loads(file.read_text()) | {"iopub_port": port}))
            assert run_in(late, "print(6 * 7)", timeout=20) == "42"
