"""The slides of a risk: the guess, then its words, then its signs."""

from collections.abc import Iterator

from ...render.tiers import sign_cards
from ...schema.entry import Entry
from ...schema.placed import Placed
from ...schema.slide import Slide


def entry_slides(placed: Placed, kind: str, entry: Entry) -> Iterator[Slide]:
    """Yield a slide to guess at the risk while its card is closed, one of the open card, and one with all signs."""
    card = placed.entry_selector(entry.id)
    query = f"{kind}={entry.id}"
    yield Slide("", entry.name, [f"{card} h3", f"{card} .guesses"], click=f"{card} .guess")
    yield Slide("", entry.name, [f"{card} h3", f"{card} .bubble", f"{card} .tiers"], query=query)
    if len(entry.signs) > len(sign_cards(entry.signs)):
        yield Slide("", entry.name, [f"{card} h3", f"{card} .record .folded"], query=query)
