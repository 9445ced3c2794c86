"""Answers: each has a reason of its own, and its length does not reveal whether it is right."""

from collections import Counter
from collections.abc import Iterator, Sequence

from ..loading.walk import ContentPart
from ..schema.quiz import Item, Option, OrderItem, Place, ReplyItem, SeveralItem, SingleItem
from ..schema.records import Guess, Risk
from ..schema.text import Record
from .rule import Finding, Rule


def _missing_reasons(readable_parts: list[ContentPart]) -> Iterator[Finding]:
    for stem, path, part in readable_parts:
        key, options = _answers(part)
        reasons = Counter(_normalized(option.why) for option in options)
        for index, option in enumerate(options):
            why = _normalized(option.why)
            if why == _normalized(option.text):
                what = "'why' repeats the answer; explain why the answer is right or wrong"
                yield stem, (*path, key, index, "why"), what
            elif reasons[why] > 1:
                what = "duplicate 'why': another answer to this question has it, too; explain each answer by itself"
                yield stem, (*path, key, index, "why"), what


def _answers(part: Record | str) -> tuple[str, Sequence[Option | Place | Guess]]:
    """Return the key and the answers of a record; no answers for a record without them."""
    match part:
        case SingleItem() | SeveralItem() | ReplyItem():
            return "options", part.options
        case OrderItem():
            return "places", part.places
        case Risk():
            return "guesses", part.guesses
        case _:
            return "", ()


def _normalized(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".!?")


def _longest_is_right(quiz: list[Item]) -> Iterator[Finding]:
    """Expected by chance: of four options, the right one is the longest in a quarter of the questions."""
    questions = [(index, item) for index, item in enumerate(quiz) if isinstance(item, SingleItem | ReplyItem)]
    guessable = [(index, item) for index, item in questions if _longest(item).right]
    chance = sum(1 / len(item.options) for _, item in questions)
    for index, item in guessable if len(guessable) > chance else []:
        what = (
            f"question {item.id}: the right answer is the longest, as in {len(guessable)} of {len(questions)} "
            f"questions (expected by chance: {chance:.0f}); shorten it, or lengthen a wrong answer"
        )
        yield "quiz", (index, "options"), what


def _longest(item: SingleItem | ReplyItem) -> Option:
    return max(item.options, key=lambda option: len(option.text))


EXPLAINED = Rule("option-explained", "People learn from the reason, not from the mark.", _missing_reasons)
LENGTHS = Rule("answer-lengths", "Who always picks the longest answer would pass.", _longest_is_right, level="warning")
