"""Choose a condition and read what the leaflet says of it, how to say it, and what a nurse adds."""

import traitlets

from ..render.environment import render
from ..validation import require_choice, require_choices
from .base import LessonWidget


class ConditionSelector(LessonWidget):
    """Every condition of the course; one at a time is open.

    >>> selector = ConditionSelector(Course(".."))
    >>> selector.select("spondylolysis")
    """

    stem = "condition_selector"
    selected = traitlets.Unicode(help="The id of the condition that is open; empty before the first choice.").tag(
        sync=True
    )
    seen = traitlets.List(traitlets.Unicode(), help="The conditions opened so far, in that order.").tag(sync=True)

    @property
    def options(self) -> list[str]:
        """The ids that can be selected, in the course's order."""
        return [condition.id for condition in self.content.conditions]

    def select(self, id: str) -> None:
        """Open one condition; ``ValueError`` if there is none with this id."""
        self.selected = require_choice("condition", id, self.options)

    @traitlets.observe("selected")
    def _note_seen(self, change: traitlets.Bunch) -> None:
        if change.new and change.new not in self.seen:
            self.seen = [*self.seen, change.new]

    @traitlets.validate("selected")
    def _one_of_the_options(self, proposed: traitlets.Bunch) -> str:
        return proposed.value and require_choice("condition", proposed.value, self.options)

    @traitlets.validate("seen")
    def _some_of_the_options(self, proposed: traitlets.Bunch) -> list[str]:
        return require_choices("condition", proposed.value, self.options)

    def _html(self) -> str:
        return render(self.content, "condition_selector.html", key=self.key)

    def _summary(self) -> str:
        named = {condition.id: condition.name for condition in self.content.conditions}
        return f"ConditionSelector: {named.get(self.selected, 'none selected')}, {len(self.seen)} of {len(named)} seen"
