"""The slide of a condition: its picture and its words."""

from collections.abc import Iterator

from ...schema.entry import Entry
from ...schema.placed import Placed
from ...schema.slide import FIGURE, Slide, entry_parts


def entry_slides(placed: Placed, kind: str, entry: Entry) -> Iterator[Slide]:
    """Yield the slide of a condition, which its selector opens."""
    shown = [f"{placed.selector} {FIGURE}", *entry_parts(f"{placed.selector} .entry[data-open]", entry)]
    yield Slide("", entry.name, shown, query=f"{kind}={entry.id}")
