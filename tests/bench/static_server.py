"""A plain web server for the static pages: it compresses, and can do nothing else.

`python -m tests.bench.static_server FOLDER PORT`
"""

import gzip
import mimetypes
import sys
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


@cache
def compressed(file: Path) -> bytes:
    """Read and compress a file once."""
    return gzip.compress(file.read_bytes(), mtime=0)


class Files(BaseHTTPRequestHandler):
    """Answers with the files of one folder."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # as web servers do: else a body waits up to 40 ms for its headers' receipt
    folder = Path()

    def do_GET(self) -> None:
        file = self.folder / self.path.partition("?")[0].lstrip("/")
        found = file.is_file() and self.folder in file.resolve().parents
        body = compressed(file) if found else b""
        self.send_response(200 if found else 404)
        self.send_header("Content-Length", str(len(body)))
        if found:
            self.send_header("Content-Type", f"{mimetypes.guess_type(file.name)[0] or 'text/plain'}; charset=utf-8")
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Stay quiet."""


class Quiet(ThreadingHTTPServer):
    """A server for visitors who may leave in the middle of a page."""

    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


if __name__ == "__main__":
    Files.folder = Path(sys.argv[1]).resolve()
    Quiet(("127.0.0.1", int(sys.argv[2])), Files).serve_forever()
