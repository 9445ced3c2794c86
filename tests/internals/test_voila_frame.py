"""Voilà renders the kernel frame, and its front end behaves there, as the course expects."""

import asyncio
import json
import re
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from jinja2 import Environment, meta, nodes
from jinja2.defaults import DEFAULT_FILTERS
from jupyter_client.session import Session
from miss.internals import voila as internals
from miss.internals.jupyter_server import KernelManager
from miss.server.voila import JUPYTER_DATA
from tornado.websocket import websocket_connect
from voila.utils import get_data_dir

from tests.support.loops import LIMIT, in_its_own_loop, serving

from .text_handler import fetch
from .voila_app import make_template, provider, started_voila

TEMPLATE = (JUPYTER_DATA / "voila" / "templates" / "miss" / "index.html.j2").read_text(encoding="utf-8")


class Rendered(NamedTuple):
    """The parts of a rendered frame, and the arguments of the start of its kernel."""

    parts: list[str]
    starts: list[dict[str, Any]]


def rendering_by(handler: type[internals.RenderingHandler]) -> type[internals.HandlersProvider]:
    """Return a provider class that adds a handler for rendering."""

    def add(app: Any) -> None:
        app.app.add_handlers(".*$", [("/voila/render/(.*)", handler, internals.rendering_options(app))])

    return provider(add)


PROBE = "".join(f"[{name}={{{{ {name} is defined }}}}]" for name in internals.TEMPLATE_VARIABLES) + (
    "[filter={{ {} | trusted | tojson }}]{{ kernel_start(nb) }}never"
)


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Rendered:
    """Render a notebook whose kernel never gets ready, until the second heartbeat."""
    folder, result = tmp_path_factory.mktemp("voila"), Rendered([], [])
    make_template(folder, PROBE)

    class NeverReady(KernelManager):
        async def start_kernel(self, **kwargs: Any) -> str:
            result.starts.append(kwargs)
            return "1-2-3-4-5"

        def get_kernel(self, _: str) -> Any:
            return asyncio.get_running_loop().create_future()

    class Stop(Exception):
        pass

    class Rendering(internals.RenderingHandler):
        async def get(self, path: str) -> None:
            with suppress(Stop):
                await super().get(path)

        def write(self, chunk: str) -> None:
            result.parts.append(chunk)
            if sum("voila_heartbeat" in part for part in result.parts) == 2:
                raise Stop
            super().write(chunk)

    async def visit() -> None:
        async with serving(app.app) as port:
            await asyncio.wait_for(fetch(port, "/voila/render/a.ipynb?page=abc"), LIMIT)

    options = ["--VoilaConfiguration.http_keep_alive_timeout=1", "--VoilaConfiguration.template=probe"]
    classes = {"identity_provider_class": rendering_by(Rendering), "multi_kernel_manager_class": NeverReady}
    with started_voila(folder, *options, **classes) as app:
        in_its_own_loop(visit())
    return result


def test_rendering_handler(rendered: Rendered) -> None:
    assert len(rendered.parts) >= 3
    assert ["voila_heartbeat" in part for part in rendered.parts[-2:]] == [True, True]
    assert "never" not in "".join(rendered.parts)


def test_rendering_handler_propagates_exceptions_of_the_start(tmp_path: Path) -> None:
    raised: list[str] = []

    class Refusing(KernelManager):
        async def start_kernel(self, **_: Any) -> str:
            raise LookupError("refused")

    class Rendering(internals.RenderingHandler):
        async def get(self, path: str) -> None:
            try:
                await super().get(path)
            except LookupError as error:
                raised.append(str(error))

    async def visit() -> None:
        async with serving(app.app) as port:
            await fetch(port, "/voila/render/a.ipynb")

    with started_voila(
        tmp_path, identity_provider_class=rendering_by(Rendering), multi_kernel_manager_class=Refusing
    ) as app:
        in_its_own_loop(visit())
    assert raised == ["refused"]


def test_request_query(rendered: Rendered) -> None:
    [kwargs] = rendered.starts
    assert internals.request_query(kwargs["env"]) == "page=abc"


def test_kernel_web_socket(tmp_path: Path) -> None:
    events: list[str] = []

    class Recording(KernelManager):
        def notify_disconnect(self, kernel_id: str) -> None:
            super().notify_disconnect(kernel_id)
            events.append(f"disconnected {self.connection_count(kernel_id)}")

    class Socket(internals.KernelWebSocket):
        async def get(self, kernel_id: str) -> None:
            events.append(kernel_id)
            await super().get(kernel_id)
            events.append("returned")

        def on_message(self, message: str) -> None:
            events.append("message")
            super().on_message(message)

    def add(app: Any) -> None:
        app.app.add_handlers(".*$", [("/" + internals.CHANNELS_PATTERN, Socket)])

    async def visit() -> None:
        kernels = internals.kernel_manager(app)
        try:
            kernel = await kernels.start_kernel(kernel_name="python3")
            async with serving(app.app) as port:
                socket = await websocket_connect(f"ws://127.0.0.1:{port}/api/kernels/{kernel}/channels?session_id=1")
                request = Session().msg("kernel_info_request") | {"channel": "shell"}
                await socket.write_message(json.dumps(request, default=str))
                while json.loads(await socket.read_message())["header"]["msg_type"] != "kernel_info_reply":
                    pass
                assert (events, kernels.connection_count(kernel)) == ([kernel, "message"], 1)
                socket.close()
                while len(events) < 4:
                    await asyncio.sleep(0.01)
                assert set(events[2:]) == {"returned", "disconnected 0"}
        finally:
            await asyncio.wait_for(kernels.shutdown_all(now=True), LIMIT)
            kernels.context.destroy(linger=0)

    with started_voila(tmp_path, identity_provider_class=provider(add), multi_kernel_manager_class=Recording) as app:
        in_its_own_loop(visit())


def test_template_variables(rendered: Rendered) -> None:
    output = "".join(rendered.parts)
    assert [name for name in internals.TEMPLATE_VARIABLES if f"[{name}=True]" not in output] == []
    environment = Environment(autoescape=True)
    environment.filters.update(dict.fromkeys(internals.TEMPLATE_FILTERS, str))
    used = meta.find_undeclared_variables(environment.parse(TEMPLATE))
    assert used == {name.split(".")[0] for name in internals.TEMPLATE_VARIABLES}


def test_template_filters(rendered: Rendered) -> None:
    assert '[filter={"trusted": true}]' in "".join(rendered.parts)
    used = {found.name for found in Environment(autoescape=True).parse(TEMPLATE).find_all(nodes.Filter)}
    assert used - {*DEFAULT_FILTERS} == {*internals.TEMPLATE_FILTERS}


def test_template_markup(rendered: Rendered) -> None:
    front_end = [
        *Path(get_data_dir(), "templates", "base", "static").glob("*.js"),
        *Path(get_data_dir(), "labextensions", "@voila-dashboards", "widgets-manager8").rglob("*.js"),
    ]
    scripts = "".join(file.read_text(encoding="utf-8") for file in front_end) + "".join(rendered.parts)
    assert [name for name in internals.TEMPLATE_MARKUP if name not in TEMPLATE] == []
    assert [name for name in internals.TEMPLATE_MARKUP if name not in scripts] == []
    assert re.search(r'"beforeunload",[^;]{1,80}.{1,200}sendBeacon\([^)]{1,40}voila/api/shutdown/', scripts)
