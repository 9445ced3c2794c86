"""What the frame behind a page asks the server for: a kernel, the front end that draws its widgets, and its end."""

import time
from typing import Any

from jupyter_server.base.handlers import FileFindHandler

from ..internals.voila import RenderingHandler
from .handlers import CourseHandler, PlainErrors
from .kernels import NoKernel, page_id
from .pages import Pages


class KernelHandler(CourseHandler, RenderingHandler):
    """Voilà's own rendering, which starts a kernel: for the page's script. A person gets the page.

    Nothing here is cancelled: Python 3.11 may swallow a cancellation, and a turn would be lost with it. Voilà
    writes at least a heartbeat every second, so every write asks whether to go on.
    """

    gone = False
    until = float("inf")

    def initialize(self, pages: Pages, **kwargs: Any) -> None:
        """Take the pages that this server gives, and what Voilà renders with."""
        CourseHandler.initialize(self, pages)
        RenderingHandler.initialize(self, **kwargs)

    @property
    def content_security_policy(self) -> str:
        """Allow what Voilà's front end needs."""
        return self.settings["course_policy"].for_kernel

    async def get(self, path: str = "") -> None:
        """Start a kernel and stream what Voilà renders, when it is this page's turn."""
        name = path.removesuffix(".ipynb")
        if name not in self.pages.names:
            self.send_missing()
            return
        if "page" not in self.request.arguments:
            self.redirect(f"{self.base_url}{name}.html")
            return
        kernels = self.kernel_manager
        try:
            async with kernels.place(page_id(self.request.query), self.request.remote_ip), kernels.turn:
                self.until = time.monotonic() + kernels.seconds
                self._go_on()
                await RenderingHandler.get(self, path)
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


class FrontEndHandler(PlainErrors, FileFindHandler):
    """The parts of Voilà's front end that draw the widgets, in the frame behind a page."""


class EndHandler(CourseHandler):
    """A page says that it closes. Only the page knows its id, so the id is all the right it needs."""

    def check_xsrf_cookie(self) -> None:
        """Ask for no cookie: a beacon sends no header of ours."""

    async def post(self, page: str) -> None:
        """End the page's kernel."""
        await self.settings["kernel_manager"].end(page)
        self.set_status(204)
