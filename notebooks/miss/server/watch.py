"""Live reload for authors: an open page is notified when the words change, and reloads or lists what to correct."""

import asyncio
import json
import threading
from pathlib import Path
from typing import Any

from tornado.ioloop import IOLoop

from ..course import Course
from ..extras import extra
from ..schema.content import drawings_of
from ..web.assets import SCRIPTS_FOLDER
from .handlers import CourseHandler
from .pages import FreshPages

with extra("authors", "Following the words as they are saved"):
    from watchfiles import watch

WATCHED_SUFFIXES = (".yaml", ".ipynb", ".svg")
HEARTBEAT_S, VERSION_TTL_S = 15, 0.1


class WatchedPages(FreshPages):
    """Fresh pages that contain their version and the address of the event stream."""

    def __init__(self, course: Course, folder: Path, kernels: bool = True, address: str | None = None) -> None:
        super().__init__(course, folder, kernels, address)
        self.files["watch.js"] = ((SCRIPTS_FOLDER / "watch.js").read_text(encoding="utf-8"), "text/javascript")
        self._versions: dict[str, tuple[float, str]] = {}  # page name to time of computation and version
        self.changed = asyncio.Event()
        self.loop = IOLoop.current()
        threading.Thread(target=self._watch, daemon=True).start()

    def _watch(self) -> None:
        folders = [self.course.content_folder, self.folder, drawings_of(self.course.content_folder)]
        for changes in watch(*filter(Path.exists, folders), step=20, raise_interrupt=False):
            if any(file.endswith(WATCHED_SUFFIXES) for _, file in changes):
                self.loop.add_callback(self._notify)

    def _notify(self) -> None:
        changed, self.changed = self.changed, asyncio.Event()
        self._versions.clear()
        changed.set()

    def version(self, name: str) -> str:
        """Return the version of a page's files, cached briefly for all streams that a change wakes up."""
        if name not in self._versions or self.loop.time() > self._versions[name][0] + VERSION_TTL_S:
            self._versions[name] = (self.loop.time(), super().version(name))
        return self._versions[name][1]

    def _delivery_options(self, name: str, version: str) -> dict[str, str]:
        return {"live": f"course/changes/{name}?shown={version}"}


class ChangesHandler(CourseHandler):
    """A stream of server-sent events: one for each change that a page does not show yet."""

    disconnected = False
    pages: WatchedPages

    async def get(self, name: str) -> None:
        """Send changes to one page until it closes."""
        self.set_header("Content-Type", "text/event-stream")
        self.set_header("Cache-Control", "no-store")
        sent = {"state": self.get_argument("shown"), "problems": []}
        while not self.disconnected and name in self.pages.names:
            changed = self.pages.changed
            current = {"state": self.pages.version(name), "problems": self.pages.problems(name)}
            if current != sent:
                await self._send(f"data: {json.dumps(current)}\n\n")
                sent = current
            await self._wait(changed)

    async def _wait(self, changed: asyncio.Event) -> None:
        try:
            await asyncio.wait_for(changed.wait(), HEARTBEAT_S)
        except TimeoutError:
            await self._send(": heartbeat\n\n")

    async def _send(self, text: str) -> None:
        self.write(text)
        await self.flush()

    def on_connection_close(self) -> None:
        """End the stream."""
        self.disconnected = True


def watch_handler(base: str, options: dict[str, Any]) -> tuple[Any, ...]:
    """Return the route of the event stream."""
    return (rf"{base}course/changes/([\w-]+)", ChangesHandler, options)
