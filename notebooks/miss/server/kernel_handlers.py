"""Request handlers for the kernel frame of a page: start a kernel, load Voilà's front end, release the kernel."""

import time
from typing import Any

from jupyter_server.base.handlers import FileFindHandler

from ..internals.voila import RenderingHandler
from .audience import Audience
from .handlers import CourseHandler, PlainErrors
from .kernels import KernelUnavailable, page_id


class KernelHandler(CourseHandler, RenderingHandler):
    """Voilà's rendering, which starts a kernel, for the page's script; without a page id, redirects to the page.

    The request is never cancelled: Python 3.11 may swallow a cancellation, which would leak the semaphore. Voilà writes
    at least a heartbeat every second, so each write checks whether to continue.
    """

    disconnected = False
    deadline = float("inf")

    def initialize(self, audience: Audience, **options: Any) -> None:
        """Set the pages that this request has the right to, and Voilà's rendering options."""
        CourseHandler.initialize(self, audience)
        RenderingHandler.initialize(self, **options)

    @property
    def content_security_policy(self) -> str:
        """The policy that Voilà's front end needs."""
        return self.settings["course_policy"].for_kernel

    async def get(self, path: str = "") -> None:
        """Start a kernel once the semaphore allows, and stream what Voilà renders."""
        name = path.removesuffix(".ipynb")
        if name not in self.pages.names:
            self.send_not_found()
            return
        if "page" not in self.request.arguments:
            self.redirect(f"{self.base_url}{name}.html")
            return
        kernels = self.kernel_manager
        try:
            async with kernels.slot(page_id(self.request.query), self.request.remote_ip), kernels.start_semaphore:
                self.deadline = time.monotonic() + kernels.start_timeout_s
                self._check_active()
                await RenderingHandler.get(self, path)
        except KernelUnavailable as error:
            self.log.info("No kernel for %s: %s", path, error)
            self.set_status(204)  # the frame stays empty; the page works without it

    def write(self, chunk: Any) -> None:
        """Send a part of the rendering, unless the page has closed or the start has timed out."""
        self._check_active()
        super().write(chunk)

    def _check_active(self) -> None:
        if self.disconnected:
            raise KernelUnavailable("the page has closed")
        if time.monotonic() > self.deadline:
            raise KernelUnavailable(f"it was not ready after {self.kernel_manager.start_timeout_s:g} seconds")

    def on_connection_close(self) -> None:
        """Mark the request as abandoned; the next write ends it."""
        super().on_connection_close()
        self.disconnected = True


class FrontEndHandler(PlainErrors, FileFindHandler):
    """Serves the lab extensions of Voilà's front end that render the widgets in the kernel frame."""


class ReleaseHandler(CourseHandler):
    """Releases the page's kernel. The page id is a capability: beacons cannot send XSRF headers."""

    def check_xsrf_cookie(self) -> None:
        """Skip the check: a beacon cannot send the header."""

    async def post(self, page: str) -> None:
        """Shut down the page's kernel."""
        await self.settings["kernel_manager"].release(page)
        self.set_status(204)
