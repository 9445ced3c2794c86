"""Gzip compression of responses, cached and done before the first request."""

import asyncio
import gzip
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache, partial

from .pages import Pages


@lru_cache(maxsize=64)
def compressed(body: bytes) -> bytes:
    """Return a body compressed by gzip, cached: thirty visitors at a time share this one thread."""
    return gzip.compress(body, mtime=0)


async def warm_cache(pages: Pages) -> None:
    """Render and compress every page and file, yielding to the event loop after each so that requests are served."""
    bodies: list[Callable[[], bytes]] = [partial(pages.page, name) for name in sorted(pages.names)]
    texts = [content for content, _ in pages.files.values() if isinstance(content, str)]
    bodies += [partial(pages.error, 404), *(partial(str.encode, text) for text in texts)]
    for body in bodies:
        with suppress(Exception):  # a request for that page reports it
            compressed(body())
        await asyncio.sleep(0)
