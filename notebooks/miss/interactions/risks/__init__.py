"""Risks: cards that open in place, after a guess."""

from pathlib import Path

from ...schema.interaction import Example, Interaction, Progress
from .records import Risk
from .slides import entry_slides
from .widget import RiskCards

RISKS = Interaction(
    kind="risks",
    folder=Path(__file__).parent,
    tag="risk-cards",
    file="risks",
    model=lambda: list[Risk],
    parameter="risk",
    entries={"risk": lambda risks: risks},
    widget=RiskCards,
    example=Example("cards", "{name}.cards"),
    progress=lambda risks, state: Progress(len(state.get("seen", ())), len(risks)),
    entry_at='.card[data-id="{id}"]',
    entry_slides=entry_slides,
)
