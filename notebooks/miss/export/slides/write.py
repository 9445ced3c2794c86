"""`miss slides`: write the slides of a session, and the summary, as files that a trainer can print, show and edit."""

from collections.abc import Iterator
from pathlib import Path

from ...course import Course
from ...files.write import locked_folder, write_atomically
from ..address import base_url
from ..handouts import render_summary
from ..own_folder import require_own_folder
from .pdf import as_pdf
from .powerpoint import as_pptx
from .stage_page import open_stages

SLIDES_PDF = "slides.pdf"
SLIDES = "slides.pptx"
SUMMARY = "summary.pptx"


def write_slides(course: Course, folder: Path, minutes: int, address: str | None = None) -> list[Path]:
    """Write the slides of a session and the summary; the files of an earlier run are replaced.

    Args:
        course: the course; without trainer's notes no session is planned, and only the summary is written.
        folder: the target folder; it is created if it is missing.
        minutes: the length of the session.
        address: the URL of the course, which the slides show with its QR code; without it, they show none.

    Raises:
        CommandError: the address is invalid, or the folder holds other files.
        WriteError: a file could not be written and is unchanged.
    """
    require_own_folder(folder, [SLIDES_PDF, SLIDES, SUMMARY])  # first: making slides takes a minute
    files = {folder / name: data for name, data in _files(course, minutes, base_url(address))}
    with locked_folder(folder):
        for file, data in files.items():
            write_atomically(file, data)
    return list(files)


def _files(course: Course, minutes: int, address: str | None) -> Iterator[tuple[str, bytes]]:
    content, sheet = course.content, render_summary(course)
    with open_stages(course, minutes, address) as stages:
        colors = stages.colors()
        if content.trainer:
            yield SLIDES_PDF, as_pdf(stages)
            yield SLIDES, as_pptx(content, stages.read_deck(), colors, stages.shoot)
        yield SUMMARY, as_pptx(content, stages.read_sheet(sheet.html), colors, stages.shoot)
