"""While somebody edits the words: an open page hears that they have changed, and shows them or says what to mend."""

import asyncio
import json
import threading
from pathlib import Path
from typing import Any

from tornado.ioloop import IOLoop

from ..course import Course
from ..extras import extra
from ..web.assets import PAGE
from .handlers import CourseHandler
from .pages import FreshPages

with extra("authors", "Following the words as they are saved"):
    from watchfiles import watch

EDITED = (".yaml", ".ipynb")
HEARTBEAT, MOMENT = 15, 0.1  # seconds


class WatchedPages(FreshPages):
    """Fresh pages that know where to hear of changes, and which state of the words they show."""

    def __init__(self, course: Course, folder: Path, kernels: bool = True, address: str | None = None) -> None:
        super().__init__(course, folder, kernels, address)
        self.files["watch.js"] = ((PAGE / "watch.js").read_text(encoding="utf-8"), "text/javascript")
        self._states: dict[str, tuple[float, str]] = {}  # by page: when it was looked up, and what it was
        self.changed = asyncio.Event()
        self.loop = IOLoop.current()
        threading.Thread(target=self._watch, daemon=True).start()

    def _watch(self) -> None:
        for changes in watch(self.course.content_folder, self.folder, step=20, raise_interrupt=False):
            if any(file.endswith(EDITED) for _, file in changes):
                self.loop.add_callback(self._tell)

    def _tell(self) -> None:
        heard, self.changed = self.changed, asyncio.Event()
        self._states.clear()
        heard.set()

    def state(self, name: str) -> str:
        """Name the state of a page's files, looked up once for all who ask in the same moment."""
        if name not in self._states or self.loop.time() > self._states[name][0] + MOMENT:
            self._states[name] = (self.loop.time(), super().state(name))
        return self._states[name][1]

    def _told(self, name: str, state: str) -> dict[str, str]:
        return {"live": f"course/changes/{name}?shown={state}"}


class ChangesHandler(CourseHandler):
    """A stream of server-sent events: one for each change that a page does not show yet."""

    gone = False
    pages: WatchedPages

    async def get(self, name: str) -> None:
        """Tell one open page of changes for as long as it is open."""
        self.set_header("Content-Type", "text/event-stream")
        self.set_header("Cache-Control", "no-store")
        told = {"state": self.get_argument("shown"), "problems": []}
        while not self.gone and name in self.pages.names:
            changed = self.pages.changed
            news = {"state": self.pages.state(name), "problems": self.pages.problems(name)}
            if news != told:
                await self._send(f"data: {json.dumps(news)}\n\n")
                told = news
            await self._wait(changed)

    async def _wait(self, changed: asyncio.Event) -> None:
        try:
            await asyncio.wait_for(changed.wait(), HEARTBEAT)
        except TimeoutError:
            await self._send(": still here\n\n")

    async def _send(self, text: str) -> None:
        self.write(text)
        await self.flush()

    def on_connection_close(self) -> None:
        """Stop: nobody listens any more."""
        self.gone = True


def watch_handler(base: str, pages: dict[str, Any]) -> tuple[Any, ...]:
    """Name the address at which a page hears of changes."""
    return (rf"{base}course/changes/([\w-]+)", ChangesHandler, pages)
