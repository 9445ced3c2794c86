"""The procedure: step through it, next to what runs alongside."""

from pathlib import Path

from ...schema.interaction import Example, Interaction, count_seen
from .records import Procedure
from .slides import slides
from .widget import ProcedureSlider

PROCEDURE = Interaction(
    kind="procedure",
    folder=Path(__file__).parent,
    tag="procedure-slider",
    file="procedure",
    model=lambda: Procedure,
    parameter="step",
    entries={"step": lambda procedure: procedure.steps, "alongside": lambda procedure: [procedure.alongside]},
    widget=ProcedureSlider,
    example=Example("slider", "{name}.go_to(2)\nprint({name})"),
    progress=lambda procedure, state: count_seen(procedure.steps, state),
    slides=slides,
)
