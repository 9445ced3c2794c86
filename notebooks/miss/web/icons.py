"""The icons that browsers, home screens and crawlers ask for as pictures, drawn once from the course's ``icon.svg``."""

from pathlib import Path
from typing import NamedTuple

from ..course import Course


class Icon(NamedTuple):
    """One picture of the icon.

    ``purpose`` is for the manifest, ``rel`` for a page's link. What is ``opaque`` stands on the theme's color, without
    transparent corners; ``fills`` is the part of the square's width that the drawing takes.
    """

    name: str
    pixels: int
    purpose: str = ""
    rel: str = ""
    opaque: bool = False
    fills: float = 1

    @property
    def sizes(self) -> str:
        """The size as HTML and manifests write it."""
        return f"{self.pixels}x{self.pixels}"

    @property
    def media(self) -> str:
        """The media type."""
        return "image/x-icon" if self.name.endswith(".ico") else "image/png"


ICONS = (
    Icon("favicon.ico", 48, rel="icon"),
    Icon("apple-touch-icon.png", 180, rel="apple-touch-icon", opaque=True),
    Icon("icon-192.png", 192, purpose="any"),
    Icon("icon-512.png", 512, purpose="any"),
    # A phone may cut it to a circle, of which eight tenths of the width are safe.
    Icon("icon-maskable-512.png", 512, purpose="maskable", opaque=True, fills=0.8),
)


def icon(course: Course) -> Path:
    """Find the course's own icon, else the package's plain one."""
    own = course.assets / "icon.svg"
    return own if own.exists() else Path(__file__).parent / "icon.svg"


def icon_folder(course: Course) -> Path:
    """Find the folder of the pictures: beside the icon that they are drawn from."""
    return icon(course).parent / "icons"


def icons(course: Course) -> list[Icon]:
    """List the icons that are drawn; a course with an icon of its own may have none yet."""
    return [each for each in ICONS if (icon_folder(course) / each.name).exists()]
