"""The questions on which a class votes."""

from collections.abc import Iterable, Iterator

from ...schema.content import Content
from ...schema.item_kind import item_kind_of
from ...schema.placed import Placed
from ...schema.slide import Slide
from .records import BaseItem

QUESTION_MINUTES = 2  # for counting the votes and for the reasons


def topic_slides(content: Content, placed: Placed, minutes: int) -> Iterator[Slide]:
    """Yield a slide for each poll for which there is time."""
    for item in polls(placed.records(content.records), minutes // QUESTION_MINUTES):
        yield Slide("", item.stem, [".room"], item=item.id)


def polls(items: Iterable[BaseItem], count: int) -> list[BaseItem]:
    """Return the first question of each objective that can be voted on.

    Args:
        items: the questions of a course.
        count: the greatest number of questions to return.
    """
    first: dict[str, BaseItem] = {}
    for item in items:
        if item_kind_of(item).votes:
            first.setdefault(item.objective, item)
    return list(first.values())[:count]
