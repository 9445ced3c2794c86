"""Style sheets: the package's own, and those of a course's illustrations."""

from collections.abc import Iterable
from pathlib import Path

from ..course import Course

THEME = Path(__file__).parent / "theme.css"
THEME_COLOR = "#0b5e63"  # the light theme's teal, for what cannot read a style sheet: icons, the manifest


def join_styles(files: Iterable[Path]) -> str:
    """Return the text of some style sheets, in their order."""
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def illustration_styles(course: Course) -> list[Path]:
    """List the style sheets of a course's illustrations; none, if it has no illustrations."""
    folder = course.assets / "illustrations"
    return [file for name in ("palette.css", "figures.css") if (file := folder / name).exists()]
