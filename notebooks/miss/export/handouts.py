"""The course on paper: what a trainer hands out, from the same words and templates as the pages."""

from pathlib import Path
from typing import Any

from markupsafe import Markup

from ..course import Course
from ..errors import CommandError
from ..files.write import halves
from ..presenter.plan import plan
from ..render.environment import render
from ..render.links import read_again
from ..render.styles import LOOKS
from ..schema.trainer import SESSIONS
from ..web.assets import course_css
from .exercises import exercises
from .pdf import Print, print_all

STYLE = LOOKS / "sheets.css"
NAMES = ("handout", "summary", "exercises", "answers", "session-plan")


def write_handouts(course: Course, folder: Path) -> list[Path]:
    """Write the handouts as PDFs; those of an earlier run are replaced.

    Args:
        course: the course.
        folder: where to; made if it is not there.

    Raises:
        CommandError: the folder holds other files, or a sheet does not fit on its page.
    """
    if folder.exists() and not folder.is_dir():  # before the minute that printing takes
        raise CommandError(f"{folder} is a file. Name an empty or a new folder.")
    ours = {folder / f"{name}.pdf" for name in NAMES}.union(halves(folder))
    if others := [file.name for file in folder.glob("*") if file not in ours]:
        raise CommandError(f"{folder} holds other files, such as {others[0]}. Name an empty or a new folder.")
    return print_all(sheets(course), folder)


def sheets(course: Course) -> list[Print]:
    """Make every sheet that the course has words for: no plan without a trainer's notes."""
    made = [handout(course), summary(course), *quiz_sheets(course)]
    return [*made, session_plan(course)] if course.content.trainer else made


def handout(course: Course) -> Print:
    """Everything a student reads, with the drawings."""
    terms = sorted(course.content.glossary, key=lambda term: term.term.lower())
    return Print("handout", _html(course, "handout", terms=terms))


def summary(course: Course) -> Print:
    """The course in short, with all its red flags, on one page."""
    return Print("summary", _html(course, "summary"), pages=1)


def quiz_sheets(course: Course) -> list[Print]:
    """All questions, once without answers and once with every reason."""
    content = course.content
    questions = exercises(content)
    links = {item.id: read_again(content, item.read) for item in content.quiz}
    return [
        Print("exercises", _html(course, "exercises", exercises=questions)),
        Print("answers", _html(course, "answers", exercises=questions, links=links)),
    ]


def session_plan(course: Course) -> Print:
    """A page for each length of session."""
    plans = [plan(course.content, minutes) for minutes in SESSIONS]
    return Print("session-plan", _html(course, "session_plan", plans=plans), pages=len(plans))


def _html(course: Course, sheet: str, **values: Any) -> str:
    css = f"{course_css(course)}\n{STYLE.read_text(encoding='utf-8')}"
    style = Markup(css)  # noqa: S704 - style sheets, no texts
    title = getattr(course.content.interface.paper, sheet)
    return render(course.content, f"paper_{sheet}.html", title=title, style=style, **values)
