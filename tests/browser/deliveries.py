"""The same course, delivered in three ways: what a test may ask of each."""

import functools
import http.server
import threading
from pathlib import Path

from miss.deliver.site import write_site


class FileSite:
    """The static site, opened by double click: no server at all."""

    has_kernel = False

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "site"
        write_site(self.folder)
        self.address = self.folder.as_uri() + "/"

    def stop(self) -> None:
        """Nothing runs."""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


class ServedFolder:
    """A site that is there already, on any web server."""

    has_kernel = False

    def __init__(self, folder: Path) -> None:
        handler = functools.partial(_Quiet, directory=str(folder))
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}/"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self.server.shutdown()
        self.server.server_close()


class ServedSite(ServedFolder):
    """The static site on any web server."""

    def __init__(self, folder: Path) -> None:
        self.folder = FileSite(folder).folder
        super().__init__(self.folder)
