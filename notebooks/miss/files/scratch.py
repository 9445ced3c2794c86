"""Folders that Jupyter and IPython write to, also where the home folder cannot be written to: a container, a kiosk."""

import os
import tempfile
from functools import cache
from pathlib import Path

from jupyter_core.paths import jupyter_config_dir, jupyter_data_dir, jupyter_runtime_dir


@cache
def scratch() -> Path:
    """Make a folder for what nobody keeps; it goes when this process ends."""
    made = tempfile.TemporaryDirectory(prefix="course-", ignore_cleanup_errors=True)
    _kept.append(made)
    return Path(made.name)


_kept: list[object] = []  # or the folder would go at once


def use_writable_folders() -> None:
    """Let Jupyter, and the kernels that it starts, write elsewhere where their usual folders cannot be written to."""
    usual = {
        "JUPYTER_DATA_DIR": jupyter_data_dir(),
        "JUPYTER_RUNTIME_DIR": jupyter_runtime_dir(),
        "JUPYTER_CONFIG_DIR": jupyter_config_dir(),
        "IPYTHONDIR": os.environ.get("IPYTHONDIR") or Path("~/.ipython").expanduser(),
    }
    for name, folder in usual.items():
        if not is_writable(Path(folder)):
            os.environ[name] = str(scratch() / name.lower())


def is_writable(folder: Path) -> bool:
    """Make a folder, if it is not there, and tell whether files can be written into it; only trying tells."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False
