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
from .own_folder import require_own_folder
from .pdf import Sheet, print_sheets

STYLES_FOLDER = Path(__file__).parent / "styles"
STYLES = ("sheet", "handout", "summary", "session_plan")


def write_handouts(course: Course, folder: Path) -> list[Path]:
    """Write the handouts as PDFs; those of an earlier run are replaced.

    Args:
        course: the course.
        folder: the target folder; it is created if it is missing.

    Raises:
        CommandError: the folder holds other files, or a sheet does not fit on its page.
    """
    require_own_folder(folder, [f"{name}.pdf" for name in sheet_names()])  # first: printing takes a minute
    return print_sheets(render_sheets(course), folder)


def sheet_names() -> list[str]:
    """Return the name of every sheet that a course may have."""
    return ["handout", "summary", *(name for each in interactions().values() for name in each.sheets), "session-plan"]


def render_sheets(course: Course) -> list[Sheet]:
    """Render every sheet; the session plan only if the course has trainer's notes."""
    rendered = [render_handout(course), render_summary(course), *render_interaction_sheets(course)]
    return [*rendered, render_session_plan(course)] if course.content.trainer else rendered


def render_handout(course: Course) -> Sheet:
    """Render everything that students read, with the drawings."""
    terms = sorted(course.content.glossary, key=lambda term: term.term.lower())
    return Sheet("handout", _html(course, course.content.interface.paper.handout, "paper_handout.html", terms=terms))


def render_summary(course: Course) -> Sheet:
    """Render the course in short, with all red flags, on one page."""
    return Sheet("summary", _html(course, course.content.interface.paper.summary, "paper_summary.html"), pages=1)


def render_interaction_sheets(course: Course) -> list[Sheet]:
    """Render the sheets that interactions bring, each with the records of all its instances."""
    return [sheet for interaction in interactions().values() for sheet in _sheets_of(interaction, course)]


def _sheets_of(interaction: Interaction, course: Course) -> Iterator[Sheet]:
    records = course.content.records_of(interaction)
    for name, values in interaction.sheets.items() if records else ():
        title = getattr(getattr(course.content.interface, interaction.kind), name)
        template = f"{interaction.kind}/{name}.html"
        yield Sheet(name, _html(course, title, template, **values(course.content, records)))


def render_session_plan(course: Course) -> Sheet:
    """Render the session plan, with one page for each session length."""
    plans = [plan(course.content, minutes) for minutes in SESSIONS]
    apart = [section for section in course.content.sections if section.own_session]
    own = [(section, course.content.note("section", section.id).minutes) for section in apart]
    title = course.content.interface.paper.session_plan
    html = _html(course, title, "paper_session_plan.html", plans=plans, own_sessions=own)
    return Sheet("session-plan", html, pages=len(plans))


def sheet_styles(course: Course) -> dict[str, list[Path]]:
    """List the style sheets of a sheet, by layer: those of the pages, of the sheets, and of interactions on paper."""
    styles = page_styles(course)
    paper = files_of(interactions().values(), "paper.css")
    return styles | {
        "base": [*styles["base"], STYLES_FOLDER / "base.css"],
        "sheets": [*(STYLES_FOLDER / f"{name}.css" for name in STYLES), *paper],
    }


def _html(course: Course, title: str, template: str, **values: Any) -> str:
    style = Markup(embedded_font_styles() + layered(sheet_styles(course)))  # noqa: S704 - style sheets, no texts of the course
    html = render(course.content, template, title=title, style=style, **values)
    return html.replace(f'href="{glossary_page(course.content)}#', 'href="#')  # a sheet has its terms itself
