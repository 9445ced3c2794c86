"""Voilà does what the course leans on; a test for each item of ``miss.internals.voila``."""

import queue
import re
import webbrowser
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pytest
from jupyter_server.base.handlers import FileFindHandler, JupyterHandler
from miss.internals import voila as leant_on
from miss.internals.jupyter_server import KernelManager
from tornado.httpserver import HTTPServer
from voila.tornado.handler import TornadoVoilaHandler
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler
from voila.utils import get_page_config

from tests.loops import LIMIT, in_its_own_loop, serving

from .answering import Answering, fetch
from .started import make_template, provider, started

SETTINGS = """
from miss.internals.voila import app_reading_settings, typed_options
app, config = app_reading_settings(), get_config()
config.Seen.app, config.Seen.folder, config.Seen.typed = id(app), app.root_dir, typed_options(app).copy()
app.root_dir = app.root_dir + "/below"
config.VoilaConfiguration.template = "probe"
"""


def test_app_reading_settings(tmp_path: Path) -> None:
    make_template(tmp_path, "")
    (tmp_path / "below").mkdir()
    with started(tmp_path, settings=SETTINGS) as app:
        assert (app.config.Seen.app, app.config.Seen.folder) == (id(app), str(tmp_path))
        assert app.root_dir == app.contents_manager.root_dir == str(tmp_path / "below")
        assert app.voila_configuration.template == "probe"
        assert str(tmp_path / "voila" / "templates" / "probe") in app.template_paths


def test_typed_options(tmp_path: Path) -> None:
    make_template(tmp_path, "")
    (tmp_path / "below").mkdir()
    with started(tmp_path, "--VoilaConfiguration.theme=dark", settings=SETTINGS) as app:
        assert app.config.Seen.typed["VoilaConfiguration"] == {"theme": "dark"}


def test_handlers_provider(tmp_path: Path) -> None:
    asked: list[Any] = []

    def add(app: Any) -> None:
        asked.append(app)
        app.app.add_handlers(".*$", [("/x/voila/static/(.*)", Answering, {"text": "ours"})])

    async def visit() -> None:
        async with serving(app.app) as port:
            assert await fetch(port, "/x/voila/static/voila.js") == "200 ours"
            assert (await fetch(port, "/x/login")).startswith("200 ")

    with started(tmp_path, "--token=secret", "--base_url=/x/", identity_provider_class=provider(add)) as app:
        assert asked == [app]
        in_its_own_loop(visit())


def test_web_application(tmp_path: Path) -> None:
    found: list[Any] = []

    async def visit() -> None:
        async with serving(found[0]) as port:
            assert (await fetch(port, "/voila/static/voila.js")).startswith("200 ")

    with started(tmp_path, identity_provider_class=provider(lambda app: found.append(leant_on.web_application(app)))):
        in_its_own_loop(visit())


def test_set_base_url(tmp_path: Path) -> None:
    class Base(JupyterHandler):
        def get(self) -> None:
            self.finish(self.base_url)

    def add(app: Any) -> None:
        leant_on.set_base_url(app, "/moved/")
        app.app.add_handlers(".*$", [("/base", Base)])

    async def visit() -> None:
        async with serving(app.app) as port:
            assert await fetch(port, "/base") == "200 /moved/"

    with started(tmp_path, "--base_url=/x", identity_provider_class=provider(add)) as app:
        assert urlsplit(app.display_url).path == "/moved/"
        in_its_own_loop(visit())


def test_kernel_manager(tmp_path: Path) -> None:
    found: list[Any] = []
    asked = provider(lambda app: found.append(leant_on.kernel_manager(app)))
    with started(tmp_path, identity_provider_class=asked, multi_kernel_manager_class=KernelManager) as app:
        assert isinstance(found[0], KernelManager)
        assert found == [app.app.settings["kernel_manager"]]


def test_serve_with(tmp_path: Path) -> None:
    class Made(Exception):
        pass

    class Server(HTTPServer):
        def initialize(self, *_: Any, **options: Any) -> None:
            raise Made(options)

    def begin() -> None:
        with started(tmp_path, listens=True):
            pass

    leant_on.serve_with(Server, most=3, max_body_size=5)
    try:
        with pytest.raises(Made) as made:
            begin()
    finally:
        HTTPServer.configure(None)
    assert made.value.args == ({"most": 3, "max_body_size": 5},)


def test_opened_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: queue.Queue[str] = queue.Queue()
    monkeypatch.setattr(webbrowser, "get", lambda _: SimpleNamespace(open=lambda uri, **_: opened.put(uri)))
    with started(tmp_path, "--base_url=/x/") as app:
        app.launch_browser()
        file = Path(url2pathname(urlsplit(opened.get(timeout=LIMIT)).path))
    text = file.read_text(encoding="utf-8")
    file.unlink()
    [opens] = re.findall(r'content="1;url=([^"]+)"', text)
    assert urlsplit(opens).path == leant_on.opened_address("/x/")


@pytest.fixture(scope="module")
def handlers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Any, list[tuple[Any, ...]]]]:
    """A started Voilà, and the handlers that it has made."""
    with started(tmp_path_factory.mktemp("voila")) as app:
        yield app, app.init_handlers()


Handlers = tuple[Any, list[tuple[Any, ...]]]


def test_rendering_options(handlers: Handlers) -> None:
    app, made = handlers
    assert [options for _, kind, options in _whole(made) if kind is TornadoVoilaHandler] == [
        leant_on.rendering_options(app)
    ]


def test_front_end_options(handlers: Handlers) -> None:
    app, made = handlers
    assert [options for _, kind, options in _whole(made) if kind is FileFindHandler] == [
        leant_on.front_end_options(app)
    ]


def _whole(made: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return [handler for handler in made if len(handler) == 3]


def page_config(app: Any) -> dict[str, Any]:
    found: dict[str, Any] = get_page_config("/x/", app.app.settings, app.log, app.voila_configuration)
    return found


def test_front_end_addresses(handlers: Handlers) -> None:
    app, made = handlers
    static, kernels = leant_on.FRONT_END_ADDRESSES
    assert page_config(app)["fullStaticUrl"] == "/x/" + static.rstrip("/")
    for address in (static, kernels):
        assert [path for path, *_ in made if path.startswith("/" + address)]


def test_parts_address(handlers: Handlers) -> None:
    app, made = handlers
    assert page_config(app)["fullLabextensionsUrl"] == "/x/" + leant_on.PARTS_ADDRESS.rstrip("/")
    assert [path for path, *_ in made if path.startswith("/" + leant_on.PARTS_ADDRESS)]


def test_channels_address(handlers: Handlers) -> None:
    _, made = handlers
    [path] = [path for path, kind, *_ in made if kind is VoilaKernelWebsocketHandler]
    assert path == "/" + leant_on.CHANNELS_ADDRESS
