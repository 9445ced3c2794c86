"""Guesses: the reason of a guess tells the sign that was guessed at by the words of its urgency."""

from collections.abc import Iterator

from ...checks.rule import Finding, Rule
from ...checks.sentences import sentences
from ...checks.tier_words import tiers_said, told_otherwise
from ...checks.urgency import named_sign
from ...loading.walk import ContentPart
from ...schema.records import CourseRecord
from ...schema.signs import Sign
from .records import Guess


def _find(course: CourseRecord, signs: list[Sign], readable_parts: list[ContentPart]) -> Iterator[Finding]:
    for stem, path, guess in readable_parts:
        if isinstance(guess, Guess) and (named := named_sign(guess.text, signs)):
            for sentence in sentences(guess.why):
                said = tiers_said(sentence, course.urgency)
                if said and named.sign.urgency not in said and not named_sign(sentence, signs):
                    yield stem, (*path, "why"), told_otherwise(named, said)


GUESSED = Rule("guess-told-alike", "Nobody would know how fast to act on this sign.", _find)
