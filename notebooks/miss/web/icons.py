"""The raster icons for browsers, home screens and crawlers, which ``miss icons`` renders from ``icon.svg``."""

from pathlib import Path
from typing import NamedTuple

from ..course import Course


class Icon(NamedTuple):
    """A raster image of the icon.

    ``purpose`` is for the manifest, ``rel`` for the page's link. An ``opaque`` icon has the theme's color as its
    background instead of transparent corners; ``scale`` is the part of the width that the drawing takes.
    """

    name: str
    pixels: int
    purpose: str = ""
    rel: str = ""
    opaque: bool = False
    scale: float = 1

    @property
    def sizes(self) -> str:
        """The size in the syntax of HTML and web app manifests."""
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
    # Phones may crop it to a circle; the safe zone is 80 % of the width.
    Icon("icon-maskable-512.png", 512, purpose="maskable", opaque=True, scale=0.8),
)


def icon_path(course: Course) -> Path:
    """Return the path of the course's own icon, else of the package's default."""
    custom = course.assets / "icon.svg"
    return custom if custom.exists() else Path(__file__).parent / "icon.svg"


def icon_folder(course: Course) -> Path:
    """Return the folder of the raster icons, next to the SVG that they are rendered from."""
    return icon_path(course).parent / "icons"


def icons(course: Course) -> list[Icon]:
    """Return the icons whose files exist; a course with its own SVG may have none yet."""
    return [each for each in ICONS if (icon_folder(course) / each.name).exists()]
