"""The course on paper: handouts and the session plan, from the same content and templates as the pages."""

from pathlib import Path
from typing import Any

from markupsafe import Markup

from ..course import Course
from ..errors import CommandError
from ..files.write import temporary_files
from ..presenter.plan import plan
from ..render.environment import render
from ..render.links import reading_link
from ..render.styles import PACKAGE_ASSETS
from ..schema.trainer import SESSIONS
from ..web.assets import course_css
from .exercises import build_exercises
from .pdf import Sheet, print_sheets

STYLE = PACKAGE_ASSETS / "sheets.css"
NAMES = ("handout", "summary", "exercises", "answers", "session-plan")


def write_handouts(course: Course, folder: Path) -> list[Path]:
    """Write the handouts as PDFs; those of an earlier run are replaced.

    Args:
        course: the course.
        folder: the target folder; it is created if it is missing.

    Raises:
        CommandError: the folder holds other files, or a sheet does not fit on its page.
    """
    if folder.exists() and not folder.is_dir():  # checked first: printing takes a minute
        raise CommandError(f"{folder} is a file. Name an empty or a new folder.")
    sheet_files = {folder / f"{name}.pdf" for name in NAMES}.union(temporary_files(folder))
    if others := [file.name for file in folder.glob("*") if file not in sheet_files]:
        raise CommandError(f"{folder} holds other files, such as {others[0]}. Name an empty or a new folder.")
    return print_sheets(render_sheets(course), folder)


def render_sheets(course: Course) -> list[Sheet]:
    """Render every sheet; the session plan only if the course has trainer's notes."""
    rendered = [render_handout(course), render_summary(course), *render_quiz_sheets(course)]
    return [*rendered, render_session_plan(course)] if course.content.trainer else rendered


def render_handout(course: Course) -> Sheet:
    """Render everything that students read, with the drawings."""
    terms = sorted(course.content.glossary, key=lambda term: term.term.lower())
    return Sheet("handout", _html(course, "handout", terms=terms))


def render_summary(course: Course) -> Sheet:
    """Render the course in short, with all red flags, on one page."""
    return Sheet("summary", _html(course, "summary"), pages=1)


def render_quiz_sheets(course: Course) -> list[Sheet]:
    """Render all questions: the exercises without answers, and the answer key with every reason."""
    content = course.content
    exercises = build_exercises(content)
    links = {item.id: reading_link(content, item.read) for item in content.quiz}
    return [
        Sheet("exercises", _html(course, "exercises", exercises=exercises)),
        Sheet("answers", _html(course, "answers", exercises=exercises, links=links)),
    ]


def render_session_plan(course: Course) -> Sheet:
    """Render the session plan, with one page for each session length."""
    plans = [plan(course.content, minutes) for minutes in SESSIONS]
    return Sheet("session-plan", _html(course, "session_plan", plans=plans), pages=len(plans))


def _html(course: Course, sheet: str, **values: Any) -> str:
    css = f"{course_css(course)}\n{STYLE.read_text(encoding='utf-8')}"
    style = Markup(css)  # noqa: S704 - style sheets, no texts of the course
    title = getattr(course.content.interface.paper, sheet)
    return render(course.content, f"paper_{sheet}.html", title=title, style=style, **values)
