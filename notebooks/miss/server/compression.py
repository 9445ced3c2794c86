"""Compressed texts: made once for all who come for them, before the first one comes."""

import asyncio
import gzip
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache, partial

from .pages import Pages


@lru_cache(maxsize=64)
def packed(body: bytes) -> bytes:
    """Compress a text of the course, once for all who come for it: thirty at a time wait for one thread."""
    return gzip.compress(body, mtime=0)


async def warm(pages: Pages) -> None:
    """Make every page and file, one after the other, so that who comes meanwhile is answered."""
    bodies: list[Callable[[], bytes]] = [partial(pages.page, name) for name in sorted(pages.names)]
    bodies += [partial(pages.error, 404), *(partial(str.encode, text) for text, _ in pages.files.values())]
    for body in bodies:
        with suppress(Exception):  # whoever asks for that page is told
            packed(body())
        await asyncio.sleep(0)
