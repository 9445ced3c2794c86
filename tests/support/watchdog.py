"""Watches a run of the tests from a process of its own, and leaves nothing of it running when it ends.

`python -m tests.support.watchdog MARK SECONDS`, which ``limits.py`` starts. A pipe tells when the run has ended,
however that was; a run that goes on for too long is ended here, with the stacks of all its threads.
"""

import os
import select
import signal
import sys
from contextlib import suppress

import psutil

from tests.support.processes import kill

MARK = "TESTS_MARK"  # an environment variable, which all that a run starts inherits


def marked(mark: str) -> list[psutil.Process]:
    """List what a run has started and what that has started, if it runs still."""
    return [process for process in psutil.process_iter() if _mark(process).startswith(mark)]


def _mark(process: psutil.Process) -> str:
    try:
        return str(process.environ().get(MARK, ""))
    except (psutil.Error, OSError):  # it has ended, or belongs to somebody else
        return ""


def abort(run: psutil.Process) -> None:
    """End a run and its workers by a signal at which Python prints its stacks, in whatever C call it stands.

    One after the other, since they print to the same place; the run waits, or it would start new workers.
    """
    workers = [child for child in run.children() if child.pid != os.getpid()]
    with suppress(psutil.NoSuchProcess):
        run.suspend()
        for process in (*workers, run):
            with suppress(psutil.NoSuchProcess):
                process.send_signal(signal.SIGABRT)
                process.resume()
            psutil.wait_procs([process], timeout=10)


def watch(run: psutil.Process, mark: str, seconds: float) -> None:
    """Wait for the end of a run, or for its limit; 0 is none."""
    ended, _, _ = select.select([sys.stdin], [], [], seconds or None)
    if not ended:
        print(f"\nThe tests are not done after {seconds:g} seconds. This is where they stand:", file=sys.stderr)
        abort(run)
    kill(marked(mark))


if __name__ == "__main__":
    watch(psutil.Process(os.getppid()), sys.argv[1], float(sys.argv[2]))
