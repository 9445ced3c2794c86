"""The deck: the slides of a planned session.

Interactions say which slides their entries and their topic have; see ``schema.slide``.
"""

from collections.abc import Iterator

from ..schema.content import Content
from ..schema.entry import Entry
from ..schema.placed import Placed, placed_at, placed_in
from ..schema.records import Section, Topic
from ..schema.slide import Slide, entry_parts
from .plan import Plan, PlannedItem, plan

HOME = "index"


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
    return _without_repeated_polls(slides)


def _without_repeated_polls(slides: list[Slide]) -> list[Slide]:
    """Return the slides without a second poll on one record, which two interactions may share."""
    first = {slide.item: slide for slide in reversed(slides)}
    return [slide for slide in slides if not slide.item or slide is first[slide.item]]


def _section(content: Content, section: Section, session: Plan) -> Iterator[Slide]:
    items = [item for item in session.items if item.section == section.id]
    for item in items:
        for slide in _item(content, section, item):
            yield slide._replace(page=section.notebook, kind=item.kind, id=item.id, until=item.start + item.minutes)
    if items:
        end = items[-1].start + items[-1].minutes
        yield Slide(section.notebook, content.interface.page.recap, [".section-short > *"], "section", section.id, end)


def _item(content: Content, section: Section, item: PlannedItem) -> Iterator[Slide]:
    if item.kind == "section":
        yield Slide("", section.title, ["header.opening"])
        for topic in section.topics:
            yield from _topic(content, section, topic, item.minutes)
    else:
        yield from _entry(content, section, item)


def _topic(content: Content, section: Section, topic: Topic, minutes: int) -> Iterator[Slide]:
    for placed in placed_at(section, topic):
        if placed.interaction.topic_slides and not placed.items:
            yield from placed.interaction.topic_slides(content, placed, minutes)
            return
    yield Slide("", topic.title, [f'.topic[id="{topic.id}"]'])


def _entry(content: Content, section: Section, item: PlannedItem) -> Iterator[Slide]:
    """Yield the slides of an entry, from the first interaction of the section that has it."""
    for placed in placed_in([section]):
        for entry in placed.entries(content.records).get(item.kind, []):
            if entry.id == item.id:
                yield from (placed.interaction.entry_slides or _entry_slides)(placed, item.kind, entry)
                return


def _entry_slides(placed: Placed, _kind: str, entry: Entry) -> Iterator[Slide]:
    """Yield one slide: the entry where it stands."""
    yield Slide("", entry.name, entry_parts(placed.entry_selector(entry.id), entry))
