"""The slides of the procedure: a step with its picture, and what runs alongside."""

from collections.abc import Iterator

from ...schema.entry import Entry
from ...schema.placed import Placed
from ...schema.slide import FIGURE, Slide, entry_parts


def entry_slides(placed: Placed, kind: str, entry: Entry) -> Iterator[Slide]:
    """Yield the slide of a step, which the slider opens, or of what runs alongside."""
    if kind != placed.interaction.parameter:
        yield Slide("", entry.name, entry_parts(f"{placed.selector} .alongside", entry))
        return
    shown = [f"{placed.selector} {FIGURE}", *entry_parts(f"{placed.selector} .steps .entry[data-open]", entry)]
    yield Slide("", entry.name, shown, query=f"{kind}={entry.id}")
