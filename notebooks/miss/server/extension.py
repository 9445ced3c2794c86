"""The course inside a Jupyter server that is there already, such as JupyterLab's or one that JupyterHub starts.

Voilà is an extension of such a server, too, and would render a notebook of the course as any other: without the
course's frame, links and offline copy. So its addresses of the course's notebooks lead to the pages. Kernels are the
server's own there, so the pages have none. Whoever may use the server may read the course.
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
from .handlers import LeadHandler
from .headers import Policy
from .pages import FreshPages, Pages
from .routes import reading

FOLDER = "course-pages/"  # below the server's own base; a proxied server of the course is usually at course/


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    """Name this module to Jupyter's server, which reads of it in ``etc/jupyter/jupyter_server_config.d``."""
    return [{"module": __name__}]


class CourseExtension(Configurable):
    """What an operator may set; ``--CourseExtension.folder=…``."""

    folder = Unicode(help="The course's folder, where the server's own is no course.").tag(config=True)


def _load_jupyter_server_extension(server: Any) -> None:
    """Add the course's pages to a starting server; without a course, leave it as it is."""
    root = Path(server.root_dir)
    named = CourseExtension(parent=server).folder
    folder = notebooks_at(Path(named).resolve() if named else root)
    if folder is None or not any(folder.glob("*.ipynb")):
        if named:
            server.log.error("There is no course with notebooks in %s.", named)
        return
    try:
        # Nothing is stored here: somebody may be editing the notebooks.
        pages = FreshPages(Course(folder.parent), folder, kernels=False)
    except CourseError as error:
        server.log.error("The course is not served: %s", error)
        return
    base = url_path_join("/", server.base_url, "/")
    server.web_app.settings["course_policy"] = Policy()
    rendered = Rule(RenderedMatcher(f"{base}voila/render/", root, pages), LeadHandler)
    add_before_extensions(server.web_app, [rendered, *reading(re.escape(base + FOLDER), pages)])
    server.log.info("The course is at %s%s", base, FOLDER)


class RenderedMatcher(Matcher):
    """Picks Voilà's addresses of the course's own notebooks, and leaves every other notebook to Voilà."""

    def __init__(self, start: str, root: Path, pages: Pages) -> None:
        self.start, self.root, self.pages = start, root.resolve(), pages

    def match(self, request: HTTPServerRequest) -> dict[str, Any] | None:
        """Name the page that the address leads to."""
        if not request.path.startswith(self.start):
            return None
        notebook = Path(f"{self.root}/{unquote(request.path.removeprefix(self.start))}")
        if notebook.parent.resolve() != self.pages.folder.resolve() or notebook.stem not in self.pages.names:
            return None
        return {"target_kwargs": {"pages": self.pages, "to": f"{FOLDER}{notebook.stem}.html"}}
