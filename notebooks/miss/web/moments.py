"""The moments of a section's page: each topic with what there is to do at it, one after the other.

The page's opening is part of the first moment, the recap is the last one.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from markupsafe import Markup

from ..schema.placed import placed_at
from ..schema.records import Section

BEGINNING = re.compile(r'<section class="(?:topic|recap)" id="([^"]+)"')


@dataclass(frozen=True)
class Moment:
    """One screen of a section's page: its rendered cells.

    ``id`` is that of the heading's section, which links lead to. ``layout`` says where the words stand on a wide
    screen: ``words`` alone, ``beside`` the interaction, or above one that is as ``wide`` as the page.
    """

    id: str
    layout: str
    cells: list[Markup] = field(default_factory=list)


def group_moments(cells: Iterable[Markup], section: Section) -> list[Moment]:
    """Group the rendered cells of a section's page: a topic or the recap begins a moment, other cells continue it."""
    moments: list[Moment] = []
    opening: list[Markup] = []
    for html in cells:
        if beginning := BEGINNING.search(html):
            id = beginning[1]
            moments.append(Moment(id, _layout(section, id), opening))
            opening = []
        (moments[-1].cells if moments else opening).append(html)
    return moments or [Moment("", "words", opening)]


def _layout(section: Section, id: str) -> str:
    placed = [each for topic in section.topics if topic.id == id for each in placed_at(section, topic)]
    if not placed:
        return "words"
    return "beside" if all(each.interaction.beside for each in placed) else "wide"
