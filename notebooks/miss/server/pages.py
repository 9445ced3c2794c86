"""The pages that a server serves: rendered from the stored notebooks, or from the current words."""

import hashlib
from pathlib import Path
from typing import Any, NamedTuple

import nbformat
from tornado.log import app_log

from ..course import Course, state_of
from ..errors import ContentError, CourseError
from ..notebooks.execute import execute_notebook
from ..notebooks.read import list_notebooks
from ..web.assets import static_files
from ..web.frame import Delivery, render_error_page, render_page


class CachedPage(NamedTuple):
    """A rendered page, and the version of the files that it was rendered from."""

    version: str
    html: bytes


class Pages:
    """Every page of the course, rendered from its stored notebook and again when that file changes."""

    def __init__(self, course: Course, folder: Path, kernels: bool = True, address: str | None = None) -> None:
        """Set what every page is rendered with.

        Args:
            course: the course, for the words of the frame.
            folder: the notebooks.
            kernels: whether a page may request a kernel.
            address: where students open the course, if that is known.
        """
        self.course, self.folder, self.kernels, self.address = course, folder, kernels, address
        self.files = static_files(course)  # read once: every visitor requests them
        self._cache: dict[str, CachedPage] = {}
        self._errors: dict[tuple[int, str], tuple[Course, bytes]] = {}  # with the course they were rendered for

    @property
    def names(self) -> set[str]:
        """The names of the pages, which are the stems of the notebooks."""
        return {file.stem for file in list_notebooks(self.folder)} - self.course.left_out

    def response(self, name: str) -> tuple[int, bytes]:
        """Return the status and body for a page; if it cannot be rendered, the cached page, or else an error page."""
        try:
            return 200, self.page(name)
        except CourseError as error:
            app_log.error("%s", error)
            if name not in self._cache:
                return 500, self.error(500)
            # Cached under the new version, so that rendering is tried, and its error logged, once for each change.
            cached = self._cache[name] = CachedPage(self.version(name), self._cache[name].html)
            return 200, cached.html

    def error(self, status: int, root: str = "") -> bytes:
        """Return the page for an unknown address (404) or a failed rendering (500), cached by status and root."""
        key = (status, root)
        if key not in self._errors or self._errors[key][0] is not self.course:
            self._errors[key] = (self.course, render_error_page(self.course, *key).encode())
        return self._errors[key][1]

    def page(self, name: str) -> bytes:
        """Return a page, rendered again only if its files have changed.

        Raises:
            CourseError: its notebook cannot be read; the message says how to repair it.
        """
        version = self.version(name)
        if name not in self._cache or self._cache[name].version != version:
            self._cache[name] = CachedPage(version, self.render(name, version).encode())
        return self._cache[name].html

    def version(self, name: str) -> str:
        """Return a hash of the metadata of the files that a page is rendered from."""
        return hashlib.sha256(repr(self._files_of(name)).encode()).hexdigest()[:12]

    def render(self, name: str, version: str) -> str:  # noqa: ARG002 - for pages that contain their version
        """Render a page."""
        return self._render_notebook(name)

    def _files_of(self, name: str) -> tuple[Any, ...]:
        return state_of(self.folder, f"{name}.ipynb")

    def _render_notebook(self, name: str, executed: nbformat.NotebookNode | None = None, **options: str) -> str:
        kernel = f"voila/render/{name}.ipynb" if self.kernels else None
        delivery = Delivery(served=True, kernel=kernel, address=self.address, **options)
        return render_page(self.folder / f"{name}.ipynb", self.course, delivery, executed)


class FreshPages(Pages):
    """Pages of the current words, whatever is stored: for a language that is not stored, and for authors.

    While the words cannot be read, the last page that could be rendered is served.
    """

    def __init__(self, course: Course, folder: Path, kernels: bool = True, address: str | None = None) -> None:
        self._state = course.state  # taken first: content that is saved meanwhile is read again
        super().__init__(course, folder, kernels, address)
        self._problems: dict[str, tuple[str, list[str]]] = {}  # page name to version and problems

    def page(self, name: str) -> bytes:
        """Return a page with the current words, or with the last ones that could be read."""
        if not self.problems(name):
            return super().page(name)
        if name not in self._cache:
            self._cache[name] = CachedPage("", self._render_notebook(name).encode())
        return self._cache[name].html

    def problems(self, name: str) -> list[str]:
        """Return what prevents a page from being rendered, one sentence each; computed once for each version."""
        version = self.version(name)
        if name not in self._problems or self._problems[name][0] != version:
            self._problems[name] = (version, self._find_problems(name))
        return self._problems[name][1]

    def _find_problems(self, name: str) -> list[str]:
        try:
            super().page(name)
        except ContentError as error:
            return [str(problem) for problem in error.problems]
        except CourseError as error:
            return [str(error)]
        return []

    def render(self, name: str, version: str) -> str:
        """Render a page by executing its notebook in this process."""
        self._reload()
        executed = execute_notebook(self.folder / f"{name}.ipynb", self.course.language, checks=False)
        return self._render_notebook(name, executed, **self._delivery_options(name, version))

    def _reload(self) -> None:
        """Read the content if it has changed; the last valid content stays if the new one is invalid."""
        state = self.course.state
        if state != self._state:
            self.course, self._state = self.course.reloaded(), state

    def _delivery_options(self, name: str, version: str) -> dict[str, str]:  # noqa: ARG002 - for pages that reload
        return {}

    def _files_of(self, name: str) -> tuple[Any, ...]:
        return (super()._files_of(name), self.course.state)
