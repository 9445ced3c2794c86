"""Choices: each has a reason of its own."""

from collections import Counter
from collections.abc import Iterator

from ..loading.walk import ContentPart
from ..schema.text import Explained, Record
from .rule import Finding, Rule


def _missing_reasons(readable_parts: list[ContentPart]) -> Iterator[Finding]:
    for stem, path, part in readable_parts:
        for key, choices in _explained_lists(part):
            reasons = Counter(_normalized(choice.why) for choice in choices)
            for index, choice in enumerate(choices):
                why = _normalized(choice.why)
                if why == _normalized(choice.text):
                    what = "'why' repeats the answer; explain why the answer is right or wrong"
                    yield stem, (*path, key, index, "why"), what
                elif reasons[why] > 1:
                    what = "duplicate 'why': another answer to this question has it, too; explain each answer by itself"
                    yield stem, (*path, key, index, "why"), what


def _explained_lists(part: Record | str) -> Iterator[tuple[str, list[Explained]]]:
    """Yield the key and the choices of every list of choices in a record."""
    for key, value in part if isinstance(part, Record) else ():
        if isinstance(value, list) and value and all(isinstance(each, Explained) for each in value):
            yield key, value


def _normalized(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".!?")


EXPLAINED = Rule("option-explained", "People learn from the reason, not from the mark.", _missing_reasons)
