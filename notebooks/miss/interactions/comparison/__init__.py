"""Compare two states of a drawing: a line on the picture wipes from one to the other."""

from pathlib import Path

from ...schema.interaction import Interaction, Progress
from .checks import BARS, DEPTHS, FIGURE
from .slides import slides

COMPARISON = Interaction(
    kind="comparison",
    folder=Path(__file__).parent,
    tag="picture-comparison",
    between=True,
    beside=True,
    progress=lambda _none, state: Progress(int(state.get("moved", False)), 1),
    slides=slides,
    rules=[FIGURE, BARS, DEPTHS],
)
