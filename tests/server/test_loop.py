"""Expensive results are computed once for simultaneous requests, and do not block the event loop."""

import asyncio
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager, closing
from types import SimpleNamespace
from typing import Any

import pytest
from miss.notebooks.execute import CellError
from miss.server import pages, routes, watch
from miss.server.audience import Audience
from miss.server.headers import Policy
from miss.server.voila import CourseProvider
from miss.web import frame as page
from miss.web import qr as codes
from tornado.httpclient import AsyncHTTPClient, HTTPResponse
from tornado.web import Application

from tests.conftest import COURSE, ROOT
from tests.support.loops import LIMIT, in_its_own_loop, serving

Get = Callable[[str], Awaitable[HTTPResponse]]


def counted(monkeypatch: pytest.MonkeyPatch, module: Any, name: str, instead: Any = None) -> list[Any]:
    """Replace a function by one that records the arguments of each call; return the list of them."""
    real, calls = instead or getattr(module, name), []

    def call(*args: Any, **kwargs: Any) -> Any:
        calls.append(args)
        return real(*args, **kwargs)

    monkeypatch.setattr(module, name, call)
    return calls


@asynccontextmanager
async def listening(rules: list[Any]) -> AsyncIterator[int]:
    """Serve at a free port, and yield it."""
    settings = {
        "identity_provider": CourseProvider(token=""),
        "course_policy": Policy(),
        "base_url": "/",
        "allow_remote_access": True,
        "cookie_secret": b"secret",
    }
    async with serving(Application(rules, **settings)) as port:
        yield port


def served(visit: Callable[[Get], Coroutine[Any, Any, None]]) -> None:
    """Serve the course's routes, and run a coroutine that requests them."""

    async def serve() -> None:
        app = SimpleNamespace(server_url="/", root_dir=str(ROOT / "notebooks"), template_paths=[], config=None)
        app.voila_configuration, app.kernel_manager, app.notebook_path = None, SimpleNamespace(max_kernels=0), ""
        app.labextensions_path, app.port, app.base_url = [], 80, "/"
        provider = SimpleNamespace(language="", watch=False, address="", trainer_key="")
        async with listening(routes.course_handlers(app, provider)) as port:
            client = AsyncHTTPClient(force_instance=True, max_clients=200)
            with closing(client):
                address = f"http://127.0.0.1:{port}/"
                await visit(lambda path: client.fetch(address + path, raise_error=False, request_timeout=LIMIT))

    in_its_own_loop(serve())


def test_the_404_page_is_rendered_once(monkeypatch: pytest.MonkeyPatch) -> None:
    rendered = counted(monkeypatch, page, "_framed")

    async def visit(get: Get) -> None:
        await get("1-what-it-is.html")
        stored = len(list((ROOT / "notebooks").glob("*.ipynb")))
        while len(rendered) < stored + 1:  # every page is rendered in advance
            await asyncio.sleep(0.01)
        missing = await asyncio.gather(*(get(f"nosuch{number}.html") for number in range(30)))
        assert {answer.code for answer in missing} == {404}
        assert b"<h1" in missing[0].body
        assert len(rendered) == stored + 1

    served(visit)


def test_qr_codes_are_drawn_in_a_thread_a_few_at_once_and_cached(monkeypatch: pytest.MonkeyPatch) -> None:
    proceed, real = threading.Event(), codes.qr_svg

    def wait_and_draw(text: str) -> str:
        if threading.current_thread().name.startswith("codes"):  # the event loop would block for ever
            proceed.wait(LIMIT)
        return real(text)

    drawn = counted(monkeypatch, codes, "qr_svg", wait_and_draw)

    async def visit(get: Get) -> None:
        def code(number: int) -> Awaitable[HTTPResponse]:
            return get(f"codes/x.svg?link=http://x.example/{number}")

        requests = [asyncio.ensure_future(code(number)) for number in [*range(30), *[0] * 30]]
        done, _ = await asyncio.wait(requests, return_when=asyncio.FIRST_COMPLETED)
        assert {(await answer).code for answer in done} == {503}
        assert (await get("1-what-it-is.html")).code == 200
        proceed.set()
        statuses = [answer.code for answer in await asyncio.gather(*requests)]
        assert (statuses.count(503), statuses.count(200)) == (30 - codes.MAX_PENDING, codes.MAX_PENDING + 30)
        assert len(drawn) == codes.MAX_PENDING
        for number in range(100, 101 + codes.MAX_CACHED):
            assert (await code(number)).body.startswith(b"<svg")
        before = len(drawn)
        await code(100 + codes.MAX_CACHED)
        assert len(drawn) == before
        await code(0)
        assert len(drawn) == before + 1

    served(visit)


def test_a_hundred_open_pages_are_rendered_once_for_each_change(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: Any, **__: Any) -> None:
        raise CellError("cell 'x': wrong")

    files = ["first"]
    monkeypatch.setattr(watch, "watch", lambda *_, **__: iter(()))
    monkeypatch.setattr(pages.FreshPages, "_files_of", lambda *_: (files[0],))
    renders = counted(monkeypatch, pages.FreshPages, "render", fails)

    async def listen() -> None:
        watched = watch.WatchedPages(COURSE, ROOT / "notebooks")
        async with listening([watch.watch_handler("/", {"audience": Audience(watched, watched)})]) as port:
            streams = [await asyncio.open_connection("127.0.0.1", port) for _ in range(100)]
            for _, writer in streams:
                writer.write(b"GET /course/changes/4-risks?shown=none HTTP/1.1\r\nHost: x\r\n\r\n")
            for number in (1, 2):
                for reader, _ in streams:
                    assert b"cell 'x': wrong" in await reader.readuntil(b"wrong")
                assert watched.page("4-risks")  # the last one that could be rendered
                assert len(renders) == number
                files[0] = "second"
                watched._notify()
            for _, writer in streams:
                writer.close()

    in_its_own_loop(listen())
