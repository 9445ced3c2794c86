"""Voilà behaves as the course expects; a test for each item of ``miss.internals.voila``."""

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
from miss.internals import voila as internals
from miss.internals.jupyter_server import KernelManager
from tornado.httpserver import HTTPServer
from voila.tornado.handler import TornadoVoilaHandler
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler
from voila.utils import get_page_config

from tests.support.loops import LIMIT, in_its_own_loop, serving

from .text_handler import TextHandler, fetch
from .voila_app import make_template, provider, started_voila

CONFIG_FILE = """
from miss.internals.voila import configuring_app, command_line_options
app, config = configuring_app(), get_config()
config.Seen.app, config.Seen.folder, config.Seen.typed = id(app), app.root_dir, command_line_options(app).copy()
app.root_dir = app.root_dir + "/below"
config.VoilaConfiguration.template = "probe"
"""


def test_configuring_app(tmp_path: Path) -> None:
    make_template(tmp_path, "")
    (tmp_path / "below").mkdir()
    with started_voila(tmp_path, config_file=CONFIG_FILE) as app:
        assert (app.config.Seen.app, app.config.Seen.folder) == (id(app), str(tmp_path))
        assert app.root_dir == app.contents_manager.root_dir == str(tmp_path / "below")
        assert app.voila_configuration.template == "probe"
        assert str(tmp_path / "voila" / "templates" / "probe") in app.template_paths


def test_command_line_options(tmp_path: Path) -> None:
    make_template(tmp_path, "")
    (tmp_path / "below").mkdir()
    with started_voila(tmp_path, "--VoilaConfiguration.theme=dark", config_file=CONFIG_FILE) as app:
        assert app.config.Seen.typed["VoilaConfiguration"] == {"theme": "dark"}


def test_handlers_provider(tmp_path: Path) -> None:
    apps: list[Any] = []

    def add(app: Any) -> None:
        apps.append(app)
        app.app.add_handlers(".*$", [("/x/voila/static/(.*)", TextHandler, {"text": "ours"})])

    async def visit() -> None:
        async with serving(app.app) as port:
            assert await fetch(port, "/x/voila/static/voila.js") == "200 ours"
            assert (await fetch(port, "/x/login")).startswith("200 ")

    with started_voila(tmp_path, "--token=secret", "--base_url=/x/", identity_provider_class=provider(add)) as app:
        assert apps == [app]
        in_its_own_loop(visit())


def test_web_application(tmp_path: Path) -> None:
    found: list[Any] = []

    async def visit() -> None:
        async with serving(found[0]) as port:
            assert (await fetch(port, "/voila/static/voila.js")).startswith("200 ")

    with started_voila(
        tmp_path, identity_provider_class=provider(lambda app: found.append(internals.web_application(app)))
    ):
        in_its_own_loop(visit())


def test_set_base_url(tmp_path: Path) -> None:
    class BaseHandler(JupyterHandler):
        def get(self) -> None:
            self.finish(self.base_url)

    def add(app: Any) -> None:
        internals.set_base_url(app, "/moved/")
        app.app.add_handlers(".*$", [("/base", BaseHandler)])

    async def visit() -> None:
        async with serving(app.app) as port:
            assert await fetch(port, "/base") == "200 /moved/"

    with started_voila(tmp_path, "--base_url=/x", identity_provider_class=provider(add)) as app:
        assert urlsplit(app.display_url).path == "/moved/"
        in_its_own_loop(visit())


def test_kernel_manager(tmp_path: Path) -> None:
    found: list[Any] = []
    kernel_provider = provider(lambda app: found.append(internals.kernel_manager(app)))
    with started_voila(
        tmp_path, identity_provider_class=kernel_provider, multi_kernel_manager_class=KernelManager
    ) as app:
        assert isinstance(found[0], KernelManager)
        assert found == [app.app.settings["kernel_manager"]]


def test_use_http_server(tmp_path: Path) -> None:
    class Created(Exception):
        pass

    class Server(HTTPServer):
        def initialize(self, *_: Any, **options: Any) -> None:
            raise Created(options)

    def listen() -> None:
        with started_voila(tmp_path, listen=True):
            pass

    internals.use_http_server(Server, max_connections=3, max_body_size=5)
    try:
        with pytest.raises(Created) as created:
            listen()
    finally:
        HTTPServer.configure(None)
    assert created.value.args == ({"max_connections": 3, "max_body_size": 5},)


def test_browser_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: queue.Queue[str] = queue.Queue()
    monkeypatch.setattr(webbrowser, "get", lambda _: SimpleNamespace(open=lambda uri, **_: opened.put(uri)))
    with started_voila(tmp_path, "--base_url=/x/") as app:
        app.launch_browser()
        file = Path(url2pathname(urlsplit(opened.get(timeout=LIMIT)).path))
    text = file.read_text(encoding="utf-8")
    file.unlink()
    [url] = re.findall(r'content="1;url=([^"]+)"', text)
    assert urlsplit(url).path == internals.browser_path("/x/")


@pytest.fixture(scope="module")
def handlers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Any, list[tuple[Any, ...]]]]:
    """A started Voilà, and its handlers."""
    with started_voila(tmp_path_factory.mktemp("voila")) as app:
        yield app, app.init_handlers()


Handlers = tuple[Any, list[tuple[Any, ...]]]


def test_rendering_options(handlers: Handlers) -> None:
    app, rules = handlers
    assert [options for _, kind, options in _with_options(rules) if kind is TornadoVoilaHandler] == [
        internals.rendering_options(app)
    ]


def test_front_end_options(handlers: Handlers) -> None:
    app, rules = handlers
    assert [options for _, kind, options in _with_options(rules) if kind is FileFindHandler] == [
        internals.front_end_options(app)
    ]


def _with_options(rules: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return [handler for handler in rules if len(handler) == 3]


def page_config(app: Any) -> dict[str, Any]:
    config: dict[str, Any] = get_page_config("/x/", app.app.settings, app.log, app.voila_configuration)
    return config


def test_front_end_paths(handlers: Handlers) -> None:
    app, rules = handlers
    static, kernels = internals.FRONT_END_PATHS
    assert page_config(app)["fullStaticUrl"] == "/x/" + static.rstrip("/")
    for address in (static, kernels):
        assert [path for path, *_ in rules if path.startswith("/" + address)]


def test_labextensions_path(handlers: Handlers) -> None:
    app, rules = handlers
    assert page_config(app)["fullLabextensionsUrl"] == "/x/" + internals.LABEXTENSIONS_PATH.rstrip("/")
    assert [path for path, *_ in rules if path.startswith("/" + internals.LABEXTENSIONS_PATH)]


def test_channels_pattern(handlers: Handlers) -> None:
    _, rules = handlers
    [path] = [path for path, kind, *_ in rules if kind is VoilaKernelWebsocketHandler]
    assert path == "/" + internals.CHANNELS_PATTERN
