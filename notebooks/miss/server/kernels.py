"""Kernels for pages: a few start at a time, a limit keeps the machine alive, and a page that closes ends its own.

Vocabulary: a *page id* is a random name that an open page gives itself, so that it can say goodbye even
before its kernel has started. A *place* is one of the limited number of kernels, taken as soon as a page asks.
"""

import asyncio
import ipaddress
import re
import time
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs

from traitlets import Float, Integer, default

from ..course import LANGUAGE
from ..internals.jupyter_server import KernelManager
from ..internals.voila import request_query

PAGE_ID = r"[A-Za-z0-9-]{1,40}"
REMEMBERED, MINUTES = 1000, 5  # closed pages: how many, and for how long


class NoKernel(Exception):
    """There is no kernel for this page, and it does without."""


@dataclass
class Place:
    """What a page has from when it asks until its kernel ends."""

    client: str
    asking: bool = True
    closed: bool = False
    kernel: str | None = None
    ended: bool = False


class CourseKernels(KernelManager):
    """Voilà's kernels, each known by the page that asked for it."""

    limit = Integer(20, help="How many kernels may live at once; a page past it stays without one.").tag(config=True)
    per_address = Integer(help="How many of them pages at one address may have; three of five where it is not said.")
    per_address.tag(config=True)
    at_once = Integer(2, help="How many kernels may start at once; the others wait their turn.").tag(config=True)
    # A kernel that dies as it starts (another program took its port) is waited for in vain: Voilà loses that error.
    seconds = Float(45.0, help="How many seconds a kernel may take to start and run its notebook.").tag(config=True)
    patience = Float(4.0, help="How many seconds a kernel without a connection lives on.").tag(config=True)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.language = ""  # of the course that the kernels' notebooks belong to
        self.turn = asyncio.Semaphore(self.at_once)
        self.places: dict[str, Place] = {}  # by page id
        self.closed: dict[str, float] = {}  # page id to when, the first one first
        self.endings: set[asyncio.Future[None]] = set()

    @default("per_address")
    def _most_of_them(self) -> int:
        return max(1, self.limit * 3 // 5)  # a ward may share one address, and yet must not keep all others out

    @asynccontextmanager
    async def place(self, page: str, address: str) -> AsyncIterator[None]:
        """Keep a place for a page while it waits for its kernel, and afterwards for as long as that lives.

        Args:
            page: its page id; the second use of one is refused, since nobody could end the first kernel.
            address: the client's.

        Raises:
            NoKernel: there is no place for it, or none any more.
        """
        self._refuse(page, client(address))
        place = self.places[page] = Place(client(address))
        try:
            yield
        except NoKernel:
            await self.end(page)
            raise
        finally:
            place.asking = False

    def _refuse(self, page: str, client: str) -> None:
        self.places = {page: place for page, place in self.places.items() if place.asking or place.kernel in self}
        if not re.fullmatch(PAGE_ID, page):
            raise NoKernel("it does not say which page it is")
        if page in self.places or page in self.closed:
            raise NoKernel("the page has asked before, or has closed")
        if len(self.places) >= self.limit:
            raise NoKernel(f"all {self.limit} are in use")
        if client and sum(place.client == client for place in self.places.values()) >= self.per_address:
            raise NoKernel(f"{client} has {self.per_address} already")

    async def start_kernel(self, *, env: dict[str, str] | None = None, **kwargs: Any) -> str:
        """Start a kernel for the page that the request names, which has its place.

        Raises:
            NoKernel: it has none, or has closed in the meantime.
        """
        page = page_id(request_query(env))
        place = self.places.get(page)
        if place is None or place.kernel or place.closed:
            raise NoKernel("the page has closed")
        kernel: str = await super().start_kernel(env={**(env or {}), LANGUAGE: self.language}, **kwargs)
        place.kernel = kernel
        self._end_later(self.seconds, kernel)  # a browser may be gone before it has ever connected
        if place.closed:
            raise NoKernel("the page has closed")
        return kernel

    def notify_disconnect(self, kernel_id: str) -> None:
        """A browser that crashed, slept or lost its network says no goodbye: its kernel waits a little, then ends."""
        super().notify_disconnect(kernel_id)
        self._end_later(self.patience, kernel_id)

    def _end_later(self, seconds: float, kernel_id: str) -> None:
        asyncio.get_running_loop().call_later(seconds, self._end_if_alone, kernel_id)

    def _end_if_alone(self, kernel_id: str) -> None:
        if kernel_id in self and not self.connections(kernel_id):
            self._soon(self.shutdown_kernel(kernel_id, now=True))

    def _soon(self, ending: Coroutine[Any, Any, None]) -> None:
        task = asyncio.ensure_future(ending)
        self.endings.add(task)  # or it might be forgotten before it has run
        task.add_done_callback(self.endings.discard)

    async def end(self, page: str) -> None:
        """End the kernel of a page that has closed, now or as soon as it has started."""
        self._remember(page)
        if place := self.places.get(page):
            place.closed = True
            if place.kernel in self and not place.ended:
                place.ended = True
                await self.shutdown_kernel(place.kernel, now=True)

    def _remember(self, page: str) -> None:
        """A goodbye may overtake the question. Anybody can say one, so few are kept, and not for long."""
        now = time.monotonic()
        self.closed[page] = now
        for old, since in list(self.closed.items()):
            if len(self.closed) <= REMEMBERED and now < since + 60 * MINUTES:
                break
            del self.closed[old]


def page_id(query: str) -> str:
    """Read the page id from a request's query; empty where there is none."""
    return parse_qs(query).get("page", [""])[0]


def client(address: str) -> str:
    """Name whose address it is: a household has a whole network in IPv6; this machine itself has no name.

    >>> client("192.0.2.7"), client("2001:db8::7"), client("127.0.0.1")
    ('192.0.2.7', '2001:db8::/64', '')
    """
    number = ipaddress.ip_address(address)
    number = getattr(number, "ipv4_mapped", None) or number
    if number.is_loopback:
        return ""
    return str(number) if number.version == 4 else str(ipaddress.ip_network((number.packed[:8] + bytes(8), 64)))
