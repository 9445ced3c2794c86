"""Load a whole course: read its files, and apply the rules that it must pass to be built."""

from pathlib import Path

from ..errors import ContentError
from ..loading.reading import read_course
from ..schema.content import Content
from .registry import build_rules
from .run import apply_rules


def load_content(folder: Path) -> Content:
    """Read a whole course, and apply the rules that it must pass to be built.

    Args:
        folder: the folder of one language, for example ``content/en``.

    Raises:
        ContentError: with every problem, each with its file and line.
    """
    reading = read_course(folder)
    if problems := apply_rules(reading, build_rules()).problems:
        raise ContentError(problems)
    return reading.content()
