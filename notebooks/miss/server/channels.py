"""A page's connection to its kernel: one at a time, and no more said over it than a page has to say."""

import time
from typing import Any

from tornado.web import HTTPError

from ..internals.voila import KernelWebSocket

LONGEST = 64 * 1024  # bytes; a whole course's answers take a fraction
MOST, WHILE = 1024 * 1024, 10  # bytes in so many seconds: what a kernel has not read yet is kept here
OVERHEAD = 1024  # bytes that the shortest message counts for
POLICY = 1008  # RFC 6455: a message that is not what was agreed on


class ChannelsHandler(KernelWebSocket):
    """Voilà's WebSocket, within limits. Each one takes nine descriptors, whoever opens it."""

    connected: dict[str, Any] = {}  # kernel id to handler
    since, said = 0.0, 0

    @property
    def max_message_size(self) -> int:
        """Say which message closes the connection."""
        return LONGEST

    async def get(self, kernel_id: str) -> None:
        """Connect the page to its kernel for as long as the page is open, if nobody is connected.

        Raises:
            HTTPError: there is no such kernel (404), or it has its connection (409).
        """
        if kernel_id not in self.kernel_manager:
            raise HTTPError(404)
        if kernel_id in self.connected:
            raise HTTPError(409)
        self.connected[kernel_id] = self
        try:
            await super().get(kernel_id)
        finally:
            del self.connected[kernel_id]

    def on_message(self, ws_message: str | bytes) -> None:
        """Hand a message to the kernel, or close where there are too many."""
        now = time.monotonic()
        if now > self.since + WHILE:
            self.since, self.said = now, 0
        self.said += len(ws_message) + OVERHEAD
        if self.said <= MOST:
            super().on_message(ws_message)
        else:
            self.close(POLICY, "too many messages")
