"""The mark of a section in the page's header: a shape that fills from below with what is done."""

import xml.etree.ElementTree as ET
from copy import deepcopy
from pathlib import Path

from markupsafe import Markup

from ..course import Course
from ..errors import ContentError, Problem
from ..render.drawings import read_svg

DEFAULT = Path(__file__).parent / "progress.svg"


def progress_mark(course: Course) -> Markup:
    """Render the course's own mark, ``assets/progress.svg``, else the package's default.

    Its drawing has an element of the class ``shape``, which becomes an ``outline`` and a ``level`` over it, and one of
    the class ``full``, which appears once all is done.

    Raises:
        ContentError: the drawing cannot be read, or has no shape.
    """
    file = course.assets / "progress.svg"
    file = file if file.exists() else DEFAULT
    tree = ET.fromstring(read_svg(file))  # noqa: S314 - our own file
    tree.set("aria-hidden", "true")
    shape = tree.find("*[@class='shape']")
    if shape is None:
        raise ContentError([Problem(file, 1, 'no element has class="shape"; add it to the one that is to be filled')])
    level = deepcopy(shape)
    shape.set("class", "outline")
    level.set("class", "level")
    tree.insert(list(tree).index(shape) + 1, level)
    return Markup(ET.tostring(tree, encoding="unicode"))  # noqa: S704 - our own file; ET escapes the text
