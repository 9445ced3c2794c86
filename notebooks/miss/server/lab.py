"""A pre-save hook for JupyterLab: a course's notebook is saved there as `miss notebooks` would store it.

Without it, a save replaces the page in the stored output by a live widget view that the next session cannot find.
"""

from pathlib import Path
from typing import Any

import nbformat

from ..notebooks.sync import normalize


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    """Return this module as the extension that ``etc/jupyter/jupyter_server_config.d`` enables."""
    return [{"module": __name__}]


def _load_jupyter_server_extension(server: Any) -> None:
    """Register the hook."""
    server.contents_manager.register_pre_save_hook(keep_page)


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
