"""Conditions: select one of several, and read its layers."""

from pathlib import Path

from ...schema.interaction import Example, Interaction, count_seen
from .records import Condition
from .widget import ConditionSelector

CONDITIONS = Interaction(
    kind="conditions",
    folder=Path(__file__).parent,
    tag="condition-selector",
    file="conditions",
    model=lambda: list[Condition],
    parameter="condition",
    entries={"condition": lambda conditions: conditions},
    widget=ConditionSelector,
    example=Example("selector", "{name}.options"),
    progress=count_seen,
)
