"""The course as an extension of an existing Jupyter server, such as JupyterLab's or one that JupyterHub starts.

Voilà is an extension of such a server, too, and would render a notebook of the course as any other: without the
course's frame, links and offline copy. So Voilà's addresses of the course's notebooks redirect to the course's pages.
These have no kernels: the server's kernels are its user's. Whoever may use the server may read the course.
"""

import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from jupyter_server.utils import url_path_join
from tornado.httputil import HTTPServerRequest
from tornado.routing import Matcher, Rule
from traitlets import Unicode
from traitlets.config import Configurable

from ..course import Course, notebooks_at
from ..errors import CourseError
from ..internals.jupyter_server import add_before_extensions
from .audience import Audience
from .handlers import RedirectHandler
from .headers import Policy
from .pages import FreshPages
from .routes import reader_handlers

URL_PREFIX = "course-pages/"  # below the server's base URL; a proxied server of the course is usually at course/


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    """Return this module as the extension that ``etc/jupyter/jupyter_server_config.d`` enables."""
    return [{"module": __name__}]


class CourseExtension(Configurable):
    """The operator's options; ``--CourseExtension.folder=…``."""

    folder = Unicode(help="The course's folder, if the server's own folder is no course.").tag(config=True)


def _load_jupyter_server_extension(server: Any) -> None:
    """Add the course's pages to a starting server; without a course, leave it unchanged."""
    root = Path(server.root_dir)
    configured = CourseExtension(parent=server).folder
    folder = notebooks_at(Path(configured).resolve() if configured else root)
    if folder is None or not any(folder.glob("*.ipynb")):
        if configured:
            server.log.error("There is no course with notebooks in %s.", configured)
        return
    try:
        # Fresh pages store nothing: somebody may be editing the notebooks.
        pages = FreshPages(Course(folder.parent), folder, kernels=False)
    except CourseError as error:
        server.log.error("The course is not served: %s", error)
        return
    base = url_path_join("/", server.base_url, "/")
    server.web_app.settings["course_policy"] = Policy()
    audience = Audience(pages, pages)
    redirect = Rule(RenderMatcher(f"{base}voila/render/", root, audience), RedirectHandler)
    add_before_extensions(server.web_app, [redirect, *reader_handlers(re.escape(base + URL_PREFIX), audience)])
    server.log.info("The course is at %s%s", base, URL_PREFIX)


class RenderMatcher(Matcher):
    """Matches Voilà's addresses of the course's notebooks; every other notebook is left to Voilà."""

    def __init__(self, prefix: str, root: Path, audience: Audience) -> None:
        self.prefix, self.root, self.audience = prefix, root.resolve(), audience
        self.pages = audience.trainers

    def match(self, request: HTTPServerRequest) -> dict[str, Any] | None:
        """Return the redirect's arguments, or None if the address is no notebook of the course."""
        if not request.path.startswith(self.prefix):
            return None
        notebook = Path(f"{self.root}/{unquote(request.path.removeprefix(self.prefix))}")
        if notebook.parent.resolve() != self.pages.folder.resolve() or notebook.stem not in self.pages.names:
            return None
        return {"target_kwargs": {"audience": self.audience, "target": f"{URL_PREFIX}{notebook.stem}.html"}}
