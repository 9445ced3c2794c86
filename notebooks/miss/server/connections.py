"""Tornado's HTTP server, within a number of connections: who sends half a request and waits gives way."""

import socket
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from tornado.httpserver import HTTPServer
from tornado.httputil import HTTPMessageDelegate
from tornado.iostream import IOStream

from ..internals.tornado import stream_of

UNREAD = 60_000  # milliseconds in which a client takes nothing of what it is sent, after which it counts as gone


class CourseServer(HTTPServer):
    """Takes so many connections at once.

    One past it takes the place of the one that has waited longest for a whole request; where none waits, it is closed.
    Event streams and WebSockets have sent theirs, and are never closed for another.
    """

    def initialize(self, *application: Any, most: int, **options: Any) -> None:
        """Take how many there may be; the rest is Tornado's."""
        super().initialize(*application, **options)
        self.most = most
        self.streams: set[IOStream] = set()
        self.waiting: dict[object, IOStream] = {}  # by Tornado's connection, the longest first

    def handle_stream(self, stream: IOStream, address: Any) -> None:
        """Serve a connection, if there is room for it or can be made."""
        if not self._has_room():
            stream.close()
            return
        if hasattr(socket, "TCP_USER_TIMEOUT"):  # Linux
            stream.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, UNREAD)
        self.streams.add(stream)
        super().handle_stream(stream, address)

    def _has_room(self) -> bool:
        if len(self.streams) >= self.most:  # only now, since a WebSocket's end is not told to the server
            self.streams = {stream for stream in self.streams if not stream.closed()}
        if len(self.streams) >= self.most and self.waiting:
            longest = self.waiting.pop(next(iter(self.waiting)))
            longest.close()
            self.streams.discard(longest)
        return len(self.streams) < self.most

    def start_request(self, server_conn: Any, request_conn: Any) -> HTTPMessageDelegate:
        """Wait for a connection's next request."""
        self.waiting[server_conn] = stream_of(server_conn)
        whole = partial(self.waiting.pop, server_conn, None)
        return _Arriving(super().start_request(server_conn, request_conn), whole)

    def on_close(self, server_conn: object) -> None:
        """Forget a connection that has closed, or has become a WebSocket."""
        self.waiting.pop(server_conn, None)
        super().on_close(server_conn)


class _Arriving(HTTPMessageDelegate):
    """Passes a request on, and says when it is whole."""

    def __init__(self, delegate: HTTPMessageDelegate, whole: Callable[[], object]) -> None:
        self.delegate, self.whole = delegate, whole

    def headers_received(self, start_line: Any, headers: Any) -> Awaitable[None] | None:
        return self.delegate.headers_received(start_line, headers)

    def data_received(self, chunk: bytes) -> Awaitable[None] | None:
        return self.delegate.data_received(chunk)

    def finish(self) -> None:
        self.whole()
        self.delegate.finish()

    def on_connection_close(self) -> None:
        self.delegate.on_connection_close()
