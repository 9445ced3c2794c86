"""Plan a session from the durations in the trainer's notes."""

from itertools import accumulate, zip_longest
from typing import NamedTuple

from ..schema.agenda import AgendaItem, minutes_of
from ..schema.content import Content


class PlannedItem(NamedTuple):
    """An item of a session: its start, in minutes from the session's start, and its duration in ``minutes``."""

    start: int
    minutes: int
    kind: str
    id: str
    title: str
    section: str
    must: bool


class Plan(NamedTuple):
    """A session of up to ``minutes``: its items in the order of the course, and those that do not fit.

    Sections that have a session of their own are in neither.
    """

    minutes: int
    items: list[PlannedItem]
    left_out: list[AgendaItem]

    @property
    def total(self) -> int:
        """The total duration of the items, in minutes."""
        return sum(item.minutes for item in self.items)


def plan(content: Content, minutes: int) -> Plan:
    """Return the plan of a session: all required items, then optional items from each section in turn if they fit.

    Args:
        content: the content of a course; without trainer's notes the plan is empty.
        minutes: the length of the session.

    Raises:
        ValueError: the required items take longer than the session.
    """
    apart = {section.id for section in content.sections if section.own_session}
    durations = {item: length for item, length in minutes_of(content).items() if item.section not in apart}
    must = {item for item in durations if content.note(item.kind, item.id).must}
    chosen = _fill(durations, must, minutes)
    starts = accumulate((durations[item] for item in chosen), initial=0)
    items = [
        PlannedItem(start, durations[item], *item, item in must) for start, item in zip(starts, chosen, strict=False)
    ]
    return Plan(minutes, items, [item for item in durations if item not in chosen])


def _fill(durations: dict[AgendaItem, int], must: set[AgendaItem], minutes: int) -> list[AgendaItem]:
    remaining = minutes - sum(durations[item] for item in must)
    if remaining < 0:
        raise ValueError(
            f"What must be taught takes {minutes - remaining} minutes; a session of {minutes} cannot hold it."
        )
    chosen = set(must)
    for item in _round_robin([item for item in durations if item not in must]):
        if durations[item] <= remaining:
            chosen.add(item)
            remaining -= durations[item]
    return [item for item in durations if item in chosen]


def _round_robin(items: list[AgendaItem]) -> list[AgendaItem]:
    """Return one item of each section in turn, so that every section gets some."""
    sections = list(dict.fromkeys(item.section for item in items))
    queues = [[item for item in items if item.section == section] for section in sections]
    return [item for turn in zip_longest(*queues) for item in turn if item]
