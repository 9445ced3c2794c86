"""Render a stored notebook as a page of the course: the same for Voilà, for static sites and for ``file:`` URLs."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

import nbformat
from markupsafe import Markup

from ..course import Course
from ..notebooks.read import is_on_page, read_notebook
from ..render.environment import render, render_verbatim
from ..render.filters import pick_json
from ..render.fonts import FONT, font_styles
from ..render.links import way_through
from ..render.output import from_output
from ..render.review import review_status
from ..render.styles import THEME_COLOR
from ..schema.content import Content
from ..schema.records import Appendix, Section
from ..schema.text import plain
from .assets import TRAINER_FILES, course_js, linked_css, page_css
from .icons import Icon, icons
from .markdown import markdown
from .moments import group_moments
from .progress_mark import progress_mark

STATIC = "static/"
# What a stored output has for trainers alone. Students' pages lack it.
FOR_TRAINERS = re.compile(r'<(\w+) class="for-trainers">.*?</\1>\n?', re.DOTALL)


@dataclass(frozen=True)
class Delivery:
    """How a page is delivered. URLs are relative to the page.

    ``served`` is whether the course's own server answers; ``kernel`` the URL at which the page may request a kernel;
    ``offline`` the service worker's script; ``live`` the URL of the event stream for live reload; ``address`` the
    course's public URL, if it is known, else the page uses its own.
    """

    served: bool = False
    kernel: str | None = None
    offline: str | None = None
    live: str | None = None
    address: str | None = None

    @property
    def codes(self) -> str | None:
        """The source of QR codes: the server, or a site's files if its public URL is known."""
        return "server" if self.served else "files" if self.address else None


@dataclass(frozen=True)
class Page:
    """The context of the page template, without the rendered cells."""

    course: Course
    content: Content
    name: str  # part of the storage keys on readers' devices, so it must not change
    stem: str
    section: Section | None
    appendix: Appendix | None
    previous: Section | Appendix | None
    next: Section | Appendix | None
    version: str
    style_version: str
    delivery: Delivery
    trainer: str | None
    root: str = ""  # the prefix of relative URLs, for a page that is not in the course's folder
    theme_color: str = THEME_COLOR

    @property
    def static(self) -> str:
        """The URL of the folder of the files that the page loads."""
        return self.root + STATIC

    @property
    def font(self) -> str:
        """The URL of the typeface."""
        return self.static + FONT.name

    @property
    def own_title(self) -> str | None:
        """The page's part of the document title; the home page has the course's title only."""
        part = self.section or self.appendix
        return part.title if part else None

    @property
    def description(self) -> str:
        """The page's meta description: its lead, or on the home page the course's description."""
        if self.section:
            return plain(self.section.lead.text)
        return self.appendix.lead if self.appendix else self.content.course.description

    @property
    def icons(self) -> list[Icon]:
        """The icons that a page links; the others are in the manifest only."""
        return [icon for icon in icons(self.course) if icon.rel]

    @property
    def mark(self) -> Markup:
        """The mark of each section, which fills with what is done."""
        return progress_mark(self.course)

    @property
    def review(self) -> str:
        """The line in the footer on who reviewed the texts."""
        return review_status(self.content)

    @property
    def status_words(self) -> str:
        """The messages of the status line, as JSON for the page's script."""
        return pick_json(self.content.interface.page, "kernel_lost server_lost copied unknown_address")


def render_page(
    notebook: Path,
    course: Course,
    delivery: Delivery = Delivery(),
    executed: nbformat.NotebookNode | None = None,
) -> str:
    """Return the HTML page of a notebook, rendered from its stored outputs without executing it.

    Args:
        notebook: the file; its stem is the page's name.
        course: for the texts of the frame and the styles of pictures.
        delivery: how the page is delivered.
        executed: the executed notebook, to be rendered instead of the stored one.

    Raises:
        BrokenNotebook: the file is not a notebook.
        UnreadableNotebook: the file cannot be read.
    """
    stored = executed or read_notebook(notebook)
    return _framed(stored, _page(notebook.stem, course, delivery))


def render_error_page(course: Course, status: int, root: str = "") -> str:
    """Return the HTML page for an HTTP error.

    Args:
        course: for the texts.
        status: the HTTP status: 404, or any other for an internal error.
        root: the URL of the course's folder, for an address outside of it.
    """
    words = course.content.interface.page
    not_found = status == 404
    title, text = (
        (words.not_found_title, words.not_found) if not_found else (words.server_error_title, words.server_error)
    )
    html = render(course.content, "error.html", title=title, text=text, root=root)
    cell = nbformat.v4.new_code_cell(outputs=[nbformat.v4.new_output("display_data", data={"text/html": html})])
    return _framed(nbformat.v4.new_notebook(cells=[cell]), _page("", course, root=root))


def _framed(notebook: nbformat.NotebookNode, page: Page) -> str:
    cells = [html for cell in notebook.cells if is_on_page(cell) for html in _cell_html(cell)]
    if page.course.for_students_only:
        cells = [Markup(FOR_TRAINERS.sub("", html)) for html in cells]  # noqa: S704 - output is trusted
    css = font_styles(page.font) + page_css(page.course, "".join(cells))
    style = Markup(css)  # noqa: S704 - texts are CSS strings
    moments = group_moments(cells, page.section) if page.section else []
    return render_verbatim(page.content, "page.html", page=page, cells=cells, moments=moments, style=style)


def _cell_html(cell: nbformat.NotebookNode) -> list[Markup]:
    if cell.cell_type == "markdown":
        return [markdown(cell.source, cell.get("attachments", {}))]
    outputs = [output.get("data", {}) for output in cell.get("outputs", [])]
    shown = [from_output(data["text/html"]) for data in outputs if "text/html" in data]
    return [Markup(html) for html in shown]  # noqa: S704 - output is trusted


def _page(stem: str, course: Course, delivery: Delivery = Delivery(), root: str = "") -> Page:
    content = course.content
    way = way_through(content)
    stems = ["index", *(each.notebook for each in way)]
    place = stems.index(stem) if stem in stems else None
    return Page(
        course=course,
        content=content,
        name=content.course.id or re.sub(r"\W+", "-", content.course.short.lower()),
        stem=stem,
        section=next((section for section in content.sections if section.notebook == stem), None),
        appendix=next((appendix for appendix in content.appendices if appendix.notebook == stem), None),
        previous=way[place - 2] if place and place > 1 else None,
        next=way[place] if place is not None and place < len(way) else None,
        version=version(course_js()),
        style_version=version(linked_css(course)),
        trainer=version(TRAINER_FILES["trainer.js"](content)) if content.trainer else None,
        delivery=delivery,
        root=root,
    )


def version(text: str) -> str:
    """Return a hash of a file's text for its URL, so that browsers cache the file until it changes."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]
