"""Select a condition, and read its layers: how to say it to a patient, and what is one tap away."""

from ...widgets.selector import RecordSelector
from .records import Condition


class ConditionSelector(RecordSelector):
    """Every condition of the course, one open at a time.

    >>> selector = ConditionSelector(Course(".."))
    >>> selector.select("spondylolysis")
    """

    kind = "conditions"
    noun = "condition"

    @property
    def conditions(self) -> list[Condition]:
        """The conditions, in order."""
        conditions: list[Condition] = self.records
        return conditions
