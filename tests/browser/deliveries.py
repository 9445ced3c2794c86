"""The same course, delivered in three ways: what a test may ask of each."""

import functools
import http.server
import threading
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any

from miss.export.site import write_site

from tests.conftest import COURSE
from tests.support.closing import Closing


class FileSite:
    """The static site with the trainer's parts, opened by double click: no server at all."""

    has_kernel = False

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "site"
        write_site(COURSE, self.folder, trainer=True)
        self.address = self.folder.as_uri() + "/"


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Gives the files of a folder, and notes nothing."""

    timeout = 60  # seconds after which a visitor who says nothing is let go

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def copyfile(self, *given: Any) -> None:
        """Send a file; a page that has closed meanwhile needs no more of it."""
        with suppress(ConnectionError):
            super().copyfile(*given)


class ServedFolder(Closing):
    """A site that is there already, on any web server, inside a ``with``."""

    has_kernel = False

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def open(self, parts: ExitStack) -> None:
        handler = functools.partial(QuietHandler, directory=str(self.folder))
        server = parts.enter_context(http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler))
        self.address = f"http://127.0.0.1:{server.server_port}/"
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        parts.callback(thread.join, timeout=30)
        parts.callback(server.shutdown)


class ServedSite(ServedFolder):
    """The static site on any web server, inside a ``with``."""

    def __init__(self, folder: Path) -> None:
        super().__init__(FileSite(folder).folder)
