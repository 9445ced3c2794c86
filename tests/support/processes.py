"""Programs that a test runs: ended with all that they have started, whatever happens and however they take it."""

import signal
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

import psutil

PATIENCE = 30.0  # seconds that a program may take to end when it is asked to


@contextmanager
def running(command: Sequence[str], patience: float = PATIENCE, **options: Any) -> Iterator[subprocess.Popen[Any]]:
    """Run a program as long as the ``with`` lasts.

    Args:
        command: the program and its arguments.
        patience: seconds that it may take to end; then it is killed.
        options: for ``subprocess.Popen``.
    """
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, **options)
    try:
        yield process
    finally:
        end(process, patience)


def end(process: subprocess.Popen[Any], patience: float = PATIENCE) -> None:
    """Ask a program to end, kill it if it does not, and kill what is left of what it had started."""
    started = descendants(process.pid)
    if process.poll() is None:
        process.terminate()
        process.send_signal(signal.SIGCONT)  # a test may have stopped it
    try:
        process.wait(timeout=patience)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(timeout=PATIENCE)
    kill(psutil.wait_procs(started, timeout=5)[1])


def descendants(pid: int) -> list[psutil.Process]:
    """List what a process has started, and what that has started; its kernels have sessions of their own."""
    try:
        return list(psutil.Process(pid).children(recursive=True))
    except psutil.NoSuchProcess:
        return []


def kill(processes: Sequence[psutil.Process]) -> None:
    """End processes at once."""
    for process in processes:
        with suppress(psutil.NoSuchProcess):
            process.kill()
    psutil.wait_procs(processes, timeout=PATIENCE)


def run(command: Sequence[str], timeout: float = 240, **options: Any) -> subprocess.CompletedProcess[str]:
    """Run a program to its end and give what it printed.

    Raises:
        subprocess.TimeoutExpired: it took too long; it has been ended.
    """
    captured = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with running(command, **(captured | options)) as process:
        printed, told = process.communicate(timeout=timeout)
    return subprocess.CompletedProcess(command, process.returncode, printed, told)
