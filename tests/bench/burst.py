"""Thirty first visits in the same moment, with plain HTTP clients, so that no browser takes the servers' processors."""

import asyncio
import html
import re
import time
import uuid
from contextlib import suppress

import httpx

from tests.support.web import OWN

from . import processes
from .pages import PAGE, page_headings
from .results import Burst
from .servers import Server

VISITORS = 30
PATIENCE = 180.0  # seconds
STAY = 5.0  # seconds that a page stays open behind its kernel's start
AFTER = 5.0  # seconds after the last has left


async def burst(server: Server) -> Burst:
    """Send thirty visitors at once and look at the server again when all have been gone for five seconds."""
    words = [plain(heading) for heading in page_headings()]
    before = server.kernels()
    peaks: list[int] = []
    watch = asyncio.create_task(_watch(server, peaks))
    limits = httpx.Limits(max_connections=2 * VISITORS)
    async with httpx.AsyncClient(timeout=PATIENCE, limits=limits) as client:
        received = await asyncio.gather(*(_visit(client, server, words) for _ in range(VISITORS)))
        if server.name == "ours":
            await asyncio.gather(*(_ask_for_kernel(client, server, uuid.uuid4().hex) for _ in range(VISITORS)))
    watch.cancel()
    await asyncio.sleep(AFTER)
    times, complete = zip(*received, strict=True)
    return Burst(times, sum(complete), max(peaks, default=0), server.kernels() - before)


async def _watch(server: Server, peaks: list[int]) -> None:
    """Note the memory of the server and its kernels once a second."""
    while True:
        peaks.append(processes.total_memory(server.pid))
        await asyncio.sleep(1)


async def _visit(client: httpx.AsyncClient, server: Server, headings: list[str]) -> tuple[float, bool]:
    """Give the seconds until the page was there, and whether all of it was."""
    start = time.monotonic()
    try:
        answer = await client.get(server.page)
        body = answer.text if answer.status_code == 200 else ""
    except httpx.HTTPError:
        body = ""
    took = time.monotonic() - start
    text = plain(body)
    return took, all(heading in text for heading in headings)


async def _ask_for_kernel(client: httpx.AsyncClient, server: Server, page: str) -> None:
    """Do as a page does when it is idle: ask for a kernel, and say goodbye when it closes."""
    asking = client.get(f"{server.address}voila/render/{PAGE}.ipynb", params={"page": page}, headers=OWN)
    with suppress(TimeoutError, httpx.HTTPError):  # a page may close before its kernel is there
        await asyncio.wait_for(asking, STAY)
    await client.post(f"{server.address}course/end/{page}", headers=OWN)


def plain(text: str) -> str:
    """Reduce a page to its letters, however it carries them: as HTML, or as JSON in a script."""
    text = re.sub(r"\\u([0-9a-fA-F]{4})", lambda code: chr(int(code[1], 16)), text)
    text = re.sub(r"<[^>]*>|\\n", " ", html.unescape(text))
    return re.sub(r"[\W_]+", " ", text).lower()
