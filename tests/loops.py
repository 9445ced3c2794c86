"""Event loops for tests."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any

LIMIT = 60  # seconds


def in_its_own_loop(work: Coroutine[Any, Any, None]) -> None:
    """Run it beside this thread's loop, which may be the browser's."""
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, asyncio.wait_for(work, LIMIT)).result(2 * LIMIT)
