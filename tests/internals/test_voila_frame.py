"""What Voilà renders in the frame behind a page, and the front end there, are what the course leans on."""

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
from miss.internals import voila as leant_on
from miss.internals.jupyter_server import KernelManager
from miss.render.styles import LOOKS
from tornado.websocket import websocket_connect
from voila.utils import get_data_dir

from tests.loops import LIMIT, in_its_own_loop, serving

from .answering import fetch
from .started import make_template, provider, started

TEMPLATE = (LOOKS / "jupyter" / "voila" / "templates" / "miss" / "index.html.j2").read_text(encoding="utf-8")


class Rendered(NamedTuple):
    """What a frame was given, and how its kernel was asked for."""

    parts: list[str]
    asked: list[dict[str, Any]]


def rendering_by(handler: type[leant_on.RenderingHandler]) -> type[leant_on.HandlersProvider]:
    """Make a provider that has a handler of ours render the frames."""

    def add(app: Any) -> None:
        app.app.add_handlers(".*$", [("/voila/render/(.*)", handler, leant_on.rendering_options(app))])

    return provider(add)


PROBE = "".join(f"[{name}={{{{ {name} is defined }}}}]" for name in leant_on.TEMPLATE_NAMES) + (
    "[filter={{ {} | trusted | tojson }}]{{ kernel_start(nb) }}never"
)


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Rendered:
    """Render a notebook whose kernel never gets ready, until the second heartbeat."""
    folder, result = tmp_path_factory.mktemp("voila"), Rendered([], [])
    make_template(folder, PROBE)

    class NeverReady(KernelManager):
        async def start_kernel(self, **asked: Any) -> str:
            result.asked.append(asked)
            return "1-2-3-4-5"

        def get_kernel(self, _: str) -> Any:
            return asyncio.get_running_loop().create_future()

    class Enough(Exception):
        pass

    class Rendering(leant_on.RenderingHandler):
        async def get(self, path: str) -> None:
            with suppress(Enough):
                await super().get(path)

        def write(self, chunk: str) -> None:
            result.parts.append(chunk)
            if sum("voila_heartbeat" in part for part in result.parts) == 2:
                raise Enough
            super().write(chunk)

    async def visit() -> None:
        async with serving(app.app) as port:
            await asyncio.wait_for(fetch(port, "/voila/render/a.ipynb?page=abc"), LIMIT)

    options = ["--VoilaConfiguration.http_keep_alive_timeout=1", "--VoilaConfiguration.template=probe"]
    classes = {"identity_provider_class": rendering_by(Rendering), "multi_kernel_manager_class": NeverReady}
    with started(folder, *options, **classes) as app:
        in_its_own_loop(visit())
    return result


def test_rendering_handler(rendered: Rendered) -> None:
    assert len(rendered.parts) >= 3
    assert ["voila_heartbeat" in part for part in rendered.parts[-2:]] == [True, True]
    assert "never" not in "".join(rendered.parts)


def test_rendering_handler_raises_what_a_start_raises(tmp_path: Path) -> None:
    raised: list[str] = []

    class Refusing(KernelManager):
        async def start_kernel(self, **_: Any) -> str:
            raise LookupError("refused")

    class Rendering(leant_on.RenderingHandler):
        async def get(self, path: str) -> None:
            try:
                await super().get(path)
            except LookupError as error:
                raised.append(str(error))

    async def visit() -> None:
        async with serving(app.app) as port:
            await fetch(port, "/voila/render/a.ipynb")

    with started(tmp_path, identity_provider_class=rendering_by(Rendering), multi_kernel_manager_class=Refusing) as app:
        in_its_own_loop(visit())
    assert raised == ["refused"]


def test_request_query(rendered: Rendered) -> None:
    [asked] = rendered.asked
    assert leant_on.request_query(asked["env"]) == "page=abc"


def test_kernel_web_socket(tmp_path: Path) -> None:
    said: list[str] = []

    class Noting(KernelManager):
        def notify_disconnect(self, kernel_id: str) -> None:
            super().notify_disconnect(kernel_id)
            said.append(f"left {self.connections(kernel_id)}")

    class Socket(leant_on.KernelWebSocket):
        async def get(self, kernel_id: str) -> None:
            said.append(kernel_id)
            await super().get(kernel_id)
            said.append("returned")

        def on_message(self, message: str) -> None:
            said.append("message")
            super().on_message(message)

    def add(app: Any) -> None:
        app.app.add_handlers(".*$", [("/" + leant_on.CHANNELS_ADDRESS, Socket)])

    async def visit() -> None:
        kernels = leant_on.kernel_manager(app)
        try:
            kernel = await kernels.start_kernel(kernel_name="python3")
            async with serving(app.app) as port:
                socket = await websocket_connect(f"ws://127.0.0.1:{port}/api/kernels/{kernel}/channels?session_id=1")
                asked = Session().msg("kernel_info_request") | {"channel": "shell"}
                await socket.write_message(json.dumps(asked, default=str))
                while json.loads(await socket.read_message())["header"]["msg_type"] != "kernel_info_reply":
                    pass
                assert (said, kernels.connections(kernel)) == ([kernel, "message"], 1)
                socket.close()
                while len(said) < 4:
                    await asyncio.sleep(0.01)
                assert set(said[2:]) == {"returned", "left 0"}
        finally:
            await asyncio.wait_for(kernels.shutdown_all(now=True), LIMIT)
            kernels.context.destroy(linger=0)

    with started(tmp_path, identity_provider_class=provider(add), multi_kernel_manager_class=Noting) as app:
        in_its_own_loop(visit())


def test_template_names(rendered: Rendered) -> None:
    given = "".join(rendered.parts)
    assert [name for name in leant_on.TEMPLATE_NAMES if f"[{name}=True]" not in given] == []
    environment = Environment(autoescape=True)
    environment.filters.update(dict.fromkeys(leant_on.TEMPLATE_FILTERS, str))
    used = meta.find_undeclared_variables(environment.parse(TEMPLATE))
    assert used == {name.split(".")[0] for name in leant_on.TEMPLATE_NAMES}


def test_template_filters(rendered: Rendered) -> None:
    assert '[filter={"trusted": true}]' in "".join(rendered.parts)
    used = {found.name for found in Environment(autoescape=True).parse(TEMPLATE).find_all(nodes.Filter)}
    assert used - {*DEFAULT_FILTERS} == {*leant_on.TEMPLATE_FILTERS}


def test_template_markup(rendered: Rendered) -> None:
    front_end = [
        *Path(get_data_dir(), "templates", "base", "static").glob("*.js"),
        *Path(get_data_dir(), "labextensions", "@voila-dashboards", "widgets-manager8").rglob("*.js"),
    ]
    scripts = "".join(file.read_text(encoding="utf-8") for file in front_end) + "".join(rendered.parts)
    assert [name for name in leant_on.TEMPLATE_MARKUP if name not in TEMPLATE] == []
    assert [name for name in leant_on.TEMPLATE_MARKUP if name not in scripts] == []
    assert re.search(r'"beforeunload",[^;]{1,80}.{1,200}sendBeacon\([^)]{1,40}voila/api/shutdown/', scripts)
