"""In JupyterLab: a notebook of a course that is saved there holds what `miss notebooks` would store.

Without this, a save puts live widgets in the place of the page: the next session cannot find them.
"""

from pathlib import Path
from typing import Any

import nbformat

from ..notebooks.sync import make_stable


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    """Name this module to Jupyter's server, which reads of it in ``etc/jupyter/jupyter_server_config.d``."""
    return [{"module": __name__}]


def _load_jupyter_server_extension(server: Any) -> None:
    """Ask to see each file before it is saved."""
    server.contents_manager.register_pre_save_hook(keep_page)


def keep_page(model: dict[str, Any], path: str, contents_manager: Any, **_: Any) -> None:
    """Make what is about to be saved what `miss notebooks` stores, where it is a notebook of a course.

    Whatever this fails at, Jupyter's server logs, and saves the notebook as it was.

    Args:
        model: what is saved; its content is replaced.
        path: where, below the server's folder.
        contents_manager: what saves it.
    """
    if model.get("type") != "notebook" or not _is_of_a_course(Path(contents_manager.root_dir) / path.strip("/")):
        return
    notebook = nbformat.from_dict(model["content"])
    if notebook.metadata.get("kernelspec", {}).get("language", "python") == "python":
        make_stable(notebook)
        model["content"] = notebook


def _is_of_a_course(notebook: Path) -> bool:
    """Tell a course's notebook: it stands in ``notebooks``, beside the words."""
    folder = notebook.resolve().parent
    return folder.name == "notebooks" and any((folder.parent / "content").glob("*/course.yaml"))
