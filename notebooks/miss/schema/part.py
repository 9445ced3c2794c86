"""The parts of a section that are to be done, as its pages count them."""

from typing import NamedTuple

from .placed import Placed, Records, placed_in
from .records import Section


class Part(NamedTuple):
    """A part of a section: ``key`` names it in the progress store, the words of ``kind`` say how much of it is done."""

    key: str
    kind: str
    total: int
    topic: str


def section_parts(section: Section, records: Records) -> list[Part]:
    """Return the parts of a section: its interactions, as far as they have progress.

    A section without any has one part, its end: it is done once its recap was on the screen.

    Args:
        section: the section.
        records: the records of all interactions, by the stem of their file.
    """
    placed = placed_in([section])
    parts = [Part(each.key, each.interaction.kind, _total(each, records), each.topic.id) for each in placed]
    return [part for part in parts if part.total] or [Part(f"{section.id} end", "", 1, "")]


def _total(placed: Placed, records: Records) -> int:
    progress = placed.interaction.progress
    return progress(placed.records(records), placed.initial).total if progress else 0
