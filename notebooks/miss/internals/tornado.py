"""Undocumented behaviour of tornado."""

from typing import Any

from tornado.httputil import HTTPHeaders
from tornado.iostream import IOStream
from tornado.web import Application, OutputTransform, RequestHandler


class HeadersTransform(OutputTransform):
    """Adds headers to every response, whichever handler sends it (web.py does not expect applications to create any).

    ``flush`` calls it once, after the handler has set its headers; otherwise responses would lack their policy.
    """

    def add_headers(self, headers: HTTPHeaders) -> None:
        """Add to the headers that the handler has set."""

    def transform_first_chunk(
        self,
        status_code: int,
        headers: HTTPHeaders,
        chunk: bytes,
        finishing: bool,  # noqa: ARG002
    ) -> tuple[int, HTTPHeaders, bytes]:
        """Add the headers, and return everything else unchanged."""
        self.add_headers(headers)
        return status_code, headers, chunk


def transform_responses(web: Application, transform: type[HeadersTransform]) -> None:
    """Register a transform for every response (web.py, ``Application.add_transform``); without it, no headers."""
    web.add_transform(transform)


def is_finished(handler: RequestHandler) -> bool:
    """Return whether a response was sent (web.py, ``_finished``); otherwise a login would be requested twice."""
    return handler._finished


def status_reason(handler: RequestHandler) -> str:
    """Return the reason phrase of the status (web.py, ``_reason``); otherwise errors would show only their number."""
    return handler._reason


def connection_stream(connection: Any) -> IOStream:
    """Return the stream of the ``server_conn`` that ``HTTPServer.start_request`` receives (http1connection.py).

    Without it, a connection with an incomplete request could not be closed for another.
    """
    return connection.stream
