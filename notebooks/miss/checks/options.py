"""Answers: each is explained with a reason of its own, and its length does not tell whether it is right."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from ..content.load import Content
from ..content.quiz import OrderItem
from ..content.yaml_tree import Location
from .rule import Finding, Rule


def _not_explained(content: Content) -> Iterator[Finding]:
    for stem, path, options in _asked(content):
        reasons = Counter(_bare(option.why) for option in options)
        for index, option in enumerate(options):
            why = _bare(option.why)
            if why == _bare(option.text):
                yield stem, (*path, index, "why"), "this reason only repeats the answer; say why it is right or not"
            elif reasons[why] > 1:
                what = "this reason stands at two answers of one question; say what is right or wrong about each"
                yield stem, (*path, index, "why"), what


def _asked(content: Content) -> Iterator[tuple[str, Location, list[Any]]]:
    for index, item in enumerate(content.quiz or []):
        if isinstance(item, OrderItem):
            yield "quiz", (index, "places"), list(item.places)
        else:
            yield "quiz", (index, "options"), list(item.options)
    for index, risk in enumerate(content.risks or []):
        yield "risks", (index, "guesses"), list(risk.guesses)


def _bare(words: str) -> str:
    return " ".join(words.casefold().split()).rstrip(".!?")


def _longest_is_right(content: Content) -> Iterator[Finding]:
    """By chance the right one of four options is the longest in a quarter of the questions."""
    asked = [(index, item) for index, item in enumerate(content.quiz) if item.kind in ("single", "reply")]
    told = [(index, item) for index, item in asked if _longest(item).right]
    chance = sum(1 / len(item.options) for _, item in asked)
    for index, item in told if len(told) > chance else []:
        what = (
            f"the right answer of {item.id} is the longest, as in {len(told)} of {len(asked)} questions, and chance "
            f"would make it about {chance:.0f}; shorten it, or give a wrong answer more words"
        )
        yield "quiz", (index, "options"), what


def _longest(item: Any) -> Any:
    return max(item.options, key=lambda option: len(option.text))


EXPLAINED = Rule("option-explained", "People learn from the reason, not from the mark.", _not_explained)
LENGTHS = Rule(
    "answer-lengths", "Who always picks the longest answer would pass.", _longest_is_right, ("quiz",), level="warning"
)
