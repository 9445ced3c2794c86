"""What the course's server answers: pages and their files from the stored notebooks, kernels behind them."""

import re
import time
from pathlib import Path
from typing import Any

from tornado.ioloop import IOLoop
from tornado.web import RequestHandler
from voila.tornado.handler import TornadoVoilaHandler

from ..course import choose, language, languages, own_language
from .codes import FOLDER, Busy, DrawnCodes
from .kernels import PAGE_ID, NoKernel, page_id
from .packing import packed, warm
from .pages import FreshPages, Pages
from .watch import WatchedPages, watch_handler

YEAR = 365 * 24 * 3600
LINK = re.compile(r"https?://\S{1,500}")
PART = r"(?:@|%40)?\w[\w.+-]*"
FILE = rf"(?:{PART}/)*{PART}"  # of Voilà's front end; by any other spelling Jupyter would keep its place once more


class CourseHandler(RequestHandler):
    """Answers anybody: the course asks for no account and sets no cookie."""

    def initialize(self, pages: Pages) -> None:
        """Take the pages that this server gives."""
        self.pages = pages

    def send(self, body: bytes, media: str, keep: str) -> None:
        """Answer with a text, compressed where the browser can read it so."""
        self.set_header("Content-Type", f"{media}; charset=utf-8")
        self.set_header("Cache-Control", keep)
        self.set_header("Vary", "Accept-Encoding")
        if "gzip" in self.request.headers.get("Accept-Encoding", ""):
            self.set_header("Content-Encoding", "gzip")
            body = packed(body)
        self.finish(body)


class PageHandler(CourseHandler):
    """A page of the course: the stored page, with no kernel and nothing run."""

    def get(self, name: str = "index") -> None:
        """Give a page, or say that there is none."""
        if name not in self.pages.names:
            self.set_status(404)
            self.send(self.pages.missing, "text/html", "no-cache")
            return
        self.send(self.pages.page(name), "text/html", "no-cache")


class StaticHandler(CourseHandler):
    """The script, the manifest and the icon; their addresses carry their version, so browsers keep them."""

    def get(self, name: str) -> None:
        """Give a file, or say that there is none."""
        if name not in self.pages.files:
            self.send_error(404)
            return
        text, media = self.pages.files[name]
        self.send(text.encode(), media, f"public, max-age={YEAR}, immutable")


class CodeHandler(CourseHandler):
    """QR codes. Only the page knows how the reader came here, so it says which link the code is to open."""

    def initialize(self, pages: Pages, codes: DrawnCodes) -> None:  # type: ignore[override]
        """Take what draws them."""
        super().initialize(pages)
        self.codes = codes

    async def get(self) -> None:
        """Draw the code of a link, or refuse what is none, or one too many."""
        link = self.get_argument("link", "")
        if not LINK.fullmatch(link):
            self.send_error(400)
            return
        try:
            drawn = await self.codes.picture(link)
        except Busy:
            self.set_header("Retry-After", "1")
            self.send_error(503)
            return
        self.set_header("Content-Type", "image/svg+xml; charset=utf-8")
        self.set_header("Cache-Control", "no-cache")
        self.finish(drawn)  # not packed: what anybody asks for would take the place of the pages there


class HomeHandler(CourseHandler):
    """What Voilà would list, is the course's home."""

    def get(self) -> None:
        """Lead home."""
        self.redirect(self.settings["base_url"])


class KernelHandler(TornadoVoilaHandler):
    """Voilà's own rendering, which starts a kernel: for the page's script. A person gets the page.

    Nothing here is cancelled: Python 3.11 may swallow a cancellation, and a turn would be lost with it. Voilà
    writes at least a heartbeat every second, so every write asks whether to go on.
    """

    gone = False
    until = float("inf")

    async def get(self, path: str = "") -> None:
        """Start a kernel and stream what Voilà renders, when it is this page's turn."""
        if "page" not in self.request.arguments:
            self.redirect(f"{self.base_url}{Path(path).stem}.html")
            return
        kernels = self.kernel_manager
        try:
            async with kernels.place(page_id(self.request.query), self.request.remote_ip), kernels.turn:
                self.until = time.monotonic() + kernels.seconds
                self._go_on()
                await super().get(path)
        except NoKernel as refused:
            self.log.info("No kernel for %s: %s", path, refused)
            self.set_status(204)  # an empty frame; the page is whole without it

    def write(self, chunk: Any) -> None:
        """Send a part of the rendering, or give the turn to the next page."""
        self._go_on()
        super().write(chunk)

    def _go_on(self) -> None:
        if self.gone:
            raise NoKernel("the page has closed")
        if time.monotonic() > self.until:
            raise NoKernel(f"it was not ready after {self.kernel_manager.seconds:g} seconds")

    def on_connection_close(self) -> None:
        """Remember that nobody waits for this kernel any more."""
        super().on_connection_close()
        self.gone = True


class EndHandler(RequestHandler):
    """A page says that it closes. Only the page knows its id, so the id is all the right it needs."""

    def check_xsrf_cookie(self) -> None:
        """Ask for no cookie: a beacon sends no header of ours."""

    async def post(self, page: str) -> None:
        """End the page's kernel."""
        await self.settings["kernel_manager"].end(page)
        self.set_status(204)


def course_handlers(app: Any, watch: bool = False) -> list[tuple[Any, ...]]:
    """List the addresses of the course, for Voilà to put before its own.

    Args:
        app: the running ``voila.app.Voila``.
        watch: whether open pages hear that the words have changed.
    """
    made = _pages(Path(app.root_dir), watch, kernels=app.kernel_manager.limit > 0)
    base, pages = app.base_url, {"pages": made}
    IOLoop.current().add_callback(warm, made)
    rendering = {
        "template_paths": app.template_paths,
        "config": app.config,
        "voila_configuration": app.voila_configuration,
    }
    return [
        *([watch_handler(base, pages)] if watch else []),
        (base, PageHandler, pages),
        (rf"{base}([\w-]+)\.html", PageHandler, pages),
        (rf"{base}static/([\w.-]+)", StaticHandler, pages),
        (rf"{base}{FOLDER}[\w.-]+\.svg", CodeHandler, pages | {"codes": DrawnCodes()}),
        (rf"{base}voila/tree.*", HomeHandler, pages),
        (rf"{base}voila/render/(.*)", KernelHandler, rendering),
        (rf"{base}course/end/({PAGE_ID})", EndHandler),
        (rf"{base}(voila/labextensions/(?!{FILE}$).*)", PageHandler, pages),
        (rf"{base}(?!voila/|api/|log)(.+)", PageHandler, pages),
    ]


def _pages(folder: Path, watch: bool, kernels: bool) -> Pages:
    """Choose the pages: stored ones, unless they are to follow the words or are stored in another language."""
    if languages(folder.parent):
        choose(folder.parent)  # `voila <another course>/notebooks`, wherever it is typed
    if watch:
        return WatchedPages(folder, kernels)
    return Pages(folder, kernels) if language() == own_language() else FreshPages(folder, kernels)
