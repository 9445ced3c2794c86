"""The signs of a course, by how fast each must be passed on: those of a record's cards, and all of them."""

from collections.abc import Sequence
from typing import TypeVar

from ..schema.content import Content
from ..schema.signs import Sign
from ..schema.text import RED_FLAGS, TIERS, Statement

CARDS = 2
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
    """Return the signs of the course's table by their urgency, the most urgent first, without empty tiers."""
    tiers = {tier: [sign for sign in content.signs if sign.urgency == tier] for tier in TIERS}
    return {tier: signs for tier, signs in tiers.items() if signs}
