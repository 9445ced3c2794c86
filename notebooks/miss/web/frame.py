"""A stored notebook becomes a page of the course: the same file for Voilà, for any web server and for a USB stick."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

import nbformat
from markupsafe import Markup

from ..course import Course
from ..notebooks.read import is_check, read_notebook
from ..presenter.script import trainer_js
from ..render.citations import review_line
from ..render.environment import json_words, render, render_verbatim
from ..render.styles import THEME_COLOR
from ..schema.content import Content
from ..schema.records import Appendix, Section
from ..schema.text import plain
from .assets import course_js, whole_css
from .icons import Icon, icons
from .markdown import markdown

STATIC = "static/"


@dataclass(frozen=True)
class Delivery:
    """How a page reaches its reader; addresses are relative to the page.

    ``served`` is whether the course's own server answers; ``kernel`` where the page may ask for a kernel; ``offline``
    the script that keeps the course for when there is no network; ``live`` where the page hears that its words have
    changed, while somebody edits them; ``address`` where students open the course, where that is known: else the page
    takes its own.
    """

    served: bool = False
    kernel: str | None = None
    offline: str | None = None
    live: str | None = None
    address: str | None = None

    @property
    def codes(self) -> str | None:
        """Where QR codes come from: a server draws any, files were drawn for the address where they stand."""
        return "server" if self.served else "files" if self.address else None


@dataclass(frozen=True)
class Page:
    """What the page template needs to know beside what the cells show."""

    course: Course
    content: Content
    name: str  # what readers' devices keep under it stays theirs as long as it stays the same
    stem: str
    section: Section | None
    appendix: Appendix | None
    previous: Section | None
    next: Section | None
    version: str
    style_version: str
    delivery: Delivery
    trainer: str | None
    root: str = ""  # what the page's own addresses begin with, where it does not stand beside the others
    theme_color: str = THEME_COLOR

    @property
    def static(self) -> str:
        """Where the files are that the page loads."""
        return self.root + STATIC

    @property
    def own_title(self) -> str | None:
        """What the page adds to the course's name in the browser's tab; the home page has the course's alone."""
        own = self.section or self.appendix
        return own.title if own else None

    @property
    def description(self) -> str:
        """What a search engine says of this page: its lead; of the home page, the description of the course."""
        if self.section:
            return plain(self.section.lead.text)
        return self.appendix.lead if self.appendix else self.content.course.description

    @property
    def icons(self) -> list[Icon]:
        """The drawn icons that a page links; the others are for the manifest."""
        return [icon for icon in icons(self.course) if icon.rel]

    @property
    def review(self) -> str:
        """Who stands for the words, for the foot of the page."""
        return review_line(self.content)

    @property
    def quiet_words(self) -> str:
        """What the page may have to say by itself, for its script."""
        return json_words(self.content.interface.page, "kernel_lost copied unknown_address")


def render_page(
    notebook: Path,
    course: Course,
    delivery: Delivery = Delivery(),
    ran: nbformat.NotebookNode | None = None,
) -> str:
    """Make the page of one notebook from its stored outputs; nothing is run.

    Args:
        notebook: the file; its stem is the page's name.
        course: for the names in the frame, and the look of its pictures.
        delivery: how it reaches its reader.
        ran: the same notebook with other outputs, where those that are stored are not to be shown.

    Raises:
        BrokenNotebook: it is no notebook.
        UnreadableNotebook: the file cannot be read.
    """
    stored = ran or read_notebook(notebook)
    return _framed(stored, _page(notebook.stem, course, delivery))


def error_page(course: Course, status: int, root: str = "") -> str:
    """Make the page for an address that is not there (404), or for what the server could not do.

    Args:
        course: for the words.
        status: the HTTP status.
        root: where the course is, for an address that is not in its folder.
    """
    words = course.content.interface.page
    missing = status == 404
    title, text = (
        (words.not_found_title, words.not_found) if missing else (words.server_error_title, words.server_error)
    )
    html = render(course.content, "error.html", title=title, text=text, root=root)
    cell = nbformat.v4.new_code_cell(outputs=[nbformat.v4.new_output("display_data", data={"text/html": html})])
    return _framed(nbformat.v4.new_notebook(cells=[cell]), _page("", course, root=root))


def _framed(notebook: nbformat.NotebookNode, page: Page) -> str:
    cells = [html for cell in notebook.cells if not is_check(cell) for html in _cell_html(cell)]
    style = Markup(whole_css(page.course, "".join(cells)))  # noqa: S704 - style sheets, with texts as CSS strings
    return render_verbatim(page.content, "page.html", page=page, cells=cells, style=style)


def _cell_html(cell: nbformat.NotebookNode) -> list[Markup]:
    if cell.cell_type == "markdown":
        return [markdown(cell.source, cell.get("attachments", {}))]
    outputs = [output.get("data", {}) for output in cell.get("outputs", [])]
    return [Markup(data["text/html"]) for data in outputs if "text/html" in data]  # noqa: S704 - the cells made it


def _page(stem: str, course: Course, delivery: Delivery = Delivery(), root: str = "") -> Page:
    content = course.content
    sections = content.sections
    stems = [section.notebook for section in sections]
    at = stems.index(stem) if stem in stems else -1
    return Page(
        course=course,
        content=content,
        name=content.course.id or re.sub(r"\W+", "-", content.course.short.lower()),
        stem=stem,
        section=sections[at] if at >= 0 else None,
        appendix=next((appendix for appendix in content.appendices if appendix.notebook == stem), None),
        previous=sections[at - 1] if at > 0 else None,
        next=sections[at + 1] if at + 1 < len(sections) else None,
        version=version(course_js()),
        style_version=version(whole_css(course)),
        trainer=version(trainer_js(content)) if content.trainer else None,
        delivery=delivery,
        root=root,
    )


def version(script: str) -> str:
    """Name the state of a script, so that a browser keeps it until it changes."""
    return hashlib.sha256(script.encode()).hexdigest()[:12]
