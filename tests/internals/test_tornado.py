"""Tornado behaves as the course expects; a test for each item of ``miss.internals.tornado``."""

import asyncio
from typing import Any

from miss.internals.tornado import HeadersTransform, connection_stream, is_finished, status_reason, transform_responses
from tornado.httpserver import HTTPServer
from tornado.httputil import HTTPHeaders
from tornado.web import Application, HTTPError, RequestHandler

from tests.support.loops import in_its_own_loop, serving

from .text_handler import fetch, request


class PartsHandler(RequestHandler):
    """Responds in two parts, and sets a header."""

    async def get(self) -> None:
        self.set_header("Own", "handler")
        for part in "ab":
            self.write(part)
            await self.flush()


class TwoHeaders(HeadersTransform):
    """Adds two headers."""

    def add_headers(self, headers: HTTPHeaders) -> None:
        headers.setdefault("Own", "transform")
        headers.add("Added", "once")


def visit(web: Application, visiting: Any, server: type[HTTPServer] = HTTPServer) -> None:
    """Serve an application, and run a coroutine function with its port."""

    async def serve() -> None:
        async with serving(web, server) as port:
            await visiting(port)

    in_its_own_loop(serve())


def test_headers_transform() -> None:
    async def ask(port: int) -> None:
        response = await request(port, "/")
        assert (response.body, response.headers["Own"], response.headers.get_list("Added")) == (
            b"ab",
            "handler",
            ["once"],
        )

    visit(Application([("/", PartsHandler)], transforms=[TwoHeaders]), ask)


def test_transform_responses() -> None:
    web = Application([("/", PartsHandler)])
    transform_responses(web, TwoHeaders)

    async def ask(port: int) -> None:
        for path, status, own in (("/", 200, "handler"), ("/nosuch", 404, "transform")):
            response = await request(port, path)
            assert (response.code, response.headers["Own"], response.headers["Added"]) == (status, own, "once")

    visit(web, ask)


def test_is_finished() -> None:
    finished: list[bool] = []

    class TwiceHandler(RequestHandler):
        def get(self) -> None:
            finished.append(is_finished(self))
            self.redirect("/elsewhere")
            finished.append(is_finished(self))

    visit(Application([("/", TwiceHandler)]), lambda port: fetch(port, "/"))
    assert finished == [False, True]


def test_status_reason() -> None:
    class Failing(RequestHandler):
        def get(self, status: str) -> None:
            raise HTTPError(int(status), reason="Own words" if status == "400" else None)

        def write_error(self, _: int, **__: Any) -> None:
            self.finish(status_reason(self))

    async def ask(port: int) -> None:
        assert [await fetch(port, f"/{status}") for status in (400, 404)] == ["400 Own words", "404 Not Found"]

    visit(Application([("/(.*)", Failing)]), ask)


def test_connection_stream() -> None:
    class Closing(HTTPServer):
        def start_request(self, server_conn: Any, request_conn: Any) -> Any:
            connection_stream(server_conn).close()
            return super().start_request(server_conn, request_conn)

    async def ask(port: int) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"GET / HTTP/1.1\r\n")
        assert await reader.read() == b""
        writer.close()

    visit(Application([("/", PartsHandler)]), ask, Closing)
