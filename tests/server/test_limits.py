"""Limits on what one client may use: descriptors, slots, connections, log lines."""

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
from miss.server import connections, kernels, limits, logs
from miss.server.connections import LimitedHTTPServer
from miss.server.kernels import CourseKernels, KernelUnavailable
from tornado.netutil import bind_sockets
from tornado.web import Application, RequestHandler

from tests.support.loops import LIMIT, in_its_own_loop

COMPLETE = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"
INCOMPLETE = b"GET / HTTP/1.1\r\nHost: x\r\n"


@pytest.mark.parametrize("descriptors", [16, 64, 256, 512, 1024, 2048, 8192])
def test_kernels_and_connections_fit_into_the_descriptors(descriptors: int) -> None:
    kernels = limits.kernel_capacity(descriptors, 20, 2)
    connections = limits.connection_capacity(descriptors, kernels, 2)
    starting = 2 * limits.STARTUP_DESCRIPTORS if kernels else 0
    taken = kernels * limits.KERNEL_DESCRIPTORS + starting + connections + limits.SERVER_DESCRIPTORS
    assert taken <= max(descriptors, limits.SERVER_DESCRIPTORS + 1)
    assert kernels == 20 or descriptors < 2048
    assert connections >= 700 or descriptors < 1024
    assert kernels > 0 or descriptors < 256


def test_client_key() -> None:
    keys = {kernels.client_key(address) for address in ("2001:db8::1", "2001:db8::ffff:2")}
    assert len(keys) == 1
    assert kernels.client_key("::ffff:192.0.2.7") == kernels.client_key("192.0.2.7") == "192.0.2.7"
    assert kernels.client_key("127.0.0.1") == kernels.client_key("::1") == ""


@contextmanager
def some_kernels(folder: Path, limit: int = 20) -> Iterator[CourseKernels]:
    manager = CourseKernels(max_kernels=limit, connection_dir=str(folder), root_dir=str(folder))
    try:
        yield manager
    finally:
        manager.context.destroy(linger=0)


async def _granted(kernels: CourseKernels, requests: list[tuple[str, str]]) -> list[bool]:
    granted = []
    async with AsyncExitStack() as pending:
        for page, address in requests:
            try:
                await pending.enter_async_context(kernels.slot(page, address))
                granted.append(True)
            except KernelUnavailable:
                granted.append(False)
    return granted


# Requests by page id and address, in order, and whether each gets one of five slots.
REQUESTS = {
    "one address leaves some": ([(f"p{n}", "192.0.2.7") for n in range(5)] + [("q", "192.0.2.8")], [1, 1, 1, 0, 0, 1]),
    "this machine has all": ([(f"p{n}", "127.0.0.1") for n in range(6)], [1, 1, 1, 1, 1, 0]),
    "a page may request once": ([("p", "192.0.2.7"), ("p", "192.0.2.8")], [1, 0]),
    "ids are short": ([(page, "192.0.2.7") for page in ("p" * 41, "", "p q", "ü", "p" * 40)], [0, 0, 0, 0, 1]),
}


@pytest.mark.parametrize("case", REQUESTS)
def test_slots(case: str, tmp_path: Path) -> None:
    async def ask() -> None:
        requests, expected = REQUESTS[case]
        with some_kernels(tmp_path, limit=5) as manager:
            assert await _granted(manager, requests) == [bool(slot) for slot in expected]
            assert await _granted(manager, [("later", "192.0.2.7")]) == [True]  # no kernel was started, so all are free

    in_its_own_loop(ask())


def test_few_closed_pages_are_remembered(tmp_path: Path) -> None:
    async def release() -> None:
        last = 3 * kernels.MAX_CLOSED_PAGES - 1
        with some_kernels(tmp_path) as manager:
            for number in range(last + 1):
                await manager.release(f"p{number}")
            assert len(manager.closed_pages) == kernels.MAX_CLOSED_PAGES
            assert await _granted(manager, [("p0", "127.0.0.1"), (f"p{last}", "127.0.0.1")]) == [True, False]
            manager.closed_pages = dict.fromkeys(manager.closed_pages, time.monotonic() - 3600)
            await manager.release("now")
            assert list(manager.closed_pages) == ["now"]

    in_its_own_loop(release())


class _OpenStream(RequestHandler):
    """A stream that stays open until its client disconnects."""

    async def get(self) -> None:
        self.write("open")
        await self.flush()
        await asyncio.sleep(LIMIT)


Visitor = tuple[asyncio.StreamReader, asyncio.StreamWriter]


@asynccontextmanager
async def _served(
    handler: type[RequestHandler] = _OpenStream, **options: Any
) -> AsyncIterator[tuple[LimitedHTTPServer, Any]]:
    """Yield a server, and a function that connects to it and sends a text; all connections are closed at the end."""
    server, sockets = LimitedHTTPServer(Application([("/", handler)]), **options), bind_sockets(0, "127.0.0.1")
    server.add_sockets(sockets)
    with ExitStack() as visitors:
        visitors.callback(server.stop)

        async def visit(text: bytes) -> Visitor:
            reader, writer = await asyncio.open_connection(*sockets[0].getsockname())
            visitors.callback(writer.close)
            writer.write(text)
            return reader, writer

        yield server, visit


def _open_streams(server: LimitedHTTPServer) -> int:
    return sum(not stream.closed() for stream in server.streams)


def test_an_incomplete_request_gives_way_and_an_open_stream_does_not() -> None:
    async def try_it() -> None:
        async with _served(max_connections=3) as (server, visit):
            visitors = [
                await visit(text) for text in (INCOMPLETE, INCOMPLETE, INCOMPLETE, COMPLETE, COMPLETE, COMPLETE)
            ]
            for reader, _ in visitors[3:]:
                assert (await reader.readuntil(b"open")).startswith(b"HTTP/1.1 200")
            for reader, _ in visitors[:3]:
                assert await reader.read() == b""
            late, _ = await visit(COMPLETE)
            assert await late.read() == b""
            visitors[3][1].close()
            while _open_streams(server) > 2:
                await asyncio.sleep(0.01)
            again, _ = await visit(COMPLETE)
            assert await again.readuntil(b"open")

    in_its_own_loop(try_it())


@pytest.mark.parametrize("text", [b"", INCOMPLETE, b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nhalf"])
def test_a_request_that_never_completes_is_closed(text: bytes) -> None:
    async def stay() -> None:
        async with _served(max_connections=3, idle_connection_timeout=0.2, body_timeout=0.2) as (_, visit):
            reader, _ = await visit(text)
            assert await reader.read() == b""

    in_its_own_loop(stay())


@pytest.mark.skipif(not hasattr(socket, "TCP_USER_TIMEOUT"), reason="Linux alone closes such a connection.")
def test_a_client_that_reads_no_response_is_disconnected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "UNACKNOWLEDGED_TIMEOUT_MS", 300)

    class Long(RequestHandler):
        def get(self) -> None:
            self.finish(b"x" * 20_000_000)

    async def stay() -> None:
        async with _served(Long, max_connections=3) as (server, visit):
            reader, _ = await visit(COMPLETE)
            await reader.readuntil(b"\r\n\r\n")
            while _open_streams(server):
                await asyncio.sleep(0.05)

    in_its_own_loop(stay())


def test_log_lines_are_limited(caplog: pytest.LogCaptureFixture) -> None:
    rate_limit = logs.RateLimitFilter()
    logger = logging.getLogger("test_limits")
    logger.addFilter(rate_limit)
    for number in range(logs.MAX_LINES + 50):
        logger.warning("%d %s", number, "x" * 60_000)
    assert len(caplog.messages) == logs.MAX_LINES
    assert max(map(len, caplog.messages)) == logs.MAX_LINE_LENGTH
    rate_limit.window_start -= logs.WINDOW_S + 1
    logger.warning("a minute later")
    assert caplog.messages[-1] == "(50 lines like these were left out.) a minute later"


def test_the_log_file_is_rotated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "MAX_FILE_BYTES", 1000)
    monkeypatch.setattr(logs, "ROTATION_INTERVAL_S", 0.01)
    log = tmp_path / "server.log"
    with logs.redirect_stderr(log):
        for text in (b"first " * 500, b"second " * 500):
            os.write(2, text)
            deadline = time.monotonic() + LIMIT
            while log.stat().st_size or log.with_suffix(".old").read_bytes() != text:
                assert time.monotonic() < deadline, "the file was not truncated"
                time.sleep(0.01)
        os.write(2, b"last")
    assert log.read_text() == "last"
