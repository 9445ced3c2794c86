"""The slides of the risks: how fast signs are passed on; then of each the guess, its words, its signs."""

from collections.abc import Iterator

from ...render.tiers import sign_cards
from ...schema.content import Content
from ...schema.entry import Entry
from ...schema.placed import Placed
from ...schema.slide import Slide


def topic_slides(content: Content, placed: Placed, _minutes: int) -> Iterator[Slide]:
    """Yield the slide of the topic, and one that says how fast signs are passed on."""
    yield Slide("", placed.topic.title, [f'.topic[id="{placed.topic.id}"]'])
    words = content.interface.risks
    yield Slide("", words.levels, [f"{placed.selector} > .layers .levels"])


def entry_slides(placed: Placed, kind: str, entry: Entry) -> Iterator[Slide]:
    """Yield a slide to guess at the risk while its card is closed, one of the open card, and one with all signs."""
    card = placed.entry_selector(entry.id)
    query = f"{kind}={entry.id}"
    yield Slide("", entry.name, [f"{card} h3", f"{card} .guesses"], click=f"{card} .guess")
    yield Slide("", entry.name, [f"{card} h3", f"{card} .bubble", f"{card} .tiers"], query=query)
    if len(entry.signs) > len(sign_cards(entry.signs)):
        yield Slide("", entry.name, [f"{card} h3", f"{card} .record .folded"], query=query)
