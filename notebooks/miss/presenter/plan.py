"""Plan a session from the minutes in the trainer's notes: what is taught when, and what is left out."""

from itertools import accumulate, zip_longest
from typing import NamedTuple

from ..schema.agenda import Taught, minutes_of
from ..schema.content import Content
from ..schema.trainer import Kind


class Planned(NamedTuple):
    """One item of a session: when it starts, in minutes from the beginning, and how long it takes."""

    start: int
    minutes: int
    kind: Kind
    id: str
    title: str
    section: str
    must: bool


class Plan(NamedTuple):
    """A session of some ``minutes``: its items in the order of the course, and those that do not fit."""

    minutes: int
    items: list[Planned]
    left_out: list[Taught]

    @property
    def total(self) -> int:
        """Count the minutes that the items take."""
        return sum(item.minutes for item in self.items)


def plan(content: Content, minutes: int) -> Plan:
    """Fill a session: first all that must be, then from each section in turn what else fits.

    Args:
        content: a course; without trainer's notes its plan is empty.
        minutes: the length of the session.

    Raises:
        ValueError: what must be taught takes longer than the session.
    """
    takes = minutes_of(content)
    must = {item for item in takes if content.note(item.kind, item.id).must}
    chosen = _fill(takes, must, minutes)
    starts = accumulate((takes[item] for item in chosen), initial=0)
    items = [Planned(start, takes[item], *item, item in must) for start, item in zip(starts, chosen, strict=False)]
    return Plan(minutes, items, [item for item in takes if item not in chosen])


def _fill(takes: dict[Taught, int], must: set[Taught], minutes: int) -> list[Taught]:
    left = minutes - sum(takes[item] for item in must)
    if left < 0:
        raise ValueError(f"What must be taught takes {minutes - left} minutes; a session of {minutes} cannot hold it.")
    chosen = set(must)
    for item in _in_turn([item for item in takes if item not in must]):
        if takes[item] <= left:
            chosen.add(item)
            left -= takes[item]
    return [item for item in takes if item in chosen]


def _in_turn(items: list[Taught]) -> list[Taught]:
    """Take one item of each section after the other, so that no section goes without."""
    sections = list(dict.fromkeys(item.section for item in items))
    queues = [[item for item in items if item.section == section] for section in sections]
    return [item for turn in zip_longest(*queues) for item in turn if item]
