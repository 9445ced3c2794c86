"""The sheets of the questions: exercises without answers, and the answer key with every reason."""

from itertools import chain
from typing import Any

from ...schema.content import Content
from .exercises import build_exercises
from .records import BaseItem
from .screen import reading_links


def exercise_values(_content: Content, files: list[list[BaseItem]]) -> dict[str, Any]:
    """Return the values of the exercise sheet, for the questions of all files."""
    return {"exercises": build_exercises(chain(*files))}


def answer_values(content: Content, files: list[list[BaseItem]]) -> dict[str, Any]:
    """Return the values of the answer key: the same exercises, and where to read again."""
    return exercise_values(content, files) | {"links": reading_links(content, chain(*files))}
