"""Answers: each is explained with a reason of its own, and its length does not tell whether it is right."""

from collections import Counter
from collections.abc import Iterator, Sequence

from ..loading.walk import ContentPart
from ..schema.quiz import Item, Option, OrderItem, Place, ReplyItem, SeveralItem, SingleItem
from ..schema.records import Guess, Risk
from ..schema.text import Record
from .rule import Finding, Rule


def _not_explained(readable_parts: list[ContentPart]) -> Iterator[Finding]:
    for stem, path, part in readable_parts:
        key, options = _answers(part)
        reasons = Counter(_bare(option.why) for option in options)
        for index, option in enumerate(options):
            why = _bare(option.why)
            if why == _bare(option.text):
                what = "'why' repeats the answer; explain why the answer is right or wrong"
                yield stem, (*path, key, index, "why"), what
            elif reasons[why] > 1:
                what = "duplicate 'why': another answer to this question has it, too; explain each answer by itself"
                yield stem, (*path, key, index, "why"), what


def _answers(part: Record | str) -> tuple[str, Sequence[Option | Place | Guess]]:
    """Find the answers that stand in a record: their key, and themselves."""
    match part:
        case SingleItem() | SeveralItem() | ReplyItem():
            return "options", part.options
        case OrderItem():
            return "places", part.places
        case Risk():
            return "guesses", part.guesses
        case _:
            return "", ()


def _bare(words: str) -> str:
    return " ".join(words.casefold().split()).rstrip(".!?")


def _longest_is_right(quiz: list[Item]) -> Iterator[Finding]:
    """By chance the right one of four options is the longest in a quarter of the questions."""
    asked = [(index, item) for index, item in enumerate(quiz) if isinstance(item, SingleItem | ReplyItem)]
    told = [(index, item) for index, item in asked if _longest(item).right]
    chance = sum(1 / len(item.options) for _, item in asked)
    for index, item in told if len(told) > chance else []:
        what = (
            f"question {item.id}: the right answer is the longest, as in {len(told)} of {len(asked)} questions "
            f"(expected by chance: {chance:.0f}); shorten it, or lengthen a wrong answer"
        )
        yield "quiz", (index, "options"), what


def _longest(item: SingleItem | ReplyItem) -> Option:
    return max(item.options, key=lambda option: len(option.text))


EXPLAINED = Rule("option-explained", "People learn from the reason, not from the mark.", _not_explained)
LENGTHS = Rule("answer-lengths", "Who always picks the longest answer would pass.", _longest_is_right, level="warning")
