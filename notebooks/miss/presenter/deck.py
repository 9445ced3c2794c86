"""The deck: what a projector shows, one thing at a time, in the order and for the length of a planned session.

A slide shows parts of the course's own pages; it holds no words of its own but its title.
"""

from collections.abc import Iterator
from typing import NamedTuple

from ..schema.content import Content
from ..schema.quiz import Item, OrderItem
from ..schema.records import Section
from .plan import Plan, Planned, plan

HOME = "index"
QUESTION_MINUTES = 2  # for counting hands and for the reasons
# The parts of an entry that the back row can read; the nursing note is the trainer's to say.
TOLD = ("h3", ".layer-leaflet", ".layer-patient")
FIGURE = ".figure-view:not([hidden])"


class Slide(NamedTuple):
    """One thing on the screen.

    ``show`` are CSS selectors on the ``page``; ``open`` is the part of an address that brings the page into the
    state, and ``press`` names a button to press there. ``kind`` and ``id`` name the trainer's note that goes with
    it; ``until`` is the minute of the session at which it should be over. ``item`` is a question for the room.
    """

    page: str
    title: str
    show: list[str]
    kind: str = ""
    id: str = ""
    until: int = 0
    open: str = ""
    press: str = ""
    item: str = ""


def deck(content: Content, minutes: int) -> list[Slide]:
    """List the slides of a session.

    Args:
        content: a course with trainer's notes.
        minutes: the length of the session; see ``plan``.
    """
    session = plan(content, minutes)
    slides = [Slide(HOME, content.course.title, ["header.opening"])]
    for section in content.sections:
        slides += _section(content, section, session)
    return slides


def _section(content: Content, section: Section, session: Plan) -> Iterator[Slide]:
    items = [item for item in session.items if item.section == section.id]
    for item in items:
        for slide in _item(content, section, item):
            yield slide._replace(page=section.notebook, kind=item.kind, id=item.id, until=item.start + item.minutes)
    if items:
        over = items[-1].start + items[-1].minutes
        yield Slide(
            section.notebook, content.interface.page.recap, [".recap h2, .recap ul"], "section", section.id, over
        )


def _item(content: Content, section: Section, item: Planned) -> Iterator[Slide]:
    if item.kind == "section":
        yield Slide("", section.title, ["header.opening"])
        for topic in section.topics:
            if topic.id == "quiz":
                yield from _questions(content, item.minutes // QUESTION_MINUTES)
            else:
                yield Slide("", topic.title, [f'.topic[id="{topic.id}"]'])
    else:
        yield from _entry(item.kind, item.id, item.title)


def _entry(kind: str, id: str, title: str) -> Iterator[Slide]:
    if kind == "operation":
        entry = f'.operations .entry[id="{id}"]'
        yield Slide("", title, [f"{entry} .figure-view", *_told(entry)])
    elif kind == "condition":
        yield Slide(
            "",
            title,
            [f"condition-selector {FIGURE}", *_told("condition-selector .entry[data-open]")],
            open=f"condition={id}",
        )
    elif kind == "step":
        yield Slide(
            "",
            title,
            [f"procedure-slider {FIGURE}", *_told("procedure-slider .steps .entry[data-open]")],
            open=f"step={id}",
        )
    elif kind == "alongside":
        yield Slide("", title, _told("aside.alongside"))
    else:
        card = f'.card[data-id="{id}"]'
        yield Slide("", title, [f"{card} h3", f"{card} .guesses"], press=f"{card} .guess")
        yield Slide("", title, [f"{card} h3", f"{card} .layer-leaflet", f"{card} .layer-patient"], open=f"risk={id}")
        yield Slide("", title, [f"{card} h3", f"{card} .layer-signs"], open=f"risk={id}")


def _told(entry: str) -> list[str]:
    return [f"{entry} > {part}" for part in TOLD]


def _questions(content: Content, count: int) -> Iterator[Slide]:
    """Take questions whose hands can be counted, of as many objectives as there is time for."""
    first: dict[str, Item] = {}
    for item in content.quiz:
        if not isinstance(item, OrderItem):
            first.setdefault(item.objective, item)
    for item in list(first.values())[:count]:
        yield Slide("", item.stem, [".room"], item=item.id)
