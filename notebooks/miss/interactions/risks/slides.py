"""The slides of a risk: the guess, then its words, then its signs."""

from collections.abc import Iterator

from ...schema.entry import Entry
from ...schema.placed import Placed
from ...schema.slide import Slide


def entry_slides(placed: Placed, kind: str, entry: Entry) -> Iterator[Slide]:
    """Yield a slide to guess at the risk while its card is closed, and two of the open card."""
    card = placed.entry_selector(entry.id)
    query = f"{kind}={entry.id}"
    yield Slide("", entry.name, [f"{card} h3", f"{card} .guesses"], click=f"{card} .guess")
    words = [f"{card} h3", f"{card} .layer-leaflet", f"{card} .layer-patient"]
    yield Slide("", entry.name, words, query=query)
    yield Slide("", entry.name, [f"{card} h3", f"{card} .layer-signs"], query=query)
