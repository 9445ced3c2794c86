"""SVG files as pages carry them: sources have comments, names and line breaks for people, which are minified away."""

import re
import xml.etree.ElementTree as ET
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from jupyter_core.paths import jupyter_runtime_dir

from ..errors import ContentError, Problem, WriteError
from ..files.write import write_atomically
from ..loading.yaml_file import read_text

# Only what changes no pixel under any style sheet: strokes are set there, so nothing may depend on their absence.
PATHS = {
    "applyTransforms": False,
    "collapseRepeated": False,
    "convertToQ": False,
    "convertToZ": False,
    "floatPrecision": 2,
    "makeArcs": False,
    "removeUseless": False,
    "smartArcRounding": False,
    "straightCurves": False,
    "utilizeAbsolute": False,  # would take half as long again, and save nothing after gzip
}
# Elements and classes stay: layers are groups, and style sheets and scripts select by class.
PLUGINS: list[Any] = [
    "removeXMLProcInst",
    "removeDoctype",
    "removeComments",
    "removeMetadata",
    "removeEditorsNSData",
    "cleanupAttrs",
]
# An id names a group for editors; it is removed unless the drawing refers to it, since a page may hold a drawing twice.
# svgo does not look for references of this kind.
ARIA = re.compile(r"""\saria-[a-z]+=["']([^"']*)""")
# Of two moves in a row, svgo 4.1.0.1 drops the first, even if the second is relative to it.
TWO_MOVES = re.compile(r"[Mm][\s\d.,e+-]+[Mm]")


def read_svg(file: Path) -> str:
    """Read an SVG file and minify it.

    Raises:
        ContentError: the file cannot be read, or is not well-formed.
    """
    try:
        return _minified(read_text(file))
    except ET.ParseError as error:
        what = f"invalid SVG: {str(error).partition(':')[0]}; correct what stands here or before"
        raise ContentError([Problem(file, error.position[0], what)]) from error


@cache
def _minified(text: str) -> str:
    """Return a drawing minified, from Jupyter's runtime folder if it was before: every kernel renders its drawings."""
    recipe = repr((version("svgo-py"), _plugins(text), text))
    kept = Path(jupyter_runtime_dir()) / "minified-svg" / f"{sha256(recipe.encode()).hexdigest()}.svg"
    with suppress(OSError, ValueError, ET.ParseError):  # a damaged file is replaced
        shorter = kept.read_text(encoding="utf-8")
        ET.fromstring(shorter)  # noqa: S314 - our own file
        return shorter
    shorter = _minify(text)
    with suppress(OSError, WriteError):
        kept.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(kept, shorter)
    return shorter


def _plugins(text: str) -> list[Any]:
    referenced = [id for ids in ARIA.findall(text) for id in ids.split()]
    paths = [] if TWO_MOVES.search(text) else [{"name": "convertPathData", "params": PATHS}]
    return [*PLUGINS, {"name": "cleanupIds", "params": {"minify": False, "preserve": referenced}}, *paths]


def _minify(text: str) -> str:
    """Minify a drawing, which takes up to 0.1 s.

    Raises:
        ParseError: the drawing is not well-formed. The minifier would accept anything.
    """
    from svgo import optimize  # takes 30 ms

    ET.fromstring(text)  # noqa: S314 - our own file
    return str(optimize(text, {"plugins": _plugins(text)})["data"])
