"""The signs of a course, by how fast each must be passed on."""

from ..loading.walk import walk
from ..schema.content import Content
from ..schema.text import Sign

TIERS = ("emergency", "report", "record")  # the most urgent first


def signs_by_tier(content: Content) -> dict[str, list[Sign]]:
    """Return every sign once, by its urgency; a tier without a sign is left out."""
    tiers: dict[str, dict[str, Sign]] = {tier: {} for tier in TIERS}
    for placed in content.placed:
        for _, part in walk(placed.records(content.records)):
            if isinstance(part, Sign):
                tiers[part.urgency].setdefault(part.text, part)
    return {tier: list(signs.values()) for tier, signs in tiers.items() if signs}
