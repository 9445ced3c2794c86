"""What Voilà does not document; it documents its options, its hooks and where its templates are."""

from typing import Any

from jupyter_server.auth.identity import PasswordIdentityProvider
from jupyter_server.utils import url_path_join
from tornado.httpserver import HTTPServer
from tornado.web import Application
from voila.app import Voila
from voila.tornado.handler import TornadoVoilaHandler
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler


def app_reading_settings() -> Any:
    """Give the Voilà that reads its settings now (app.py, ``initialize``).

    ``root_dir`` is the folder that was typed, what is set there lasts, and the template is looked for afterwards; or
    another folder would be served, without the course's template.
    """
    return Voila.instance()


def typed_options(app: Any) -> Any:
    """Give what was typed, without what settings say (traitlets/config/application.py, ``cli_config``).

    Without it, an option that the course overrules would be overruled in silence.
    """
    return app.cli_config


class HandlersProvider(PasswordIdentityProvider):
    """Adds handlers before Voilà's own.

    ``Voila.start`` (app.py) makes the web application, asks the provider for its handlers, and adds them with its own
    afterwards; it takes no others from its settings. In another order the course's addresses would be Voilà's.
    """

    def add_handlers(self, app: Any) -> None:
        """Add them to the ``web_application`` of a starting Voilà."""

    def get_handlers(self) -> list[Any]:
        """Add the handlers, and give the login's with Voilà's base, which ``init_handlers`` gives to all but these."""
        self.add_handlers(self.parent)
        login = [found for found in super().get_handlers() if found[0] == "/login"]
        return [(url_path_join(self.parent.server_url, path), *rest) for path, *rest in login]


def web_application(app: Any) -> Application:
    """Give the tornado application of a starting Voilà (app.py, ``start``); without it nothing could be added to it."""
    return app.app


def set_base_url(app: Any, base: str) -> None:
    """Set the path that links begin with; Voilà has copied it for its handlers by now (app.py, ``init_settings``).

    With one of the two alone, pages and kernels would be looked for in different places.
    """
    app.base_url = app.app.settings["base_url"] = base


def kernel_manager(app: Any) -> Any:
    """Give the one that is made of ``multi_kernel_manager_class`` before handlers are asked for (app.py).

    Without it, the limits would not hold for the kernels.
    """
    return app.kernel_manager


def serve_with(server: type[HTTPServer], **options: Any) -> None:
    """Have Voilà listen with a server of ours: ``Voila.listen`` (app.py) names neither a class nor options.

    With a server of its own or other options, the limits on connections and requests would not hold.
    """
    HTTPServer.configure(server, **options)


def opened_address(base: str) -> str:
    """Name the address that Voilà opens in the browser (app.py, ``launch_browser``): its base, joined to its base.

    Where it opens another, the first thing that a trainer sees is that there is no such page.
    """
    return url_path_join(base, base)


class RenderingHandler(TornadoVoilaHandler):
    """Renders a notebook while its kernel runs it (handler.py and tornado/handler.py).

    ``initialize`` takes ``rendering_options``. ``get`` raises what ``start_kernel`` raises, and calls ``write`` for
    each part and at least every ``http_keep_alive_timeout`` seconds; or a page that has closed would keep its turn.
    """


def rendering_options(app: Any) -> dict[str, Any]:
    """Give what Voilà's own handler takes (app.py, ``init_handlers``); without it, no frame is rendered."""
    return {
        "template_paths": app.template_paths,
        "config": app.config,
        "voila_configuration": app.voila_configuration,
    }


def request_query(env: dict[str, str] | None) -> str:
    """Find the query of the request that a kernel is started for (handler.py, ``get_generator``): in ``start_kernel``.

    Without it, no kernel would belong to a page, so that none would start.
    """
    return (env or {}).get("QUERY_STRING", "")


class KernelWebSocket(VoilaKernelWebsocketHandler):
    """Connects a page with its kernel (tornado/kernel_websocket_handler.py and jupyter_server's websocket.py).

    ``get`` returns when the connection has ended, and ``on_message`` hears each message; or a kernel would count as
    free while a page has it, and messages would have no limit.
    """


def front_end_options(app: Any) -> dict[str, Any]:
    """Give where the parts of the front end are, as ``FileFindHandler`` takes it (app.py, ``init_handlers``).

    Without them, no widget is drawn in the frame, so that no kernel is ever connected.
    """
    return {"path": app.labextensions_path, "no_cache_paths": ["/"]}


# Where the front end finds its script (utils.py, `get_page_config`) and its kernel: the course leaves both to Voilà,
# and at other addresses they would not be found.
FRONT_END_ADDRESSES = ("voila/static/", "api/kernels/")

# Where it finds its parts (utils.py, `get_page_config`); at another address Voilà would serve them in its own way.
PARTS_ADDRESS = "voila/labextensions/"

# Where a page's WebSocket is opened (app.py, `init_handlers`); at another one it would be without limits.
CHANNELS_ADDRESS = r"api/kernels/(?P<kernel_id>\w+-\w+-\w+-\w+-\w+)/channels"

# What the template `miss` is given (notebook_renderer.py and exporter.py); without one, the frame breaks off.
TEMPLATE_NAMES = ("nb", "resources.base_url", "page_config.fullStaticUrl", "main_js", "kernel_start", "cell_generator")

# The filters of Voilà that it uses (exporter.py, `generate_from_notebook_node`); without one, it is not rendered.
TEMPLATE_FILTERS = ("trusted",)

# What the template says to the front end (its scripts) and to the heartbeat (handler.py); by other names no widget is
# drawn, or the front end drops the connection when a link opens a mail.
TEMPLATE_MARKUP = (
    "jupyter-config-data",
    "kernelId",
    "rendered_cells",
    "application/vnd.voila.cell-output+json",
    "voila_heartbeat",
    "beforeunload",
)
