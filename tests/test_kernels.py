"""How many kernels live, when several are asked for in the same moment."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from miss.deliver.kernels import CourseKernels, NoKernel


async def start(kernels: CourseKernels, page: str) -> str:
    async with kernels.place(page, "127.0.0.1"):
        return await kernels.start_kernel(env={"QUERY_STRING": f"page={page}"})


def test_two_that_start_together_do_not_share_the_last_place(tmp_path: Path) -> None:
    async def start_two() -> list[object]:
        kernels = CourseKernels(limit=1, connection_dir=str(tmp_path), root_dir=str(tmp_path))
        asked = (start(kernels, name) for name in ("first", "second"))
        started = await asyncio.gather(*asked, return_exceptions=True)
        assert len(kernels) == 1
        await kernels.shutdown_all(now=True)
        return list(started)

    with ThreadPoolExecutor(1) as pool:  # this thread's loop may be the browser's
        started = pool.submit(asyncio.run, start_two()).result()
    assert sorted(type(one) for one in started if isinstance(one, NoKernel)) == [NoKernel]
