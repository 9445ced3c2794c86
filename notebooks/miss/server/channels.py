"""The WebSocket between a page and its kernel: one per kernel, with limits on message size and traffic."""

import time
from typing import Any

from tornado.web import HTTPError

from ..internals.voila import KernelWebSocket

MAX_MESSAGE_BYTES = 64 * 1024  # a whole course's answers take a fraction
MAX_WINDOW_BYTES, WINDOW_S = 1024 * 1024, 10  # what a kernel has not read yet is buffered in this process
MESSAGE_OVERHEAD_BYTES = 1024  # added to the size of each message, so that many short ones count, too
POLICY_VIOLATION = 1008  # WebSocket close code (RFC 6455)


class ChannelsHandler(KernelWebSocket):
    """Voilà's WebSocket, within limits. Each connection takes nine file descriptors, whoever opens it."""

    connected: dict[str, Any] = {}  # kernel id to handler
    window_start, window_bytes = 0.0, 0

    @property
    def max_message_size(self) -> int:
        """The size in bytes above which a message closes the connection."""
        return MAX_MESSAGE_BYTES

    async def get(self, kernel_id: str) -> None:
        """Connect the page to its kernel until the page closes.

        Raises:
            HTTPError: there is no such kernel (404), or it already has a connection (409).
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
        """Forward a message to the kernel, or close the connection if the rate limit is exceeded."""
        now = time.monotonic()
        if now > self.window_start + WINDOW_S:
            self.window_start, self.window_bytes = now, 0
        self.window_bytes += len(ws_message) + MESSAGE_OVERHEAD_BYTES
        if self.window_bytes <= MAX_WINDOW_BYTES:
            super().on_message(ws_message)
        else:
            self.close(POLICY_VIOLATION, "too many messages")
