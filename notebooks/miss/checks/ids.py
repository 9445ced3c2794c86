"""Ids: what other files, links and a learner's record call a record by."""

from collections.abc import Iterator

from ..content.load import Content
from ..content.yaml_tree import Location
from ..errors import brief
from .rule import Finding, Rule


def _find(content: Content) -> Iterator[Finding]:
    seen: set[tuple[str, Location, str]] = set()
    for stem, path, record in content.parts:
        if id := getattr(record, "id", None):
            if (stem, path[:-1], id) in seen:
                yield stem, (*path, "id"), f"the id '{brief(id)}' is taken by an earlier record; give this one its own"
            seen.add((stem, path[:-1], id))


RULE = Rule("ids-once", "A link or an answer that names this id could mean either record.", _find)
