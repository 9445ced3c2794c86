"""Urgency: a sign has one tier in the whole course."""

from collections.abc import Iterator

from ..errors import brief
from ..loading.walk import ContentPart
from ..schema.records import CourseRecord, Tiers
from ..schema.text import Statement, plain
from .rule import Finding, Rule


def _find(course: CourseRecord, readable_parts: list[ContentPart]) -> Iterator[Finding]:
    given: dict[str, tuple[str, str]] = {}
    for stem, path, part in readable_parts:
        if isinstance(part, Statement) and part.urgency:
            text = plain(part.text).lower()
            sign, urgency, file = _most_urgent(text, course.urgency) or (text, *given.get(text, (part.urgency, stem)))
            given.setdefault(text, (part.urgency, stem))
            if urgency != part.urgency:
                what = f"'{brief(sign)}' is '{part.urgency}' here and '{urgency}' in {file}.yaml; give it one urgency"
                yield stem, (*path, "urgency"), what


def _most_urgent(text: str, tiers: Tiers) -> tuple[str, str, str] | None:
    """Return the most urgent sign of the course's table that a text names, its urgency, and the file of the table."""
    named = ((sign, urgency, "course") for urgency, tier in tiers for sign in tier.signs if sign.lower() in text)
    return next(named, None)


RULE = Rule("one-urgency", "Nobody would know how fast to act on this sign.", _find)
