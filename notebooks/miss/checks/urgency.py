"""Urgency: the table of signs is the only place that says how fast a sign is passed on, and no text says otherwise."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..errors import brief
from ..loading.walk import ContentPart
from ..schema.signs import Sign
from ..schema.text import TIERS, Statement, plain
from .rule import Finding, Rule
from .sentences import sentences

BOTH = " + "


class NamedBy(NamedTuple):
    """A sign, and the words by which a text names it."""

    sign: Sign
    words: str


def named_sign(text: str, signs: list[Sign]) -> NamedBy | None:
    """Return the most urgent sign that a sentence of a text names by its words."""
    found = [
        NamedBy(sign, words)
        for sentence in sentences(text)
        for sign in signs
        for words in sign.words
        if all(says(sentence, part) for part in words.split(BOTH))
    ]
    return min(found, key=lambda named: TIERS.index(named.sign.urgency), default=None)


def says(sentence: str, words: str) -> bool:
    """Return whether a sentence has some words; the last one may go on, as report in reported."""
    return re.search(rf"(?<!\w){re.escape(words)}", sentence, re.IGNORECASE) is not None


def _other_tier(signs: list[Sign], readable_parts: list[ContentPart]) -> Iterator[Finding]:
    given: dict[str, tuple[str, str]] = {}
    for stem, path, part in readable_parts:
        if isinstance(part, Statement) and part.urgency:
            text = plain(part.text).lower()
            words, urgency, where = _tier_in_table(text, signs) or (text, *given.get(text, (part.urgency, stem)))
            given.setdefault(text, (part.urgency, f"{stem}.yaml"))
            if urgency != part.urgency:
                cure = f"write 'urgency: {urgency}', or correct it there"
                what = f"'{brief(words)}' is '{part.urgency}' here and '{urgency}' in {where}; {cure}"
                yield stem, (*path, "urgency"), what


def _tier_in_table(text: str, signs: list[Sign]) -> tuple[str, str, str] | None:
    named = named_sign(text, signs)
    return (named.words, named.sign.urgency, f"signs.yaml ({named.sign.id})") if named else None


def _words_of_two(signs: list[Sign]) -> Iterator[Finding]:
    first: dict[str, Sign] = {}
    for index, sign in enumerate(signs):
        for place, words in enumerate(sign.words):
            other = first.setdefault(words.lower(), sign)
            if other.urgency != sign.urgency:
                what = f"'{brief(words)}' names '{other.id}' ({other.urgency}), too; remove it from one of the two"
                yield "signs", (index, "words", place), what


RULE = Rule("one-urgency", "Nobody would know how fast to act on this sign.", _other_tier)
WORDS = Rule("sign-words-once", "A text with these words could mean either urgency.", _words_of_two)
