"""Names: every fact, added source and objective that a record names is in its file."""

from collections.abc import Iterator
from typing import Any

from ..content.load import Content
from ..errors import brief
from .rule import Finding, Rule, closest


def _find(content: Content) -> Iterator[Finding]:
    known = {
        "facts": [fact.id for fact in content.facts],
        "added": [source.id for source in content.sources],
        "objectives": [objective.id for objective in content.course.objectives],
    }
    for stem, path, record in content.parts:
        for key, ids in () if isinstance(record, str) else known.items():
            for index, id in enumerate(_named(record, key)):
                if id not in ids:
                    yield stem, (*path, key, index), f"'{brief(id)}' is not known; {closest(id, ids)}"


def _named(record: Any, key: str) -> list[str]:
    if key == "objectives" and hasattr(record, "objective"):
        return [record.objective]
    named = getattr(record, key, [])
    return [name for name in named if isinstance(name, str)] if isinstance(named, list) else []


RULE = Rule(
    "names-exist",
    "A reader who asks where a sentence comes from must arrive somewhere.",
    _find,
    needs=("facts", "sources", "course"),
)
