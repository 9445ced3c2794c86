"""Event loops for tests."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from typing import Any

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application

LIMIT = 60  # seconds


def in_its_own_loop(work: Coroutine[Any, Any, None]) -> None:
    """Run it beside this thread's loop, which may be the browser's."""
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, asyncio.wait_for(work, LIMIT)).result(2 * LIMIT)


@asynccontextmanager
async def serving(web: Application, server: type[HTTPServer] = HTTPServer) -> AsyncIterator[int]:
    """Answer at a free port, and give it."""
    listening, sockets = server(web), bind_sockets(0, "127.0.0.1")
    listening.add_sockets(sockets)
    try:
        yield sockets[0].getsockname()[1]
    finally:
        listening.stop()
