"""Request handlers for readers: pages rendered from the stored notebooks, and their files."""

import re
from typing import Any

from jupyter_server.base.handlers import JupyterHandler
from tornado.web import HTTPError, RequestHandler, authenticated

from ..internals.tornado import is_finished, status_reason
from ..web.assets import TRAINER_FILES
from ..web.qr import QrCodeCache, QueueFull
from .audience import WRONG_KEY, Audience, query_of_view
from .compression import compressed

YEAR_S = 365 * 24 * 3600
LINK = re.compile(r"https?://\S{1,500}")


class PlainErrors(RequestHandler):
    """Responds to errors with one line of plain text, without a traceback, a cookie or Jupyter's own page."""

    def write_error(self, status_code: int, **kwargs: Any) -> None:  # noqa: ARG002
        """Write the status and its reason."""
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        self.finish(f"{status_code} {status_reason(self)}\n")


class CourseHandler(PlainErrors, JupyterHandler):
    """Serves everybody, unless the operator requires a token or a password."""

    def initialize(self, audience: Audience) -> None:
        """Set the pages that this request has the right to."""
        self.audience, self.pages = audience, audience.pages_for(self)

    async def prepare(self) -> None:
        """Require a login where the operator has set one up; a Jupyter server may leave that to its handlers."""
        await super().prepare()
        if not is_finished(self):
            authenticated(lambda _: None)(self)

    @property
    def content_security_policy(self) -> str:
        """The policy of responses that are no page: they load nothing."""
        return self.settings["course_policy"].for_file

    def send(self, body: bytes, media_type: str, cache_control: str) -> None:
        """Send a text, compressed if the client accepts gzip."""
        self.set_header("Content-Type", f"{media_type}; charset=utf-8")
        self.set_header("Cache-Control", cache_control)
        self.set_header("Vary", self.audience.vary)
        if "gzip" in self.request.headers.get("Accept-Encoding", ""):
            self.set_header("Content-Encoding", "gzip")
            body = compressed(body)
        self.finish(body)

    def send_page(self, html: bytes) -> None:
        """Send a page of the course with its content security policy."""
        self.set_header("Content-Security-Policy", self.settings["course_policy"].for_page(html))
        self.send(html, "text/html", self.audience.cache_control)

    def send_not_found(self, root: str = "") -> None:
        """Send the 404 page; `root` is the course's base URL, for an address outside its folder."""
        self.set_status(404)
        self.send_page(self.pages.error(404, root))


class PageHandler(CourseHandler):
    """Serves a page of the course from its stored notebook, without a kernel."""

    def get(self, name: str = "index") -> None:
        """Send a page, or the 404 page; whoever has the trainer's address of it is given the right, and sent on."""
        if self.audience.asks_for_right(self):
            self._answer_trainer("" if name == "index" else f"{name}.html")
        elif name not in self.pages.names:
            self.send_not_found()
        else:
            status, page = self.pages.response(name)
            self.set_status(status)
            self.send_page(page)

    def _answer_trainer(self, target: str) -> None:
        self.set_header("Cache-Control", "no-store")
        if self.audience.grant(self):
            self.redirect(f"{self.base_url}{target}?{query_of_view(self.request.query)}")
        else:
            self.set_status(403)
            self.set_header("Content-Type", "text/plain; charset=utf-8")
            self.finish(f"{WRONG_KEY}\n")


class NotFoundHandler(CourseHandler):
    """Handles every address that is neither the course's nor left to Voilà."""

    def get(self, path: str) -> None:  # noqa: ARG002
        """Send the 404 page."""
        self.send_not_found(self.base_url)


class StaticHandler(CourseHandler):
    """Serves what pages load; a changed file has another address, so browsers may cache it."""

    def get(self, name: str) -> None:
        """Send a file.

        Raises:
            HTTPError: there is no such file (404).
        """
        if name not in self.pages.files:
            raise HTTPError(404)
        content, media_type = self.pages.files[name]
        shared = "private" if name in TRAINER_FILES else "public"
        cache_control = f"{shared}, max-age={YEAR_S}, immutable"
        if isinstance(content, str):
            self.send(content.encode(), media_type, cache_control)
        else:
            self.set_header("Content-Type", media_type)
            self.set_header("Cache-Control", cache_control)
            self.finish(content)  # a font is compressed already


class RootFileHandler(CourseHandler):
    """Serves a file that browsers and crawlers request by a well-known name, such as an icon."""

    def initialize(self, audience: Audience, body: bytes, media_type: str) -> None:  # type: ignore[override]
        """Set the file to serve."""
        super().initialize(audience)
        self.body, self.media_type = body, media_type

    def get(self) -> None:
        """Send the file."""
        self.set_header("Content-Type", self.media_type)
        self.finish(self.body)


class QrCodeHandler(CourseHandler):
    """Serves QR codes. The page sends the link: the server cannot know the address under which it was opened."""

    def initialize(self, audience: Audience, codes: QrCodeCache) -> None:  # type: ignore[override]
        """Set the cache that draws the codes."""
        super().initialize(audience)
        self.codes = codes

    async def get(self) -> None:
        """Send the QR code of a link.

        Raises:
            HTTPError: it is no link (400), or too many codes are being drawn (503).
        """
        link = self.get_argument("link", "")
        if not LINK.fullmatch(link):
            raise HTTPError(400)
        try:
            svg = await self.codes.svg(link)
        except QueueFull:
            self.set_header("Retry-After", "1")
            raise HTTPError(503) from None
        self.set_header("Content-Type", "image/svg+xml; charset=utf-8")
        self.set_header("Cache-Control", "no-cache")
        self.finish(svg)  # not compressed: arbitrary codes would evict the pages from that cache


class RedirectHandler(CourseHandler):
    """Redirects Voilà's addresses to a page: its list of notebooks to the home page, a served notebook to its page."""

    def initialize(self, audience: Audience, target: str = "") -> None:
        """Set the target, relative to the base URL."""
        super().initialize(audience)
        self.target = target

    def get(self) -> None:
        """Send the redirect."""
        self.redirect(self.base_url + self.target)
