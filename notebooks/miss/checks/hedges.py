"""Hedges: where the leaflet says *can* or *may*, the course must not promise.

The words that count are in ``course.yaml``, under ``hedges``, since they belong to a language.
"""

import re
from collections.abc import Iterable, Iterator

from ..loading.walk import ContentPart
from ..schema.records import CourseRecord
from ..schema.reference import Fact
from ..schema.text import Statement
from .rule import Finding, Rule


def _find(course: CourseRecord, facts: list[Fact], readable_parts: list[ContentPart]) -> Iterator[Finding]:
    hedges = course.hedges
    said, kept = _any_of(hedges.said), _any_of([*hedges.said, *hedges.kept_by])
    hedged = {fact.id: found.group() for fact in facts if (found := said.search(fact.statement))}
    for stem, path, part in readable_parts:
        if not isinstance(part, Statement) or kept.search(_words(part)):
            continue
        if held := [id for id in part.facts if id in hedged]:
            what = f"drops the hedge '{hedged[held[0]]}' from {held[0]}; add {_choice(hedges.said)}"
            yield stem, (*path, "text"), what


def _words(statement: Statement) -> str:
    """Join all that one statement says: a question, for example, and what to listen for."""
    return " ".join(part for key, part in statement if key != "id" and isinstance(part, str))


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    forms = "|".join(re.escape(word) for word in words)
    return re.compile(rf"\b(?:{forms})\b" if forms else r"(?!)", re.IGNORECASE)  # no words: nothing is found


def _choice(words: list[str]) -> str:
    return " or ".join(f"'{word}'" for word in words[:3])


RULE = Rule("hedge-dropped", "A patient would hear a promise that the leaflet does not make.", _find)
