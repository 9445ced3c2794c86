"""Undocumented behaviour of Voilà; its options, its hooks and the location of its templates are documented."""

from typing import Any

from jupyter_server.auth.identity import PasswordIdentityProvider
from jupyter_server.utils import url_path_join
from tornado.httpserver import HTTPServer
from tornado.web import Application
from voila.app import Voila
from voila.tornado.handler import TornadoVoilaHandler
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler


def configuring_app() -> Any:
    """Return the Voilà application that is reading its configuration (app.py, ``initialize``).

    ``root_dir`` is the folder from the command line, a value set there is kept, and the template is resolved later;
    otherwise another folder would be served, without the course's template.
    """
    return Voila.instance()


def command_line_options(app: Any) -> Any:
    """Return the options from the command line, without configuration files (traitlets/config/application.py).

    It is ``cli_config``; without it, an option in conflict with the course would be overridden silently.
    """
    return app.cli_config


class HandlersProvider(PasswordIdentityProvider):
    """Adds handlers before Voilà's own.

    ``Voila.start`` (app.py) creates the web application, gets the provider's handlers, and then adds them together with
    its own; its configuration has no other way to add any. In another order Voilà would handle the course's addresses.
    """

    def add_handlers(self, app: Any) -> None:
        """Add handlers to the ``web_application`` of a starting Voilà."""

    def get_handlers(self) -> list[Any]:
        """Add the handlers, and return the login's with the base URL, which ``init_handlers`` adds to all but these."""
        self.add_handlers(self.parent)
        login = [handler for handler in super().get_handlers() if handler[0] == "/login"]
        return [(url_path_join(self.parent.server_url, path), *rest) for path, *rest in login]


def web_application(app: Any) -> Application:
    """Return the tornado application of a starting Voilà (app.py, ``start``); without it no route could be added."""
    return app.app


def set_base_url(app: Any, base: str) -> None:
    """Set the base URL, which Voilà has already copied to its handlers' settings (app.py, ``init_settings``).

    If only one of the two were set, links to pages and to kernels would have different base URLs.
    """
    app.base_url = app.app.settings["base_url"] = base


def kernel_manager(app: Any) -> Any:
    """Return the ``multi_kernel_manager_class`` instance, which exists before handlers are added (app.py).

    Without it, the limits could not be applied to kernels.
    """
    return app.kernel_manager


def use_http_server(server: type[HTTPServer], **options: Any) -> None:
    """Set the HTTP server class and its options: ``Voila.listen`` (app.py) creates an ``HTTPServer`` without any.

    With another class or its own options, the limits on connections and requests would not be applied.
    """
    HTTPServer.configure(server, **options)


def browser_path(base: str) -> str:
    """Return the path that Voilà opens in the browser (app.py, ``launch_browser``): the base URL, joined to itself.

    If it opened another one, a trainer would first see a 404 page.
    """
    return url_path_join(base, base)


class RenderingHandler(TornadoVoilaHandler):
    """Renders a notebook while its kernel executes it (handler.py and tornado/handler.py).

    ``initialize`` takes ``rendering_options``. ``get`` propagates exceptions of ``start_kernel``, and calls ``write``
    for each part and at least every ``http_keep_alive_timeout`` seconds; otherwise a closed page would hold the
    semaphore.
    """


def rendering_options(app: Any) -> dict[str, Any]:
    """Return the arguments of Voilà's own handler (app.py, ``init_handlers``); without them, no frame is rendered."""
    return {
        "template_paths": app.template_paths,
        "config": app.config,
        "voila_configuration": app.voila_configuration,
    }


def request_query(env: dict[str, str] | None) -> str:
    """Return the query of the request, from the ``env`` passed to ``start_kernel`` (handler.py, ``get_generator``).

    Without it, no kernel could be assigned to a page, so that none would start.
    """
    return (env or {}).get("QUERY_STRING", "")


class KernelWebSocket(VoilaKernelWebsocketHandler):
    """Connects a page to its kernel (tornado/kernel_websocket_handler.py and jupyter_server's websocket.py).

    ``get`` returns when the connection has closed, and ``on_message`` receives each message; otherwise a kernel in use
    would accept a second connection, and messages would have no limit.
    """


def front_end_options(app: Any) -> dict[str, Any]:
    """Return the ``FileFindHandler`` arguments for the front end's lab extensions (app.py, ``init_handlers``).

    Without them, no widget is rendered in the frame, so that no kernel is ever connected.
    """
    return {"path": app.labextensions_path, "no_cache_paths": ["/"]}


# Paths of the front end's script (utils.py, `get_page_config`) and of its kernel: the course leaves both to Voilà, and
# under other paths they would not be found.
FRONT_END_PATHS = ("voila/static/", "api/kernels/")

# Path of its lab extensions (utils.py, `get_page_config`); another one would be served by Voilà's own handler.
LABEXTENSIONS_PATH = "voila/labextensions/"

# Path of a page's WebSocket (app.py, `init_handlers`); under another one it would have no limits.
CHANNELS_PATTERN = r"api/kernels/(?P<kernel_id>\w+-\w+-\w+-\w+-\w+)/channels"

# Variables of the template `miss` (notebook_renderer.py and exporter.py); if one is missing, rendering stops.
TEMPLATE_VARIABLES = (
    "nb",
    "resources.base_url",
    "page_config.fullStaticUrl",
    "main_js",
    "kernel_start",
    "cell_generator",
)

# Voilà's filters in that template (exporter.py, `generate_from_notebook_node`); without one, it is not rendered.
TEMPLATE_FILTERS = ("trusted",)

# Names that the front end (its scripts) and the heartbeat (handler.py) look up in the rendered template; under others
# no widget is rendered, or the front end closes the connection when a link opens a mail.
TEMPLATE_MARKUP = (
    "jupyter-config-data",
    "kernelId",
    "rendered_cells",
    "application/vnd.voila.cell-output+json",
    "voila_heartbeat",
    "beforeunload",
)
