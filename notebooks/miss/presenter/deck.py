"""The deck: the slides of a planned session.

A slide shows parts of the course's own pages; its only text of its own is its title.
"""

from collections.abc import Iterator
from typing import NamedTuple

from ..schema.content import Content
from ..schema.quiz import Item, OrderItem
from ..schema.records import Section
from .plan import Plan, PlannedItem, plan

HOME = "index"
QUESTION_MINUTES = 2  # for counting the votes and for the reasons
# The parts of an entry that fit on a slide; the trainer presents the note for nurses.
ENTRY_PARTS = ("h3", ".layer-leaflet", ".layer-patient")
FIGURE = ".figure-view:not([hidden])"


class Slide(NamedTuple):
    """A slide.

    ``show`` are the CSS selectors of the elements to show on the ``page``; ``query`` is the query that opens the
    page's state, and ``click`` the selector of a button to click then. ``kind`` and ``id`` identify the trainer's
    note on the slide; ``until`` is the minute of the session at which the slide should end. ``item`` is the id of a
    question for a poll.
    """

    page: str
    title: str
    show: list[str]
    kind: str = ""
    id: str = ""
    until: int = 0
    query: str = ""
    click: str = ""
    item: str = ""


def deck(content: Content, minutes: int) -> list[Slide]:
    """Return the slides of a session.

    Args:
        content: the content of a course with trainer's notes.
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
        end = items[-1].start + items[-1].minutes
        yield Slide(
            section.notebook, content.interface.page.recap, [".recap h2, .recap ul"], "section", section.id, end
        )


def _item(content: Content, section: Section, item: PlannedItem) -> Iterator[Slide]:
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
        yield Slide("", title, [f"{entry} .figure-view", *_entry_parts(entry)])
    elif kind == "condition":
        yield Slide(
            "",
            title,
            [f"condition-selector {FIGURE}", *_entry_parts("condition-selector .entry[data-open]")],
            query=f"condition={id}",
        )
    elif kind == "step":
        yield Slide(
            "",
            title,
            [f"procedure-slider {FIGURE}", *_entry_parts("procedure-slider .steps .entry[data-open]")],
            query=f"step={id}",
        )
    elif kind == "alongside":
        yield Slide("", title, _entry_parts("aside.alongside"))
    else:
        card = f'.card[data-id="{id}"]'
        yield Slide("", title, [f"{card} h3", f"{card} .guesses"], click=f"{card} .guess")
        yield Slide("", title, [f"{card} h3", f"{card} .layer-leaflet", f"{card} .layer-patient"], query=f"risk={id}")
        yield Slide("", title, [f"{card} h3", f"{card} .layer-signs"], query=f"risk={id}")


def _entry_parts(entry: str) -> list[str]:
    return [f"{entry} > {part}" for part in ENTRY_PARTS]


def _questions(content: Content, count: int) -> Iterator[Slide]:
    """Yield polls on the first question of each objective, up to ``count``; order questions have no votes."""
    first: dict[str, Item] = {}
    for item in content.quiz:
        if not isinstance(item, OrderItem):
            first.setdefault(item.objective, item)
    for item in list(first.values())[:count]:
        yield Slide("", item.stem, [".room"], item=item.id)
