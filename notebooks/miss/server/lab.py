"""What JupyterLab and Notebook 7 need of their server: a course's look, and a pre-save hook.

The look is one style sheet, which the extension in ``assets/jupyter/labextension`` links. With the hook, a notebook is
saved as `miss notebooks` would store it. Without it, a save replaces the page in the stored output by a live widget
view that the next session cannot find.
"""

from pathlib import Path
from typing import Any

import nbformat
from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.utils import url_path_join
from tornado.web import authenticated

from ..course import Course, notebooks_at
from ..notebooks.sync import normalize
from ..web.assets import notebook_css

STYLE = "course-notebooks/style.css"  # below the server's base URL


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    """Return this module as the extension that ``etc/jupyter/jupyter_server_config.d`` enables."""
    return [{"module": __name__}]


def _load_jupyter_server_extension(server: Any) -> None:
    """Register the hook, and serve the style sheet."""
    server.contents_manager.register_pre_save_hook(keep_page)
    path = url_path_join(server.base_url, STYLE)
    server.web_app.add_handlers(".*$", [(path, StyleHandler, {"root": Path(server.root_dir)})])


class StyleHandler(JupyterHandler):
    """Serves the style sheet of outputs, with that of the pictures of the course in the server's folder, if any."""

    def initialize(self, root: Path) -> None:
        """Set the server's folder."""
        self.root = root

    @authenticated  # type: ignore[untyped-decorator]
    def get(self) -> None:
        """Send the style sheet."""
        folder = notebooks_at(self.root)
        self.set_header("Content-Type", "text/css; charset=utf-8")
        self.set_header("Cache-Control", "no-cache")
        self.finish(notebook_css(Course(folder.parent) if folder else None))


def keep_page(model: dict[str, Any], path: str, contents_manager: Any, **_: Any) -> None:
    """Replace the content of a course's notebook by what `miss notebooks` would store.

    Jupyter's server logs an exception raised here, and saves the notebook unchanged.

    Args:
        model: the contents model to be saved; its ``content`` is replaced.
        path: the file's path below the server's folder.
        contents_manager: the contents manager that saves it.
    """
    if model.get("type") != "notebook" or not _belongs_to_course(Path(contents_manager.root_dir) / path.strip("/")):
        return
    notebook = nbformat.from_dict(model["content"])
    if notebook.metadata.get("kernelspec", {}).get("language", "python") == "python":
        normalize(notebook)
        model["content"] = notebook


def _belongs_to_course(notebook: Path) -> bool:
    """Return whether a notebook is in the ``notebooks`` folder of a course."""
    folder = notebook.resolve().parent
    return folder.name == "notebooks" and any((folder.parent / "content").glob("*/course.yaml"))
