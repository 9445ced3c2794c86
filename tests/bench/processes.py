"""What a server and all that it has started cost: processor time and memory, by psutil."""

import time

import psutil

QUIET = 0.15  # share of one processor under which a server is at rest
WINDOW = 1.0  # seconds


def cpu_seconds(pid: int) -> float:
    """Add up the processor time of a process, of its children that live, and of those that have ended."""
    server = psutil.Process(pid)
    own = server.cpu_times()
    ended = own.children_user + own.children_system
    return own.user + own.system + ended + sum(map(_time_of, server.children(recursive=True)))


def _time_of(process: psutil.Process) -> float:
    try:
        times = process.cpu_times()
    except psutil.NoSuchProcess:
        return 0.0
    return times.user + times.system


def kernels(pid: int) -> list[psutil.Process]:
    """List the kernels of a server that live now."""
    return [child for child in psutil.Process(pid).children(recursive=True) if _is_kernel(child)]


def _is_kernel(process: psutil.Process) -> bool:
    try:
        return any("ipykernel" in word for word in process.cmdline())
    except (psutil.NoSuchProcess, psutil.ZombieProcess):
        return False


def kernel_memory(pid: int) -> float:
    """Give the mean resident memory of a kernel in bytes; each open page has one, so it is the price of a session."""
    sizes = [process.memory_info().rss for process in kernels(pid)]
    return sum(sizes) / len(sizes) if sizes else 0.0


def total_memory(pid: int) -> int:
    """Give the resident memory of a server and all its kernels in bytes."""
    return sum(process.memory_info().rss for process in [psutil.Process(pid), *kernels(pid)])


def wait_until_quiet(pid: int, patience: float = 30.0) -> None:
    """Wait until a server has nothing more to do, or for half a minute."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        before = cpu_seconds(pid)
        time.sleep(WINDOW)
        if cpu_seconds(pid) - before < QUIET * WINDOW:
            return
