"""Kernels for pages: a few start at a time, a limit keeps the machine alive, and a page that closes ends its own.

Vocabulary: a *page id* is a random name that an open page gives itself, so that it can say goodbye even
before its kernel has started.
"""

import asyncio
from collections.abc import Coroutine
from typing import Any
from urllib.parse import parse_qs

from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from traitlets import Float, Integer


class NoKernel(Exception):
    """There is no kernel for this page, and it does without."""


class CourseKernels(AsyncMappingKernelManager):
    """Voilà's kernels, each known by the page that asked for it."""

    limit = Integer(20, help="How many kernels may live at once; a page past it stays without one.").tag(config=True)
    at_once = Integer(2, help="How many kernels may start at once; the others wait their turn.").tag(config=True)
    # A kernel that dies as it starts (another program took its port) is waited for in vain: Voilà loses that error.
    seconds = Float(45.0, help="How many seconds a kernel may take to start and run its notebook.").tag(config=True)
    patience = Float(4.0, help="How many seconds a kernel without a connection lives on.").tag(config=True)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.turn = asyncio.Semaphore(self.at_once)
        self.starting: set[str] = set()  # kernel ids; two that start together must not take one place
        self.pages: dict[str, str] = {}  # page id to kernel id
        self.closed: set[str] = set()
        self.endings: set[asyncio.Future[None]] = set()

    async def start_kernel(self, *, env: dict[str, str] | None = None, **kwargs: Any) -> str:
        """Start a kernel for the page that the request names.

        Raises:
            NoKernel: the limit is reached, or the page has closed in the meantime.
        """
        page = page_id((env or {}).get("QUERY_STRING", ""))
        self._refuse(page)
        kernel = self.new_kernel_id()
        self.starting.add(kernel)
        try:
            await super().start_kernel(kernel_id=kernel, env=env, **kwargs)
        finally:
            self.starting.discard(kernel)
        self.pages[page] = kernel
        self._end_later(self.seconds, kernel)  # a browser may be gone before it has ever connected
        if page in self.closed:
            await self.end(page)
            raise NoKernel("the page has closed")
        return kernel

    def _refuse(self, page: str) -> None:
        if page in self.closed:
            raise NoKernel("the page has closed")
        if len(self.starting.union(self.list_kernel_ids())) >= self.limit:
            raise NoKernel(f"all {self.limit} are in use")

    def notify_disconnect(self, kernel_id: str) -> None:
        """A browser that crashed, slept or lost its network says no goodbye: its kernel waits a little, then ends."""
        super().notify_disconnect(kernel_id)
        self._end_later(self.patience, kernel_id)

    def _end_later(self, seconds: float, kernel_id: str) -> None:
        asyncio.get_running_loop().call_later(seconds, self._end_if_alone, kernel_id)

    def _end_if_alone(self, kernel_id: str) -> None:
        if kernel_id in self and not self._kernel_connections.get(kernel_id):
            self._soon(self.shutdown_kernel(kernel_id, now=True))

    def _soon(self, ending: Coroutine[Any, Any, None]) -> None:
        task = asyncio.ensure_future(ending)
        self.endings.add(task)  # or it might be forgotten before it has run
        task.add_done_callback(self.endings.discard)

    async def end(self, page: str) -> None:
        """End the kernel of a page that has closed, now or as soon as it has started."""
        self.closed.add(page)
        kernel = self.pages.pop(page, None)
        if kernel in self:
            await self.shutdown_kernel(kernel, now=True)


def page_id(query: str) -> str:
    """Read the page id from a request's query; empty where there is none."""
    return parse_qs(query).get("page", [""])[0]
