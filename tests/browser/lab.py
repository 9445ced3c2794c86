"""JupyterLab in a process of its own."""

import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .server import free_port


@contextmanager
def jupyter_lab(notebooks: Path, config: Path) -> Iterator[str]:
    """Serve a folder of notebooks; gives the address."""
    port = free_port()
    command = [str(Path(sys.executable).parent / "jupyter"), "lab", "--no-browser", "--allow-root", f"--port={port}"]
    settings = ["--IdentityProvider.token=", f"--notebook-dir={notebooks}", "--LabApp.check_for_updates_class="
                "jupyterlab.NeverCheckForUpdate", "--LabApp.news_url="]  # fmt: skip
    environment = os.environ | {"JUPYTER_PREFER_ENV_PATH": "1", "JUPYTER_CONFIG_DIR": str(config)}
    process = subprocess.Popen(
        command + settings, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    address = f"http://localhost:{port}/lab"
    for _ in range(600):
        try:
            urllib.request.urlopen(address, timeout=5)
            break
        except OSError:
            time.sleep(0.1)
    yield address
    process.terminate()
    process.wait(timeout=60)
