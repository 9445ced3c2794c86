"""Ids: unique in their list, since other files, links and the progress store refer to records by them."""

from collections.abc import Iterator

from ..errors import brief
from ..loading.walk import ContentPart
from ..loading.yaml_tree import Location
from ..schema.text import Identified
from .rule import Finding, Rule


def _find(readable_parts: list[ContentPart]) -> Iterator[Finding]:
    seen: set[tuple[str, Location, str]] = set()
    for stem, path, record in readable_parts:
        if isinstance(record, Identified):
            if (stem, path[:-1], record.id) in seen:
                what = f"duplicate id '{brief(record.id)}': an earlier record has it; give this record another id"
                yield stem, (*path, "id"), what
            seen.add((stem, path[:-1], record.id))


RULE = Rule("ids-once", "A link or an answer that names this id could mean either record.", _find)
