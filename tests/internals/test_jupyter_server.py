"""jupyter_server behaves as the course expects; ``test_voila_frame`` tests the connections of a WebSocket."""

import asyncio
from pathlib import Path

import pytest
from jupyter_server.extension.manager import ExtensionManager
from miss.internals.jupyter_server import KernelManager, add_before_extensions
from tornado.web import Application

from tests.support.loops import LIMIT, in_its_own_loop, serving

from .text_handler import TextHandler, fetch


def test_kernel_manager(tmp_path: Path) -> None:
    async def count() -> None:
        kernels = KernelManager(connection_dir=str(tmp_path), root_dir=str(tmp_path))
        try:
            kernel = await kernels.start_kernel(kernel_name="python3")
            counts = [kernels.connection_count(kernel)]
            for notify in (kernels.notify_connect, kernels.notify_connect, kernels.notify_disconnect):
                notify(kernel)
                counts.append(kernels.connection_count(kernel))
            assert counts == [0, 1, 2, 1]
        finally:
            await asyncio.wait_for(kernels.shutdown_all(now=True), LIMIT)
            kernels.context.destroy(linger=0)

    in_its_own_loop(count())


def test_add_before_extensions(monkeypatch: pytest.MonkeyPatch) -> None:
    manager, loaded = ExtensionManager(), list[str]()
    for name in ("voila.server_extension", "miss.server.extension"):
        assert manager.add_extension(name, enabled=True)
    monkeypatch.setattr(manager, "load_extension", loaded.append)
    manager.load_all_extensions()
    assert loaded == ["miss.server.extension", "voila.server_extension"]

    async def visit() -> None:
        web = Application([(r"/.*", TextHandler, {"text": "the server"})])
        for text in loaded:
            add_before_extensions(web, [(r"/a", TextHandler, {"text": text})])
        async with serving(web) as port:
            assert [await fetch(port, path) for path in ("/a", "/b")] == [f"200 {loaded[0]}", "200 the server"]

    in_its_own_loop(visit())
