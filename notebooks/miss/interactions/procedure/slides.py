"""The slides of the procedure: its steps in a row, each step with its picture, and what runs alongside."""

from collections.abc import Iterator

from ...render.slides import entry_slide, list_slide, topic_slides
from ...schema.content import Content
from ...schema.placed import Placed
from ...schema.slide import Slide


def slides(content: Content, placed: Placed) -> Iterator[Slide]:
    """Yield the row of the steps, then a slide of each entry."""
    steps = placed.main_entries(content.records)
    yield list_slide(content, placed, steps)
    yield from topic_slides(content, placed.topic)
    for kind, entries in placed.entries(content.records).items():
        yield from (entry_slide(content, placed, kind, entry, steps=steps) for entry in entries)
