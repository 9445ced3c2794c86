"""Select a condition, and read its layers: the leaflet, how to say it to a patient, and nursing notes."""

import traitlets

from ...validation import require_choice, require_choices
from ...widgets.base import LessonWidget
from .records import Condition


class ConditionSelector(LessonWidget):
    """Every condition of the course, one open at a time.

    >>> selector = ConditionSelector(Course(".."))
    >>> selector.select("spondylolysis")
    """

    kind = "conditions"
    selected = traitlets.Unicode(help="The id of the open condition; empty before the first selection.").tag(sync=True)
    seen = traitlets.List(traitlets.Unicode(), help="The ids opened so far, in that order.").tag(sync=True)

    @property
    def conditions(self) -> list[Condition]:
        """The conditions, in order."""
        conditions: list[Condition] = self.records
        return conditions

    @property
    def options(self) -> list[str]:
        """The ids that can be selected, in the course's order."""
        return [condition.id for condition in self.conditions]

    def select(self, id: str) -> None:
        """Open one condition.

        Raises:
            InvalidValue: there is no condition with this id.
        """
        self.selected = require_choice("condition", id, self.options)

    @traitlets.observe("selected")
    def _update_seen(self, change: traitlets.Bunch) -> None:
        if change.new and change.new not in self.seen:
            self.seen = [*self.seen, change.new]

    @traitlets.validate("selected")
    def _validate_selected(self, proposal: traitlets.Bunch) -> str:
        return proposal.value and require_choice("condition", proposal.value, self.options)

    @traitlets.validate("seen")
    def _validate_seen(self, proposal: traitlets.Bunch) -> list[str]:
        return require_choices("condition", proposal.value, self.options)

    def _summary(self) -> str:
        names = {condition.id: condition.name for condition in self.conditions}
        return f"ConditionSelector: {names.get(self.selected, 'none selected')}, {len(self.seen)} of {len(names)} seen"
