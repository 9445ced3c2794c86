"""Operations: select one of several, see it before and after, and read its layers."""

from pathlib import Path

from ...schema.interaction import Example, Interaction, count_seen
from .records import Operation
from .widget import OperationSelector

OPERATIONS = Interaction(
    kind="operations",
    folder=Path(__file__).parent,
    tag="operation-selector",
    file="operations",
    model=lambda: list[Operation],
    parameter="operation",
    entries={"operation": lambda operations: operations},
    widget=OperationSelector,
    example=Example("operations", "{name}.options"),
    progress=count_seen,
)
