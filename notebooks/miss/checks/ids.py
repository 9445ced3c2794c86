"""Ids: unique in their list, since other files, links and the progress store refer to records by them."""

from collections.abc import Iterator
from typing import Any

from ..errors import brief
from ..loading.walk import ContentPart
from ..loading.yaml_tree import Location
from ..schema.placed import Records, placed_in
from ..schema.records import Section
from ..schema.text import Identified, Record
from .rule import Finding, Rule


def _find(readable_parts: list[ContentPart]) -> Iterator[Finding]:
    seen: set[tuple[str, Location, str]] = set()
    for stem, path, record in readable_parts:
        if isinstance(record, Identified):
            if (stem, path[:-1], record.id) in seen:
                what = f"duplicate id '{brief(record.id)}': an earlier record has it; give this record another id"
                yield stem, (*path, "id"), what
            seen.add((stem, path[:-1], record.id))


def _ids_of_two_files(sections: list[Section], records: Records) -> Iterator[Finding]:
    """Two files with records of one kind of interaction have no id in common."""
    seen: dict[tuple[str, str], str] = {}
    for stem, kind in {placed.stem: placed.interaction.kind for placed in placed_in(sections)}.items():
        for path, id in _outer_ids(records.get(stem)):
            other = seen.setdefault((kind, id), stem)
            if other != stem:
                what = f"duplicate id '{brief(id)}': {other}.yaml has it, too; give this record another id"
                yield stem, (*path, "id"), what


def _outer_ids(value: Any, path: Location = ()) -> Iterator[tuple[Location, str]]:
    """Yield the ids of records that are in no other record with an id."""
    if isinstance(value, Identified):
        yield path, value.id
    elif isinstance(value, Record):
        for name, part in value:
            yield from _outer_ids(part, (*path, name))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _outer_ids(part, (*path, index))


ONCE = Rule("ids-once", "A link or an answer that names this id could mean either record.", _find)
FILES = Rule("ids-once-in-kind", "A link or a note that names this id could mean either record.", _ids_of_two_files)
