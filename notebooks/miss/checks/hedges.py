"""Hedges: where the leaflet says *can* or *may*, the course must not promise.

The hedging words depend on the language: ``course.yaml`` lists them under ``hedges``.
"""

import re
from collections.abc import Iterable, Iterator

from ..loading.walk import ContentPart
from ..schema.records import CourseRecord
from ..schema.reference import Fact, Hedges
from ..schema.text import Statement
from .rule import Finding, Rule


def _find(course: CourseRecord, facts: list[Fact], readable_parts: list[ContentPart]) -> Iterator[Finding]:
    hedges = course.hedges
    hedged, in_statements = hedged_facts(hedges, facts), any_of([*hedges.said, *hedges.kept_by])
    for stem, path, part in readable_parts:
        if not isinstance(part, Statement) or in_statements.search(_words(part)):
            continue
        if cited := [id for id in part.facts if id in hedged]:
            what = f"drops the hedge '{hedged[cited[0]]}' from {cited[0]}; add {choice(hedges.said)}"
            yield stem, (*path, "text"), what


def _of_another_language(course: CourseRecord, facts: list[Fact]) -> Iterator[Finding]:
    """Find words that hold no fact back, as after the facts have been translated and the words have not."""
    said = course.hedges.said
    if said and facts and not hedged_facts(course.hedges, facts):
        what = f"no fact has {choice(said)}; translate these words, by which facts hold back, and those below them"
        yield "course", ("hedges", "said"), what


def hedged_facts(hedges: Hedges, facts: list[Fact]) -> dict[str, str]:
    """Return the facts that hold back, by id, each with the word by which it does."""
    said = any_of(hedges.said)
    return {fact.id: match.group() for fact in facts if (match := said.search(fact.statement))}


def _words(statement: Statement) -> str:
    """Return all texts of a statement, joined: for example, a question and what to listen for."""
    return " ".join(part for key, part in statement if key != "id" and isinstance(part, str))


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for any of some words."""
    forms = "|".join(re.escape(word) for word in words)
    return re.compile(rf"\b(?:{forms})\b" if forms else r"(?!)", re.IGNORECASE)  # without words, match nothing


def choice(words: list[str]) -> str:
    """Return the first of some words, as a choice in a message."""
    return " or ".join(f"'{word}'" for word in words[:3])


LANGUAGE = Rule(
    "hedges-translated", "No promise would be found in this language.", _of_another_language, level="warning"
)
RULE = Rule("hedge-dropped", "A patient would hear a promise that the leaflet does not make.", _find)
