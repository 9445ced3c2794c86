"""The pages that a server gives: made from the stored notebooks, or from the words as they are at this moment."""

import hashlib
from pathlib import Path
from typing import Any, NamedTuple

import nbformat
from tornado.log import app_log

from ..course import Course, state_of
from ..errors import ContentError, CourseError
from ..notebooks.execute import run
from ..notebooks.read import notebooks
from ..web.assets import static_files
from ..web.frame import Delivery, error_page, render_page


class Made(NamedTuple):
    """A page, and the state of the files that it was made from."""

    state: str
    html: bytes


class Pages:
    """Every page of the course, made from its stored notebook and made again when that file changes."""

    def __init__(self, course: Course, folder: Path, kernels: bool = True, address: str | None = None) -> None:
        """Take what every page is made with.

        Args:
            course: whose words are in the frame.
            folder: the notebooks.
            kernels: whether a page may ask for a kernel.
            address: where students open the course, if that is known.
        """
        self.course, self.folder, self.kernels, self.address = course, folder, kernels, address
        self.files = static_files(course)  # what a page loads beside itself; every visitor asks for it
        self._made: dict[str, Made] = {}
        self._errors: dict[tuple[int, str], tuple[Course, bytes]] = {}  # with the words that the page is made of

    @property
    def names(self) -> set[str]:
        """The stems of the notebooks; each is the name of a page."""
        return {file.stem for file in notebooks(self.folder)}

    def answer(self, name: str) -> tuple[int, bytes]:
        """Give a page and its status: one that can no longer be made as it was, one that never could be as an error."""
        try:
            return 200, self.page(name)
        except CourseError as error:
            app_log.error("%s", error)
            if name not in self._made:
                return 500, self.error(500)
            kept = Made(self.state(name), self._made[name].html)  # so it is tried, and told, once for each change
            self._made[name] = kept
            return 200, kept.html

    def error(self, status: int, root: str = "") -> bytes:
        """Give the page for an address that is not there (404), or for a page that cannot be made; see ``error_page``.

        It is made once for the words.
        """
        asked = (status, root)
        if asked not in self._errors or self._errors[asked][0] is not self.course:
            self._errors[asked] = (self.course, error_page(self.course, *asked).encode())
        return self._errors[asked][1]

    def page(self, name: str) -> bytes:
        """Give one page; it is made only if what it is made from has changed since.

        Raises:
            CourseError: its notebook cannot be read; the message says how to mend it.
        """
        state = self.state(name)
        if name not in self._made or self._made[name].state != state:
            self._made[name] = Made(state, self.render(name, state).encode())
        return self._made[name].html

    def state(self, name: str) -> str:
        """Name the state of the files that a page is made from."""
        return hashlib.sha256(repr(self._files_of(name)).encode()).hexdigest()[:12]

    def render(self, name: str, state: str) -> str:  # noqa: ARG002 - for pages that know their state
        """Make one page."""
        return self._framed(name)

    def _files_of(self, name: str) -> tuple[Any, ...]:
        return state_of(self.folder, f"{name}.ipynb")

    def _framed(self, name: str, ran: nbformat.NotebookNode | None = None, **more: str) -> str:
        kernel = f"voila/render/{name}.ipynb" if self.kernels else None
        delivery = Delivery(served=True, kernel=kernel, address=self.address, **more)
        return render_page(self.folder / f"{name}.ipynb", self.course, delivery, ran)


class FreshPages(Pages):
    """Pages of the words as they are now, whatever is stored: for a language that is not, and for who edits them.

    Words that cannot be read cost nobody the page: it stays as it was.
    """

    def __init__(self, course: Course, folder: Path, kernels: bool = True, address: str | None = None) -> None:
        super().__init__(course, folder, kernels, address)
        self._found: dict[str, tuple[str, list[str]]] = {}  # by page: the state of its files, and what is wrong there

    def page(self, name: str) -> bytes:
        """Give one page as the words are now, or as it was when they could last be read."""
        if not self.problems(name):
            return super().page(name)
        if name not in self._made:
            self._made[name] = Made("", self._framed(name).encode())
        return self._made[name].html

    def problems(self, name: str) -> list[str]:
        """Say what keeps a page from being what the words are now, one sentence each; found once for all who ask."""
        state = self.state(name)
        if name not in self._found or self._found[name][0] != state:
            self._found[name] = (state, self._problems(name))
        return self._found[name][1]

    def _problems(self, name: str) -> list[str]:
        try:
            super().page(name)
        except ContentError as error:
            return [str(problem) for problem in error.problems]
        except CourseError as error:
            return [str(error)]
        return []

    def render(self, name: str, state: str) -> str:
        """Make one page by running its notebook here."""
        self.course = self.course.reloaded()
        ran = run(self.folder / f"{name}.ipynb", self.course.language, checks=False)
        return self._framed(name, ran, **self._told(name, state))

    def _told(self, name: str, state: str) -> dict[str, str]:  # noqa: ARG002 - for pages that are told of changes
        return {}

    def _files_of(self, name: str) -> tuple[Any, ...]:
        return (super()._files_of(name), self.course.state)
