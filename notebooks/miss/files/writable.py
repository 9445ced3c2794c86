"""Writable folders for Jupyter and IPython, also where the home folder is read-only: a container, a kiosk."""

import os
import tempfile
from functools import cache
from pathlib import Path

from jupyter_core.paths import jupyter_config_dir, jupyter_data_dir, jupyter_runtime_dir


@cache
def temporary_folder() -> Path:
    """Return a temporary folder of this process; it is deleted when the process ends."""
    folder = tempfile.TemporaryDirectory(prefix="course-", ignore_cleanup_errors=True)
    _references.append(folder)
    return Path(folder.name)


_references: list[object] = []  # without a reference, the folder would be deleted at once


def use_writable_folders() -> None:
    """Point Jupyter, and the kernels that it starts, to a temporary folder where their own are not writable."""
    defaults = {
        "JUPYTER_DATA_DIR": jupyter_data_dir(),
        "JUPYTER_RUNTIME_DIR": jupyter_runtime_dir(),
        "JUPYTER_CONFIG_DIR": jupyter_config_dir(),
        "IPYTHONDIR": os.environ.get("IPYTHONDIR") or Path("~/.ipython").expanduser(),
    }
    for name, folder in defaults.items():
        if not is_writable(Path(folder)):
            os.environ[name] = str(temporary_folder() / name.lower())


def is_writable(folder: Path) -> bool:
    """Create a folder if it is missing, and return whether files can be created in it.

    It tries, since permission bits say nothing about read-only mounts, ACLs or root.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False
