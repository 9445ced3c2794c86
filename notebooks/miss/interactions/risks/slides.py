"""The slides of the risks: all of them as marks, signs to sort by how fast they are passed on, and a guess at each."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from ...render.slide_pictures import slide_picture
from ...render.slides import (
    entry_notes,
    list_slide,
    render_slide,
    title_of,
    topic_notes,
    topic_place,
    topic_slides,
    words_of,
)
from ...render.tiers import sign_cards
from ...schema.content import Content
from ...schema.placed import Placed
from ...schema.signs import Sign
from ...schema.slide import Slide
from ...schema.text import TIERS
from .records import Risk
from .sort import sign_to_sort

SORTED = 5  # signs on the slide of the sort


def slides(content: Content, placed: Placed) -> Iterator[Slide]:
    """Yield the list of the risks, the slides of the topic's own words, the sort, and a guess at each risk."""
    risks: list[Risk] = placed.records(content.records)
    yield list_slide(content, placed, risks)
    yield from topic_slides(content, placed.topic)
    yield _sort_slide(content, placed, risks)
    for risk in risks:
        yield _guess_slide(content, placed, risk)


def _sort_slide(content: Content, placed: Placed, risks: Sequence[Risk]) -> Slide:
    title = content.interface.risks.sort_asks
    html = render_slide(content, "risks/slide_sort.html", signs=signs_on_slide(risks), title=title)
    return Slide(f"{placed.topic.id}-sort", title, html, topic_notes(content, placed.topic), topic_place(placed.topic))


def signs_on_slide(risks: Sequence[Risk]) -> list[Sign]:
    """Return a few signs to sort in front of a class, of each tier in turn, in the order of the risks."""
    signs = [sign_to_sort(risk, risks) for risk in risks]
    of_tiers = [[sign for sign in signs if sign.urgency == tier] for tier in TIERS]
    in_turn = [sign for turn in zip_longest(*of_tiers) for sign in turn if sign]
    return [sign for sign in signs if sign in in_turn[:SORTED]]


def _guess_slide(content: Content, placed: Placed, risk: Risk) -> Slide:
    words = words_of(content, risk.id)
    picture = slide_picture(content, placed.topic.id, risk.id, words)
    title = title_of(words, risk.name)
    values = {"risk": risk, "title": title, "picture": picture, "slide": words, "cards": sign_cards(risk.signs)}
    html = render_slide(content, "risks/slide_guess.html", **values)
    return Slide(risk.id, title, html, entry_notes(content, risk), placed.entry_selector(risk.id), "risk", risk.id)
