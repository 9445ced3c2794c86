"""Items: a topic names known questions for its check, each once, and every question is asked somewhere."""

from collections.abc import Iterator
from typing import Any

from ..errors import brief
from ..loading.yaml_tree import Location
from ..schema.placed import Placed, Records, placed_at, placed_in
from ..schema.records import Section
from .rule import Finding, Rule, unknown


def _misnamed(sections: list[Section], records: Records) -> Iterator[Finding]:
    for path, placed in _checks(sections):
        if placed.interaction.initial is None:
            yield "sections", path, f"'{placed.interaction.kind}' shows all of its file; remove 'items'"
            continue
        known = [record.id for record in _listed(placed.stem, records)]
        for number, id in enumerate(placed.items):
            if id in placed.items[:number]:
                yield "sections", (*path, number), f"duplicate item '{brief(id)}'; remove it"
            elif id not in known:
                yield "sections", (*path, number), unknown(f"record of {placed.stem}.yaml", id, known)


def _unasked(sections: list[Section], records: Records) -> Iterator[Finding]:
    placed = placed_in(sections)
    whole = {each.stem for each in placed if not each.items}
    for stem in sorted({each.stem for each in placed} - whole):
        asked = {id for each in placed if each.stem == stem for id in each.items}
        for index, record in enumerate(_listed(stem, records)):
            if record.id not in asked:
                yield stem, (index,), f"no topic shows '{brief(record.id)}'; name it under 'items', or remove it"


def _checks(sections: list[Section]) -> Iterator[tuple[Location, Placed]]:
    """Yield the interactions that show some of their records only, each with the path of their list."""
    for index, section in enumerate(sections):
        for place, topic in enumerate(section.topics):
            for placed in placed_at(section, topic):
                if placed.items:
                    yield (index, "topics", place, "interaction", "items"), placed


def _listed(stem: str, records: Records) -> list[Any]:
    """Return the records of a file; nothing, if it is missing or no list."""
    listed = records.get(stem)
    return listed if isinstance(listed, list) else []


KNOWN = Rule("items-are-known", "The page would not ask there what its author meant.", _misnamed)
ASKED = Rule("items-are-asked", "Nobody would see it.", _unasked)
