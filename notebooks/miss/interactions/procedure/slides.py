"""The slides of the procedure: its steps in a row, each step with its place among them, and what runs alongside."""

from collections.abc import Iterator

from ...render.slides import slides_of
from ...schema.content import Content
from ...schema.placed import Placed
from ...schema.slide import Slide


def slides(content: Content, placed: Placed) -> Iterator[Slide]:
    """Yield the row of the steps, then a slide of each entry."""
    return slides_of(content, placed, steps=placed.main_entries(content.records))
