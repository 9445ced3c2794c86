"""A host with several courses in its folders, whose answers a test may change: late, refused, led elsewhere."""

import http.server
import shutil
import threading
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from tests.support.closing import Closing

from .deliveries import QuietHandler

LONGEST = 60  # seconds that an answer is held back, if nobody ends it before


class Answering(QuietHandler):
    """Gives the files of a folder, unless the host was told to answer something else."""

    host: "Host"

    def do_GET(self) -> None:
        """Answer as the host was told."""
        self.host.asked.append(self.path)
        del self.headers["If-Modified-Since"]  # two versions may be put here within the second that it counts in
        if not self.host.answer(self):
            super().do_GET()

    def end_headers(self) -> None:
        """Add the headers that the host was told to send."""
        for name, value in self.host.headers.items():
            self.send_header(name, value)
        super().end_headers()


Answer = Callable[[Answering], bool]  # whether it has answered; else the file does


def files(_: Answering) -> bool:
    """Give the file."""
    return False


def hang(handler: Answering) -> bool:
    """Take the request and never answer."""
    handler.host.ended.wait(LONGEST)
    handler.close_connection = True
    return True


def drop(handler: Answering) -> bool:
    """End the connection without a word, as a server that is not there."""
    handler.close_connection = True
    return True


def status(code: int, text: str = "", **headers: str) -> Answer:
    """Answer with a status, such as 503, and a page of one's own."""

    def answer(handler: Answering) -> bool:
        body = text.encode()
        handler.send_response(code)
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.send_header("Content-Type", "text/html")
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)
        return True

    return answer


class Host(Closing):
    """One origin, inside a ``with``; `address` ends with a slash."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.answer: Answer = files
        self.headers: dict[str, str] = {}
        self.asked: list[str] = []
        self.ended = threading.Event()

    def add(self, site: Path, name: str) -> str:
        """Put a site into a folder of this host, in place of what is there; gives its address."""
        shutil.rmtree(self.folder / name, ignore_errors=True)
        shutil.copytree(site, self.folder / name)
        return f"{self.address}{name}/"

    def open(self, parts: ExitStack) -> None:
        handler = type("Handler", (Answering,), {"host": self})
        made = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(self.folder)))
        self.server = parts.enter_context(made)
        self.address = f"http://127.0.0.1:{self.server.server_port}/"
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        parts.callback(self.server.shutdown)
        parts.callback(self.ended.set)
