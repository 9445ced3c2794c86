"""The slides of questions: one for each that a class can be asked."""

from collections.abc import Iterator

from ...render.environment import render, render_interaction
from ...render.slides import topic_slides
from ...schema.content import Content
from ...schema.placed import Placed
from ...schema.slide import Slide
from ...schema.text import plain
from .records import BaseItem


def slides(content: Content, placed: Placed) -> Iterator[Slide]:
    """Yield the slides of the topic's own words, and one for each question of the interaction."""
    yield from topic_slides(content, placed.topic)
    polls = placed.interaction.polls
    for item in polls(placed.records(content.records)) if polls else ():
        yield question_slide(content, placed, item)


def question_slide(content: Content, placed: Placed, item: BaseItem) -> Slide:
    """Return the slide of a question; if it has a table, that gives way to the answers with the first press."""
    first = int(bool(item.exhibit))
    html = render_interaction(content, placed, "slide.html", item=item, first=first)
    notes = render(content, f"{placed.interaction.kind}/slide_key.html", item=item)
    return Slide(item.id, plain(item.stem), html, notes, placed.selector, item=item.id)
