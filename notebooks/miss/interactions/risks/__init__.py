"""Risks: their signs are sorted by urgency; then their cards open in place."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ...schema.interaction import Example, Interaction, Progress
from .guesses import GUESSED
from .records import Risk
from .slides import slides
from .sort import SAME_URGENCY, SORTABLE, sort_values
from .widget import RiskCards

FOLDER = Path(__file__).parent


def progress(risks: Sequence[Risk], state: Mapping[str, Any]) -> Progress:
    """Return how many risks were met: their sign was sorted, or their card was opened."""
    return Progress(len({*state.get("seen", ()), *state.get("sorted", ())}), len(risks))


RISKS = Interaction(
    kind="risks",
    folder=FOLDER,
    tag="risk-cards",
    file="risks",
    model=lambda: list[Risk],
    parameter="risk",
    entries={"risk": lambda risks: risks},
    values=sort_values,
    widget=RiskCards,
    example=Example("cards", "{name}.cards"),
    progress=progress,
    entry_at='.card[data-id="{id}"]',
    slides=slides,
    parts=lambda name: [FOLDER / f"sort_{name}", FOLDER / f"bins_{name}"],
    rules=[SORTABLE, SAME_URGENCY],
    advice=[GUESSED],
)
