"""The files that a page looks by: the package's, and what a course brings in its own ``assets``."""

from pathlib import Path

from ..course import Course

LOOKS = Path(__file__).parents[3] / "assets"
THEME = LOOKS / "theme.css"
THEME_COLOR = "#0b5e63"  # its teal in the light theme, for what reads no style sheet


def picture_styles(course: Course) -> list[Path]:
    """List the style sheets of the course's drawings; a course without drawings has none."""
    folder = course.assets / "illustrations"
    return [file for name in ("palette.css", "figures.css") if (file := folder / name).exists()]
