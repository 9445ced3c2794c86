"""The signs of a course, by how fast each must be passed on: those of a record's cards, and all of them."""

from collections.abc import Sequence
from typing import TypeVar, get_args

from ..loading.walk import walk
from ..schema.content import Content
from ..schema.text import RED_FLAGS, Sign, Statement, Urgency, plain

CARDS = 2
TIERS: tuple[Urgency, ...] = get_args(Urgency)  # the most urgent first
Flagged = TypeVar("Flagged", bound=Statement)


def red_flags(statements: Sequence[Flagged]) -> list[Flagged]:
    """Return those of some statements that must not wait."""
    return [statement for statement in statements if statement.urgency in RED_FLAGS]


def sign_cards(signs: Sequence[Flagged]) -> list[Flagged]:
    """Return the signs that have a card: the first of each urgency, the most urgent first, at most two.

    What is only recorded has a card where there is nothing to report.
    """
    first = {sign.urgency: sign for sign in reversed(signs)}
    urgent = [first[urgency] for urgency in RED_FLAGS if urgency in first]
    return urgent[:CARDS] or list(first.values())[:1]


def signs_by_tier(content: Content) -> dict[str, list[Sign]]:
    """Return every sign once, by its urgency; without those that another one names in full, and without empty tiers."""
    tiers: dict[str, dict[str, Sign]] = {tier: {} for tier in TIERS}
    for placed in content.placed:
        for _, part in walk(placed.records(content.records)):
            if isinstance(part, Sign):
                tiers[part.urgency].setdefault(plain(part.text).lower(), part)
    return {tier: _whole(signs) for tier, signs in tiers.items() if signs}


def _whole(signs: dict[str, Sign]) -> list[Sign]:
    """Return the signs whose text is no part of another one's; ``signs`` has them by their text."""
    return [sign for text, sign in signs.items() if not any(text in other for other in signs if other != text)]
