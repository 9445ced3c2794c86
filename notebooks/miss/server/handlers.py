"""What the course's server answers a reader with: pages from the stored notebooks, and their files."""

import re
from typing import Any

from jupyter_server.base.handlers import JupyterHandler
from tornado.web import HTTPError, RequestHandler, authenticated

from ..internals.tornado import is_finished, reason
from ..web.qr import Busy, DrawnCodes
from .compression import packed
from .pages import Pages

YEAR = 365 * 24 * 3600
LINK = re.compile(r"https?://\S{1,500}")


class PlainErrors(RequestHandler):
    """Says what went wrong in a line, without a traceback, a cookie or Jupyter's own page."""

    def write_error(self, status_code: int, **kwargs: Any) -> None:  # noqa: ARG002
        """Say it."""
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(f"{status_code} {reason(self)}\n")


class CourseHandler(PlainErrors, JupyterHandler):
    """Answers who may read the course: anybody, unless the operator asked for a token or a password."""

    def initialize(self, pages: Pages) -> None:
        """Take the pages that this server gives."""
        self.pages = pages

    async def prepare(self) -> None:
        """Ask for a login where the operator wants one; a Jupyter server may leave that to its handlers."""
        await super().prepare()
        if not is_finished(self):
            authenticated(lambda _: None)(self)

    @property
    def content_security_policy(self) -> str:
        """Allow nothing: what is no page loads nothing."""
        return self.settings["course_policy"].for_file

    def send(self, body: bytes, media: str, keep: str) -> None:
        """Answer with a text, compressed where the browser can read it so."""
        self.set_header("Content-Type", f"{media}; charset=utf-8")
        self.set_header("Cache-Control", keep)
        self.set_header("Vary", "Accept-Encoding")
        if "gzip" in self.request.headers.get("Accept-Encoding", ""):
            self.set_header("Content-Encoding", "gzip")
            body = packed(body)
        self.finish(body)

    def send_page(self, html: bytes) -> None:
        """Answer with a page of the course, and with what it may load."""
        self.set_header("Content-Security-Policy", self.settings["course_policy"].for_page(html))
        self.send(html, "text/html", "no-cache")

    def send_missing(self, root: str = "") -> None:
        """Answer that there is no such page; `root` is where the course is, where the address is not in its folder."""
        self.set_status(404)
        self.send_page(self.pages.error(404, root))


class PageHandler(CourseHandler):
    """A page of the course: the stored page, with no kernel and nothing run."""

    def get(self, name: str = "index") -> None:
        """Give a page, or say that there is none."""
        if name not in self.pages.names:
            self.send_missing()
            return
        status, page = self.pages.answer(name)
        self.set_status(status)
        self.send_page(page)


class MissingHandler(CourseHandler):
    """Every address that is not the course's, and that Voilà is not to answer either."""

    def get(self, path: str) -> None:  # noqa: ARG002
        """Say that there is no such page."""
        self.send_missing(self.base_url)


class StaticHandler(CourseHandler):
    """The script, the manifest and the icon; their addresses carry their version, so browsers keep them."""

    def get(self, name: str) -> None:
        """Give a file, or say that there is none."""
        if name not in self.pages.files:
            raise HTTPError(404)
        text, media = self.pages.files[name]
        self.send(text.encode(), media, f"public, max-age={YEAR}, immutable")


class RootFileHandler(CourseHandler):
    """What browsers and crawlers ask for by names of their own, such as an icon."""

    def initialize(self, pages: Pages, body: bytes, media: str) -> None:  # type: ignore[override]
        """Take the one file to give."""
        super().initialize(pages)
        self.body, self.media = body, media

    def get(self) -> None:
        """Give it."""
        self.set_header("Content-Type", self.media)
        self.finish(self.body)


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
            raise HTTPError(400)
        try:
            drawn = await self.codes.picture(link)
        except Busy:
            self.set_header("Retry-After", "1")
            raise HTTPError(503) from None
        self.set_header("Content-Type", "image/svg+xml; charset=utf-8")
        self.set_header("Cache-Control", "no-cache")
        self.finish(drawn)  # not packed: what anybody asks for would take the place of the pages there


class LeadHandler(CourseHandler):
    """Leads to a page: what Voilà would list is the course's home, and one notebook to serve is its page."""

    def initialize(self, pages: Pages, to: str = "") -> None:
        """Take where to lead, as seen from the course's base."""
        super().initialize(pages)
        self.to = to

    def get(self) -> None:
        """Lead there."""
        self.redirect(self.base_url + self.to)
