"""Tornado does what the course leans on; a test for each item of ``miss.internals.tornado``."""

import asyncio
from typing import Any

from miss.internals.tornado import HeadersTransform, is_finished, reason, stream_of, transform_answers
from tornado.httpserver import HTTPServer
from tornado.httputil import HTTPHeaders
from tornado.web import Application, HTTPError, RequestHandler

from tests.loops import in_its_own_loop, serving

from .answering import fetch, response


class Parts(RequestHandler):
    """Answers in two parts, and sets a header of its own."""

    async def get(self) -> None:
        self.set_header("Own", "handler")
        for part in "ab":
            self.write(part)
            await self.flush()


class Adding(HeadersTransform):
    """Adds two headers."""

    def add(self, headers: HTTPHeaders) -> None:
        headers.setdefault("Own", "transform")
        headers.add("Added", "once")


def visit(web: Application, visiting: Any, server: type[HTTPServer] = HTTPServer) -> None:
    """Serve an application, and call what visits it with the port."""

    async def serve() -> None:
        async with serving(web, server) as port:
            await visiting(port)

    in_its_own_loop(serve())


def test_headers_transform() -> None:
    async def ask(port: int) -> None:
        answer = await response(port, "/")
        assert (answer.body, answer.headers["Own"], answer.headers.get_list("Added")) == (b"ab", "handler", ["once"])

    visit(Application([("/", Parts)], transforms=[Adding]), ask)


def test_transform_answers() -> None:
    web = Application([("/", Parts)])
    transform_answers(web, Adding)

    async def ask(port: int) -> None:
        for path, status, own in (("/", 200, "handler"), ("/nosuch", 404, "transform")):
            answer = await response(port, path)
            assert (answer.code, answer.headers["Own"], answer.headers["Added"]) == (status, own, "once")

    visit(web, ask)


def test_is_finished() -> None:
    found: list[bool] = []

    class Twice(RequestHandler):
        def get(self) -> None:
            found.append(is_finished(self))
            self.redirect("/elsewhere")
            found.append(is_finished(self))

    visit(Application([("/", Twice)]), lambda port: fetch(port, "/"))
    assert found == [False, True]


def test_reason() -> None:
    class Failing(RequestHandler):
        def get(self, status: str) -> None:
            raise HTTPError(int(status), reason="Own words" if status == "400" else None)

        def write_error(self, _: int, **__: Any) -> None:
            self.finish(reason(self))

    async def ask(port: int) -> None:
        assert [await fetch(port, f"/{status}") for status in (400, 404)] == ["400 Own words", "404 Not Found"]

    visit(Application([("/(.*)", Failing)]), ask)


def test_stream_of() -> None:
    class Closing(HTTPServer):
        def start_request(self, server_conn: Any, request_conn: Any) -> Any:
            stream_of(server_conn).close()
            return super().start_request(server_conn, request_conn)

    async def ask(port: int) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"GET / HTTP/1.1\r\n")
        assert await reader.read() == b""
        writer.close()

    visit(Application([("/", Parts)]), ask, Closing)
