"""Kernels for pages: a few start at a time, a limit protects the machine, and a page that closes releases its kernel.

Vocabulary: a *page id* is a random name that an open page gives itself, so that it can release its kernel even before
that has started. A *slot* is one of the limited number of kernels; a page's request acquires it.
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

from ..course import LANGUAGE_VARIABLE
from ..internals.jupyter_server import KernelManager
from ..internals.voila import request_query

PAGE_ID = r"[A-Za-z0-9-]{1,40}"
MAX_CLOSED_PAGES, CLOSED_PAGE_TTL_S = 1000, 300  # how many ids of closed pages are remembered, and for how long


class KernelUnavailable(Exception):
    """No kernel is available for this page; the page works without one."""


@dataclass
class Slot:
    """A page's slot, from its request until its kernel has shut down."""

    client: str
    pending: bool = True
    released: bool = False
    kernel: str | None = None
    shut_down: bool = False


class CourseKernels(KernelManager):
    """Voilà's kernels, each assigned to the page that requested it."""

    max_kernels = Integer(20, help="Maximum number of running kernels; further pages get none.").tag(config=True)
    max_per_address = Integer(help="Maximum number of kernels for pages at one address; by default three in five.")
    max_per_address.tag(config=True)
    max_starting = Integer(2, help="Maximum number of kernels that start at once; others wait.").tag(config=True)
    # Voilà loses the error of a kernel that dies while it starts (its port was taken): only the timeout ends that wait.
    start_timeout_s = Float(45.0, help="Seconds that a kernel may take to start and run its notebook.").tag(config=True)
    disconnect_grace_s = Float(4.0, help="Seconds after which a disconnected kernel is shut down.").tag(config=True)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.language = ""  # of the course that the kernels' notebooks belong to
        self.start_semaphore = asyncio.Semaphore(self.max_starting)
        self.slots: dict[str, Slot] = {}  # by page id
        self.closed_pages: dict[str, float] = {}  # page id to time of closing, oldest first
        self.shutdown_tasks: set[asyncio.Future[None]] = set()

    @default("max_per_address")
    def _default_max_per_address(self) -> int:
        return max(1, self.max_kernels * 3 // 5)  # a ward may share one address, but must not take every slot

    @asynccontextmanager
    async def slot(self, page: str, address: str) -> AsyncIterator[None]:
        """Hold a slot while a page's request is pending; a kernel that starts keeps it until its shutdown.

        Args:
            page: the page id; a second use of one is refused, since nobody could release the first kernel.
            address: the client's IP address.

        Raises:
            KernelUnavailable: there is no free slot, or the page has closed in the meantime.
        """
        self._check_available(page, client_key(address))
        slot = self.slots[page] = Slot(client_key(address))
        try:
            yield
        except KernelUnavailable:
            await self.release(page)
            raise
        finally:
            slot.pending = False

    def _check_available(self, page: str, client: str) -> None:
        self.slots = {page: slot for page, slot in self.slots.items() if slot.pending or slot.kernel in self}
        if not re.fullmatch(PAGE_ID, page):
            raise KernelUnavailable("the request has no valid page id")
        if page in self.slots or page in self.closed_pages:
            raise KernelUnavailable("the page has requested one before, or has closed")
        if len(self.slots) >= self.max_kernels:
            raise KernelUnavailable(f"all {self.max_kernels} are in use")
        if client and sum(slot.client == client for slot in self.slots.values()) >= self.max_per_address:
            raise KernelUnavailable(f"{client} has {self.max_per_address} already")

    async def start_kernel(self, *, env: dict[str, str] | None = None, **kwargs: Any) -> str:
        """Start a kernel for the page that the request names and that holds a slot.

        Raises:
            KernelUnavailable: the page holds no slot, or has closed in the meantime.
        """
        page = page_id(request_query(env))
        slot = self.slots.get(page)
        if slot is None or slot.kernel or slot.released:
            raise KernelUnavailable("the page has closed")
        kernel: str = await super().start_kernel(env={**(env or {}), LANGUAGE_VARIABLE: self.language}, **kwargs)
        slot.kernel = kernel
        self._schedule_shutdown(self.start_timeout_s, kernel)  # the browser may never connect
        if slot.released:
            raise KernelUnavailable("the page has closed")
        return kernel

    def notify_disconnect(self, kernel_id: str) -> None:
        """Schedule a shutdown: a browser that crashed, slept or lost its network sends no release request."""
        super().notify_disconnect(kernel_id)
        self._schedule_shutdown(self.disconnect_grace_s, kernel_id)

    def _schedule_shutdown(self, delay_s: float, kernel_id: str) -> None:
        asyncio.get_running_loop().call_later(delay_s, self._shutdown_if_disconnected, kernel_id)

    def _shutdown_if_disconnected(self, kernel_id: str) -> None:
        if kernel_id in self and not self.connection_count(kernel_id):
            self._run_in_background(self.shutdown_kernel(kernel_id, now=True))

    def _run_in_background(self, shutdown: Coroutine[Any, Any, None]) -> None:
        task = asyncio.ensure_future(shutdown)
        self.shutdown_tasks.add(task)  # asyncio holds only weak references to tasks
        task.add_done_callback(self.shutdown_tasks.discard)

    async def release(self, page: str) -> None:
        """Shut down the kernel of a page that has closed, now or as soon as it has started."""
        self._remember_closed(page)
        if slot := self.slots.get(page):
            slot.released = True
            if slot.kernel in self and not slot.shut_down:
                slot.shut_down = True
                await self.shutdown_kernel(slot.kernel, now=True)

    def _remember_closed(self, page: str) -> None:
        """A release may arrive before the request for a kernel. Anybody can send one, so few are kept, and briefly."""
        now = time.monotonic()
        self.closed_pages[page] = now
        for oldest, closed_at in list(self.closed_pages.items()):
            if len(self.closed_pages) <= MAX_CLOSED_PAGES and now < closed_at + CLOSED_PAGE_TTL_S:
                break
            del self.closed_pages[oldest]


def page_id(query: str) -> str:
    """Return the page id in a request's query, or an empty string."""
    return parse_qs(query).get("page", [""])[0]


def client_key(address: str) -> str:
    """Return what identifies a client: its IPv4 address, or its IPv6 network (a household has a whole /64).

    It is empty for the loopback address, whose pages are not limited.

    >>> client_key("192.0.2.7"), client_key("2001:db8::7"), client_key("127.0.0.1")
    ('192.0.2.7', '2001:db8::/64', '')
    """
    ip = ipaddress.ip_address(address)
    ip = getattr(ip, "ipv4_mapped", None) or ip
    if ip.is_loopback:
        return ""
    return str(ip) if ip.version == 4 else str(ipaddress.ip_network((ip.packed[:8] + bytes(8), 64)))
