"""The course on paper: handouts and the session plan, from the same content and templates as the pages."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from markupsafe import Markup

from ..course import Course
from ..presenter.plan import plan
from ..render.environment import render
from ..render.fonts import embedded_font_styles
from ..render.links import glossary_page
from ..render.styles import layered
from ..schema.interaction import Interaction, files_of, interactions
from ..schema.trainer import SESSIONS
from ..web.assets import page_styles
from ..web.qr import qr_image
from .address import base_url
from .layout import AS_USUAL, Layout
from .own_folder import require_own_folder
from .pdf import Sheet, print_sheets

STYLES_FOLDER = Path(__file__).parent / "styles"
STYLES = ("sheet", "handout", "brief", "whole", "summary", "session_plan")
CODE_SIZE = "18mm"  # with the white rim that scanners need


def write_handouts(course: Course, folder: Path, layout: Layout = AS_USUAL) -> list[Path]:
    """Write the handouts as PDFs; those of an earlier run are replaced.

    Args:
        course: the course.
        folder: the target folder; it is created if it is missing.
        layout: the size of the paper, and the course's address.

    Raises:
        CommandError: the address is invalid, the folder holds other files, or a sheet does not fit on its page.
    """
    layout = layout._replace(address=base_url(layout.address))
    require_own_folder(folder, [f"{name}.pdf" for name in sheet_names()])  # first: printing takes a minute
    return print_sheets(render_sheets(course, layout), folder)


def sheet_names() -> list[str]:
    """Return the name of every sheet that a course may have."""
    of_kinds = (name for each in interactions().values() for name in each.sheets)
    return ["handout", "summary", *of_kinds, "course", "session-plan"]


def render_sheets(course: Course, layout: Layout = AS_USUAL) -> list[Sheet]:
    """Render every sheet; the session plan only if the course has trainer's notes."""
    rendered = [
        render_handout(course, layout),
        render_summary(course, layout),
        *render_interaction_sheets(course, layout),
        render_course(course, layout),
    ]
    return [*rendered, render_session_plan(course, layout)] if course.content.trainer else rendered


def render_handout(course: Course, layout: Layout = AS_USUAL) -> Sheet:
    """Render what a student needs at hand: of each entry the picture, the words for a patient, and the signs."""
    return _sheet("handout", course, layout, course.content.interface.paper.handout, "paper_handout.html")


def render_course(course: Course, layout: Layout = AS_USUAL) -> Sheet:
    """Render everything that students read, with the drawings and all sources."""
    terms = sorted(course.content.glossary, key=lambda term: term.term.lower())
    return _sheet("course", course, layout, course.content.interface.paper.course, "paper_course.html", terms=terms)


def render_summary(course: Course, layout: Layout = AS_USUAL) -> Sheet:
    """Render the course in short, with all red flags, on one page."""
    title = course.content.interface.paper.summary
    return _sheet("summary", course, layout, title, "paper_summary.html")._replace(pages=1)


def render_interaction_sheets(course: Course, layout: Layout = AS_USUAL) -> list[Sheet]:
    """Render the sheets that interactions bring, each with the records of all its instances."""
    return [sheet for interaction in interactions().values() for sheet in _sheets_of(interaction, course, layout)]


def _sheets_of(interaction: Interaction, course: Course, layout: Layout) -> Iterator[Sheet]:
    records = course.content.records_of(interaction)
    for name, values in interaction.sheets.items() if records else ():
        title = getattr(getattr(course.content.interface, interaction.kind), name)
        template = f"{interaction.kind}/{name}.html"
        yield _sheet(name, course, layout, title, template, **values(course.content, records))


def render_session_plan(course: Course, layout: Layout = AS_USUAL) -> Sheet:
    """Render the session plan, with one page for each session length."""
    plans = [plan(course.content, minutes) for minutes in SESSIONS]
    apart = [section for section in course.content.sections if section.own_session]
    own = [(section, course.content.note("section", section.id).minutes) for section in apart]
    title, values = course.content.interface.paper.session_plan, {"plans": plans, "own_sessions": own}
    sheet = _sheet("session-plan", course, layout, title, "paper_session_plan.html", **values)
    return sheet._replace(pages=len(plans))


def sheet_styles(course: Course) -> dict[str, list[Path]]:
    """List the style sheets of a sheet, by layer: those of the pages, of the sheets, and of interactions on paper."""
    styles = page_styles(course)
    paper = files_of(interactions().values(), "paper.css")
    return styles | {
        "base": [*styles["base"], STYLES_FOLDER / "base.css"],
        "sheets": [*(STYLES_FOLDER / f"{name}.css" for name in STYLES), *paper],
    }


def _sheet(name: str, course: Course, layout: Layout, title: str, template: str, **values: Any) -> Sheet:
    style = Markup(embedded_font_styles() + layered(sheet_styles(course)))  # noqa: S704 - style sheets, no texts of the course
    values |= {"paper": layout.paper_for(course.language), "address": layout.address}
    values["code"] = qr_image(layout.address, CODE_SIZE) if layout.address else ""
    html = render(course.content, template, title=title, style=style, **values)
    return Sheet(
        name, html.replace(f'href="{glossary_page(course.content)}#', 'href="#')
    )  # a sheet has its terms itself
