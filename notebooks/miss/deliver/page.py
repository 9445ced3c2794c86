"""A stored notebook becomes a page of the course: the same file for Voilà, for any web server and for a USB stick."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbconvert import HTMLExporter

from ..content.load import Content
from ..content.records import Appendix, Section
from ..course import ROOT
from ..render import json_words, render
from .assets import course_css, course_js

TEMPLATES = ROOT / "assets" / "jupyter" / "nbconvert" / "templates"
STATIC = "static/"


@dataclass(frozen=True)
class Page:
    """What the page template needs to know beside the notebook itself."""

    content: Content
    name: str
    section: Section | None
    appendix: Appendix | None
    previous: Section | None
    next: Section | None
    version: str
    kernel: str | None = None
    offline: str | None = None
    static: str = STATIC

    @property
    def style(self) -> str:
        """The whole look of the course, and what stands in the margins when a page is printed."""
        return course_css() + render(self.content, "paper_margins.css")

    @property
    def own_title(self) -> str | None:
        """What the page adds to the course's name in the browser's tab; the home page has the course's alone."""
        own = self.section or self.appendix
        return own.title if own else None

    @property
    def quiet_words(self) -> str:
        """What the page may have to say by itself, for its script."""
        return json_words(self.content.interface.page, "kernel_lost copied unknown_address")


def notebooks(folder: Path) -> list[Path]:
    """List the notebooks of a course, the home page first."""
    return sorted(folder.glob("*.ipynb"), key=lambda file: (file.stem != "index", file.stem))


def render_page(notebook: Path, content: Content, kernel: str | None = None, offline: str | None = None) -> str:
    """Make the page of one notebook from its stored outputs; nothing is run.

    Args:
        notebook: the file; its stem is the page's name.
        content: the course, for the names in the frame.
        offline: the script that keeps the course for when there is no network; for a site of plain files.
        kernel: where the page may ask for a kernel, relative to itself; none on a static site.
    """
    stored = nbformat.read(notebook, as_version=4)
    return _framed(stored, _page(notebook.stem, content, kernel, offline))


def error_page(content: Content, status: int) -> str:
    """Make the page for an address that is not there (404), or for what the server could not do."""
    words = content.interface.page
    missing = status == 404
    title, text = (
        (words.not_found_title, words.not_found) if missing else (words.server_error_title, words.server_error)
    )
    cell = nbformat.v4.new_code_cell(outputs=[_shown(render(content, "error.html", title=title, text=text))])
    return _framed(nbformat.v4.new_notebook(cells=[cell]), _page("", content))


def _framed(notebook: nbformat.NotebookNode, page: Page) -> str:
    exporter = HTMLExporter(extra_template_basedirs=[str(TEMPLATES)], template_name="miss")
    html, _ = exporter.from_notebook_node(notebook, resources={"page": page})
    return str(html)


def _shown(html: str) -> nbformat.NotebookNode:
    return nbformat.v4.new_output("display_data", data={"text/html": html})


def _page(stem: str, content: Content, kernel: str | None = None, offline: str | None = None) -> Page:
    sections = content.sections
    stems = [section.notebook for section in sections]
    at = stems.index(stem) if stem in stems else -1
    return Page(
        content=content,
        name=content.course.short.lower().replace(" ", "-"),
        section=sections[at] if at >= 0 else None,
        appendix=next((appendix for appendix in content.appendices if appendix.notebook == stem), None),
        previous=sections[at - 1] if at > 0 else None,
        next=sections[at + 1] if at + 1 < len(sections) else None,
        version=version(),
        kernel=kernel,
        offline=offline,
    )


def version() -> str:
    """Name the state of the script, so that a browser keeps it until it changes."""
    return hashlib.sha256(course_js().encode()).hexdigest()[:12]
