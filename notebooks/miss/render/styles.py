"""Style sheets: the package's own, and those of a course's illustrations.

The files name no layers: whoever joins them says which layer each belongs to. Pages get them in cascade layers.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from ..course import Course
from ..loading.yaml_file import read_text

HERE = Path(__file__).parent
THEME = HERE / "theme.css"
RESET = HERE / "reset.css"
PRIMITIVES = HERE / "primitives.css"
THEME_COLOR = "#0a5a60"  # the light theme's teal, for what cannot read a style sheet: icons, the manifest

# On lines of its own: a style is part of every page.
COMMENT = re.compile(r"^[ \t]*/\*(?:(?!\*/).)*\*/[ \t]*\n", re.DOTALL | re.MULTILINE)

# From the weakest to the strongest. Within a layer specificity decides, between layers only this order does.
# The presenter's views come after print, since they look the same on paper.
LAYERS = ("theme", "reset", "base", "primitives", "pictures", "elements", "page", "print", "presenter", "sheets")

Styles = Mapping[str, Iterable[Path]]
"""The files of each layer."""


def layered(styles: Styles) -> str:
    """Join style sheets in cascade layers, for pages, where all rules are ours."""
    layers = [f"@layer {name} {{\n{_text(name, styles[name])}\n}}" for name in LAYERS if name in styles]
    return "\n".join([f"@layer {', '.join(LAYERS)};", *layers])


def unlayered(styles: Styles) -> str:
    """Join style sheets in the order of the layers, but without them, for JupyterLab.

    JupyterLab's own rules are in no layer, and would override layered ones whatever their specificity.
    """
    return "\n".join(_text(name, styles[name]) for name in LAYERS if name in styles)


def _text(layer: str, files: Iterable[Path]) -> str:
    joined = "\n".join(read_text(file).replace("\r\n", "\n") for file in files)  # a policy has its hash with line feeds
    text = COMMENT.sub("", joined)
    return f"@media print {{\n{text}\n}}" if layer == "print" else text


def illustration_styles(course: Course | None, *names: str) -> list[Path]:
    """List those style sheets of a course's illustrations that it has.

    Args:
        course: the course; without one, there are none.
        names: the files to list; by default, the colors of the drawings, their shapes, what only one of them has,
            in the style sheet that has its name, and how the one that moves does so.
    """
    return drawing_styles(course.assets / "illustrations", *names) if course else []


def drawing_styles(folder: Path, *names: str) -> list[Path]:
    """List those style sheets of a folder of drawings that it has; see ``illustration_styles``."""
    own = [f"{drawing.stem}.css" for drawing in sorted(folder.glob("*.svg"))]
    shared = ["palette.css", "figures.css", *own, "scene.css"]
    return [file for name in names or shared if (file := folder / name).exists()]
