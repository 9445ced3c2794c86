"""Select an operation, see it before and after, and read its layers."""

from ...widgets.selector import RecordSelector


class OperationSelector(RecordSelector):
    """Every operation of the course, one open at a time.

    >>> selector = OperationSelector(Course(".."))
    >>> selector.options
    """

    kind = "operations"
    noun = "operation"
