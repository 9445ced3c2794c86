"""What one client may cost all others: descriptors, places, connections, lines of a log."""

import asyncio
import logging
import os
import socket
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from miss.server import connections, kernels, limits
from miss.server import logs as notes
from miss.server.connections import CourseServer
from miss.server.kernels import CourseKernels, NoKernel
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler

from .loops import LIMIT, in_its_own_loop

WHOLE = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"
HALF = b"GET / HTTP/1.1\r\nHost: x\r\n"


@pytest.mark.parametrize("most", [16, 64, 256, 512, 1024, 2048, 8192])
def test_kernels_and_connections_fit_into_the_descriptors(most: int) -> None:
    fitting = limits.kernels_within(most, 20, 2)
    visitors = limits.connections_within(most, fitting, 2)
    starting = 2 * limits.STARTING if fitting else 0
    assert fitting * limits.KERNEL + starting + visitors + limits.OWN <= max(most, limits.OWN + 1)
    assert fitting == 20 or most < 2048
    assert visitors >= 700 or most < 1024
    assert fitting > 0 or most < 256


def test_who_is_at_an_address() -> None:
    same = [kernels.client(address) for address in ("2001:db8::1", "2001:db8::ffff:2")]
    assert len(set(same)) == 1
    assert kernels.client("::ffff:192.0.2.7") == kernels.client("192.0.2.7") == "192.0.2.7"
    assert kernels.client("127.0.0.1") == kernels.client("::1") == ""


@contextmanager
def some_kernels(folder: Path, limit: int = 20) -> Iterator[CourseKernels]:
    made = CourseKernels(limit=limit, connection_dir=str(folder), root_dir=str(folder))
    try:
        yield made
    finally:
        made.context.destroy(linger=0)


async def _taken(kernels: CourseKernels, asked: list[tuple[str, str]]) -> list[bool]:
    taken = []
    async with AsyncExitStack() as waiting:
        for page, address in asked:
            try:
                await waiting.enter_async_context(kernels.place(page, address))
                taken.append(True)
            except NoKernel:
                taken.append(False)
    return taken


# who asks, in turn, and whether there is a place for each, of five
ASKED = {
    "one address leaves some": ([(f"p{n}", "192.0.2.7") for n in range(5)] + [("q", "192.0.2.8")], [1, 1, 1, 0, 0, 1]),
    "this machine has all": ([(f"p{n}", "127.0.0.1") for n in range(6)], [1, 1, 1, 1, 1, 0]),
    "a page asks once": ([("p", "192.0.2.7"), ("p", "192.0.2.8")], [1, 0]),
    "ids are short": ([(page, "192.0.2.7") for page in ("p" * 41, "", "p q", "ü", "p" * 40)], [0, 0, 0, 0, 1]),
}


@pytest.mark.parametrize("kind", ASKED)
def test_who_has_a_place(kind: str, tmp_path: Path) -> None:
    async def ask() -> None:
        asked, expected = ASKED[kind]
        with some_kernels(tmp_path, limit=5) as of_five:
            assert await _taken(of_five, asked) == [bool(one) for one in expected]
            assert await _taken(of_five, [("later", "192.0.2.7")]) == [True]  # nobody got a kernel, so all are free

    in_its_own_loop(ask())


def test_goodbyes_are_remembered_in_part(tmp_path: Path) -> None:
    async def say() -> None:
        last = 3 * kernels.REMEMBERED - 1
        with some_kernels(tmp_path) as those:
            for number in range(last + 1):
                await those.end(f"p{number}")
            assert len(those.closed) == kernels.REMEMBERED
            assert await _taken(those, [("p0", "127.0.0.1"), (f"p{last}", "127.0.0.1")]) == [True, False]
            those.closed = dict.fromkeys(those.closed, time.monotonic() - 3600)
            await those.end("now")
            assert list(those.closed) == ["now"]

    in_its_own_loop(say())


class _Open(RequestHandler):
    """A stream that is open for as long as its client is."""

    async def get(self) -> None:
        self.write("open")
        await self.flush()
        await asyncio.sleep(LIMIT)


Visitor = tuple[asyncio.StreamReader, asyncio.StreamWriter]


@asynccontextmanager
async def _served(handler: type[RequestHandler] = _Open, **options: Any) -> AsyncIterator[tuple[CourseServer, Any]]:
    """A server, and what visits it: gives a visitor who says a text; all leave at the end."""
    server, sockets = CourseServer(Application([("/", handler)]), **options), bind_sockets(0, "127.0.0.1")
    server.add_sockets(sockets)
    with ExitStack() as visitors:
        visitors.callback(server.stop)

        async def visit(text: bytes) -> Visitor:
            reader, writer = await asyncio.open_connection(*sockets[0].getsockname())
            visitors.callback(writer.close)
            writer.write(text)
            return reader, writer

        yield server, visit


def _open_streams(server: CourseServer) -> int:
    return sum(not stream.closed() for stream in server.streams)


def test_half_a_request_gives_way_and_an_open_stream_does_not() -> None:
    async def try_it() -> None:
        async with _served(most=3) as (server, visit):
            visitors = [await visit(text) for text in (HALF, HALF, HALF, WHOLE, WHOLE, WHOLE)]
            for reader, _ in visitors[3:]:
                assert (await reader.readuntil(b"open")).startswith(b"HTTP/1.1 200")
            for reader, _ in visitors[:3]:
                assert await reader.read() == b""
            late, _ = await visit(WHOLE)
            assert await late.read() == b""
            visitors[3][1].close()
            while _open_streams(server) > 2:
                await asyncio.sleep(0.01)
            again, _ = await visit(WHOLE)
            assert await again.readuntil(b"open")

    in_its_own_loop(try_it())


@pytest.mark.parametrize("text", [b"", HALF, b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nhalf"])
def test_who_never_ends_a_request_is_closed(text: bytes) -> None:
    async def stay() -> None:
        async with _served(most=3, idle_connection_timeout=0.2, body_timeout=0.2) as (_, visit):
            reader, _ = await visit(text)
            assert await reader.read() == b""

    in_its_own_loop(stay())


@pytest.mark.skipif(not hasattr(socket, "TCP_USER_TIMEOUT"), reason="Linux alone closes such a connection.")
def test_who_takes_nothing_of_the_answer_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "UNREAD", 300)

    class Long(RequestHandler):
        def get(self) -> None:
            self.finish(b"x" * 20_000_000)

    async def stay() -> None:
        async with _served(Long, most=3) as (server, visit):
            reader, _ = await visit(WHOLE)
            await reader.readuntil(b"\r\n\r\n")
            while _open_streams(server):
                await asyncio.sleep(0.05)

    in_its_own_loop(stay())


def test_a_log_has_so_many_lines_a_minute(caplog: pytest.LogCaptureFixture) -> None:
    few = notes.FewLines()
    logger = logging.getLogger("test_limits")
    logger.addFilter(few)
    for number in range(notes.LINES + 50):
        logger.warning("%d %s", number, "x" * 60_000)
    assert len(caplog.messages) == notes.LINES
    assert max(map(len, caplog.messages)) == notes.LENGTH
    few.since -= notes.MINUTE + 1
    logger.warning("a minute later")
    assert caplog.messages[-1] == "(50 lines like these were left out.) a minute later"


def test_the_file_of_a_class_stays_small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notes, "BYTES", 1000)
    monkeypatch.setattr(notes, "OFTEN", 0.01)
    log = tmp_path / "server.log"
    with notes.noted_in(log):
        for text in (b"first " * 500, b"second " * 500):
            os.write(2, text)
            until = time.monotonic() + LIMIT
            while log.stat().st_size or log.with_suffix(".old").read_bytes() != text:
                assert time.monotonic() < until, "the file was not cut"
                time.sleep(0.01)
        os.write(2, b"last")
    assert log.read_text() == "last"
