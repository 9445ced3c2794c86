"""Load a whole course: read its files, and hold it to the rules that it must keep to be built."""

from pathlib import Path

from .checks.registry import BUILDING
from .checks.run import judge
from .content.load import Content
from .content.reading import read_course
from .errors import ContentError


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
