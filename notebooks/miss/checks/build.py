"""Load a whole course: read its files, and hold it to the rules that it must keep to be built."""

from pathlib import Path

from ..errors import ContentError
from ..loading.reading import read_course
from ..schema.content import Content
from .registry import BUILDING
from .run import judge


def load_content(folder: Path) -> Content:
    """Read a whole course, and check what it must keep to be built.

    Args:
        folder: the folder of one language, for example ``content/en``.

    Raises:
        ContentError: with every problem found, each with its file and line.
    """
    reading = read_course(folder)
    if broken := judge(reading, BUILDING).problems:
        raise ContentError(broken)
    return reading.content()
