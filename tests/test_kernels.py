"""How many kernels live, when several are asked for in the same moment."""

import asyncio
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path

from miss.server.kernels import CourseKernels, NoKernel


@asynccontextmanager
async def some_kernels(folder: Path, limit: int) -> AsyncIterator[CourseKernels]:
    """Kernels that end with the ``with``, and whose client leaves no socket for the garbage collector to wait for."""
    kernels = CourseKernels(limit=limit, connection_dir=str(folder), root_dir=str(folder))
    try:
        yield kernels
    finally:
        try:
            await asyncio.wait_for(kernels.shutdown_all(now=True), 60)
        finally:
            kernels.context.destroy(linger=0)


async def start(kernels: CourseKernels, page: str) -> str:
    async with kernels.place(page, "127.0.0.1"):
        return await kernels.start_kernel(env={"QUERY_STRING": f"page={page}"})


def test_two_that_start_together_do_not_share_the_last_place(tmp_path: Path) -> None:
    async def start_two() -> list[object]:
        async with some_kernels(tmp_path, limit=1) as kernels, asyncio.timeout(120):
            asked = (start(kernels, name) for name in ("first", "second"))
            started = await asyncio.gather(*asked, return_exceptions=True)
            assert len(kernels) == 1
            return list(started)

    with ThreadPoolExecutor(1) as pool:  # this thread's loop may be the browser's
        started = pool.submit(asyncio.run, start_two()).result(timeout=180)
    assert sorted(type(one) for one in started if isinstance(one, NoKernel)) == [NoKernel]
