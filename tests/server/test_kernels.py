"""The limit on kernels holds for simultaneous requests."""

import asyncio
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path

from miss.server.kernels import CourseKernels, KernelUnavailable


@asynccontextmanager
async def some_kernels(folder: Path, limit: int) -> AsyncIterator[CourseKernels]:
    """Yield a kernel manager, then shut down its kernels and its ZeroMQ context, which may block when collected."""
    kernels = CourseKernels(max_kernels=limit, connection_dir=str(folder), root_dir=str(folder))
    try:
        yield kernels
    finally:
        try:
            await asyncio.wait_for(kernels.shutdown_all(now=True), 60)
        finally:
            kernels.context.destroy(linger=0)


async def start(kernels: CourseKernels, page: str) -> str:
    async with kernels.slot(page, "127.0.0.1"):
        return await kernels.start_kernel(env={"QUERY_STRING": f"page={page}"})


def test_simultaneous_starts_do_not_share_the_last_slot(tmp_path: Path) -> None:
    async def start_two() -> list[object]:
        async with some_kernels(tmp_path, limit=1) as kernels, asyncio.timeout(120):
            starts = (start(kernels, name) for name in ("first", "second"))
            started = await asyncio.gather(*starts, return_exceptions=True)
            assert len(kernels) == 1
            return list(started)

    with ThreadPoolExecutor(1) as pool:  # Playwright may run a loop in this thread
        started = pool.submit(asyncio.run, start_two()).result(timeout=180)
    assert [type(error) for error in started if isinstance(error, Exception)] == [KernelUnavailable]
