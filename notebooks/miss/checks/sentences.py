"""Sentences: where a text of the course parts into them, and which of them ask."""

import re

from ..schema.text import plain

SENTENCE = re.compile(r"(?<=[.!?])[\"')]*\s+")


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, without the marks of terms."""
    return SENTENCE.split(plain(text))


def is_question(sentence: str) -> bool:
    """Return whether a sentence asks, within quotes or brackets as well."""
    return sentence.rstrip("\"')").endswith("?")
