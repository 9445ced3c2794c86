"""Select an operation, see it before and after, and read its layers."""

from ...widgets.selector import RecordSelector
from .records import Operation


class OperationSelector(RecordSelector):
    """Every operation of the course, one open at a time.

    >>> selector = OperationSelector(Course(".."))
    >>> selector.options
    """

    kind = "operations"
    noun = "operation"

    @property
    def operations(self) -> list[Operation]:
        """The operations, in order."""
        operations: list[Operation] = self.records
        return operations
