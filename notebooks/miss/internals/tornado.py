"""What tornado does not document."""

from typing import Any

from tornado.httputil import HTTPHeaders
from tornado.iostream import IOStream
from tornado.web import Application, OutputTransform, RequestHandler


class HeadersTransform(OutputTransform):
    """Adds headers to an answer, whichever handler gives it (web.py says that applications do not make their own).

    ``flush`` asks it once, when all headers of the handler are set; or answers would go without their policy.
    """

    def add(self, headers: HTTPHeaders) -> None:
        """Add them to those that the handler has set."""

    def transform_first_chunk(
        self,
        status_code: int,
        headers: HTTPHeaders,
        chunk: bytes,
        finishing: bool,  # noqa: ARG002
    ) -> tuple[int, HTTPHeaders, bytes]:
        """Add the headers, and change nothing else."""
        self.add(headers)
        return status_code, headers, chunk


def transform_answers(web: Application, transform: type[HeadersTransform]) -> None:
    """Have every answer transformed (web.py, ``Application.add_transform``); without it, there are no headers."""
    web.add_transform(transform)


def is_finished(handler: RequestHandler) -> bool:
    """Tell whether a handler has answered (web.py, ``_finished``); or one that asks for a login answers twice."""
    return handler._finished


def reason(handler: RequestHandler) -> str:
    """Give the words beside a handler's status (web.py, ``_reason``); or an error would say only its number."""
    return handler._reason


def stream_of(connection: Any) -> IOStream:
    """Give the stream of what ``HTTPServer.start_request`` calls ``server_conn`` (http1connection.py).

    Without it, a client that sends half a request could not be made to give way.
    """
    return connection.stream
