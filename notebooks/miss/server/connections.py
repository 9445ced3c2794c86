"""Tornado's HTTP server with a limit on connections; an incomplete request gives way to a new connection."""

import socket
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from tornado.httpserver import HTTPServer
from tornado.httputil import HTTPMessageDelegate
from tornado.iostream import IOStream

from ..internals.tornado import connection_stream

UNACKNOWLEDGED_TIMEOUT_MS = 60_000  # a client that acknowledges none of the sent data for so long is disconnected


class LimitedHTTPServer(HTTPServer):
    """Accepts a limited number of simultaneous connections.

    At the limit, a new connection replaces the one whose request has been incomplete for longest; if there is none, the
    new one is closed. Event streams and WebSockets have sent their request, and are never closed for another.
    """

    def initialize(self, *application: Any, max_connections: int, **options: Any) -> None:
        """Set the limit; all other arguments are Tornado's."""
        super().initialize(*application, **options)
        self.max_connections = max_connections
        self.streams: set[IOStream] = set()
        self.incomplete: dict[object, IOStream] = {}  # by Tornado's connection, oldest first

    def handle_stream(self, stream: IOStream, address: Any) -> None:
        """Serve a connection, or close it if the limit is reached."""
        if not self._has_capacity():
            stream.close()
            return
        if hasattr(socket, "TCP_USER_TIMEOUT"):  # Linux
            stream.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, UNACKNOWLEDGED_TIMEOUT_MS)
        self.streams.add(stream)
        super().handle_stream(stream, address)

    def _has_capacity(self) -> bool:
        if len(self.streams) >= self.max_connections:  # only then, since WebSockets close without notice
            self.streams = {stream for stream in self.streams if not stream.closed()}
        if len(self.streams) >= self.max_connections and self.incomplete:
            oldest = self.incomplete.pop(next(iter(self.incomplete)))
            oldest.close()
            self.streams.discard(oldest)
        return len(self.streams) < self.max_connections

    def start_request(self, server_conn: Any, request_conn: Any) -> HTTPMessageDelegate:
        """Register the connection as incomplete until its next request has been received."""
        self.incomplete[server_conn] = connection_stream(server_conn)
        on_complete = partial(self.incomplete.pop, server_conn, None)
        return _CompletionDelegate(super().start_request(server_conn, request_conn), on_complete)

    def on_close(self, server_conn: object) -> None:
        """Remove a connection that has closed, or has become a WebSocket."""
        self.incomplete.pop(server_conn, None)
        super().on_close(server_conn)


class _CompletionDelegate(HTTPMessageDelegate):
    """Forwards a request, and calls a function when all of it has been received."""

    def __init__(self, delegate: HTTPMessageDelegate, on_complete: Callable[[], object]) -> None:
        self.delegate, self.on_complete = delegate, on_complete

    def headers_received(self, start_line: Any, headers: Any) -> Awaitable[None] | None:
        return self.delegate.headers_received(start_line, headers)

    def data_received(self, chunk: bytes) -> Awaitable[None] | None:
        return self.delegate.data_received(chunk)

    def finish(self) -> None:
        self.on_complete()
        self.delegate.finish()

    def on_connection_close(self) -> None:
        self.delegate.on_connection_close()
