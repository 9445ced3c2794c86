"""Promises: where the leaflet says *can* or *may*, no word promises what it leaves open, whatever else stands there.

A *claim* is a text that the course says itself: not a question, not what somebody else says, not a wrong answer.
A promise that is denied before it, in the same clause, is none: *nobody can say that it will help*. The words depend
on the language: ``course.yaml`` lists them under ``hedges``.
"""

import re
from collections.abc import Iterator

from ..errors import brief
from ..loading.walk import ContentPart
from ..loading.yaml_tree import Location
from ..schema.records import CourseRecord
from ..schema.reference import Fact
from ..schema.text import Citing, Explained, Record
from .hedges import any_of, choice, hedged_facts
from .rule import Finding, Rule
from .sentences import is_question, sentences

CLAUSE = re.compile(r"[.!?,;:]")
NO_CLAIM = {"id", "patient", "thought"}  # the last two are what a patient says, and what people think


def _find(course: CourseRecord, facts: list[Fact], readable_parts: list[ContentPart]) -> Iterator[Finding]:
    hedges = course.hedges
    hedged, promise, denial = hedged_facts(hedges, facts), any_of(hedges.promises), any_of(hedges.denied_by)
    for stem, path, part in readable_parts:
        if not isinstance(part, Citing) or not (cited := [id for id in part.facts if id in hedged]):
            continue
        for inner, text in _claims(part):
            if word := _promise(text, promise, denial):
                where = f"promises '{brief(word)}' where {cited[0]} says '{hedged[cited[0]]}'"
                how = f"say {choice(hedges.said)}, or put {choice(hedges.denied_by)} before the promise"
                yield stem, (*path, *inner), f"{where}; {how}"


def _claims(part: Record) -> Iterator[tuple[Location, str]]:
    """Yield what a record claims, with its path: its own texts, and the answers that are right, in groups as well."""
    for key, value in part:
        if isinstance(value, str) and key not in NO_CLAIM:
            yield (key,), value
        for index, each in enumerate(value if isinstance(value, list) else ()):
            if isinstance(each, Explained):
                if getattr(each, "right", False) is True:
                    yield (key, index, "text"), each.text
            elif isinstance(each, Record) and not isinstance(each, Citing):
                yield from (((key, index, *path), text) for path, text in _claims(each))


def _promise(text: str, promise: re.Pattern[str], denial: re.Pattern[str]) -> str | None:
    """Return the first promise of a text that is neither asked nor denied."""
    claims = (sentence for sentence in sentences(text) if not is_question(sentence))
    for clause in (clause for sentence in claims for clause in CLAUSE.split(sentence)):
        if (match := promise.search(clause)) and not denial.search(clause, 0, match.start()):
            return match.group()
    return None


RULE = Rule("promise-made", "A patient would hear a promise that the leaflet does not make.", _find)
