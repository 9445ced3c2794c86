"""Operations: the entries of a list, each with its layers."""

from pathlib import Path

from ...schema.interaction import Interaction
from .records import Operation

OPERATIONS = Interaction(
    kind="operations",
    folder=Path(__file__).parent,
    tag="operation-list",
    file="operations",
    model=lambda: list[Operation],
    entries={"operation": lambda operations: operations},
)
