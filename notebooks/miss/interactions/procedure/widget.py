"""Step through the procedure, next to what continues throughout it."""

import traitlets

from ...validation import require_choices, require_int
from ...widgets.base import LessonWidget
from .records import Step


class ProcedureSlider(LessonWidget):
    """The steps in the leaflet's order; ``step`` counts from 1.

    >>> slider = ProcedureSlider(Course(".."))
    >>> slider.go_to(3)
    """

    kind = "procedure"
    step = traitlets.Int(1, help="The current step, counted from 1.").tag(sync=True)
    seen = traitlets.List(traitlets.Unicode(), help="The ids shown so far, in that order.").tag(sync=True)

    @property
    def steps(self) -> list[Step]:
        """The steps, in order."""
        steps: list[Step] = self.records.steps
        return steps

    def go_to(self, step: int) -> None:
        """Show one step.

        Raises:
            InvalidValue: there is no step with this number.
        """
        self.step = require_int("step", step, 1, len(self.steps))

    def next(self) -> None:
        """Show the next step; on the last one, do nothing."""
        self.go_to(min(self.step + 1, len(self.steps)))

    def previous(self) -> None:
        """Show the previous step; on the first one, do nothing."""
        self.go_to(max(self.step - 1, 1))

    @traitlets.observe("step")
    def _update_seen(self, change: traitlets.Bunch) -> None:
        id = self.steps[change.new - 1].id
        if id not in self.seen:
            self.seen = [*self.seen, id]

    @traitlets.validate("step")
    def _validate_step(self, proposal: traitlets.Bunch) -> int:
        return require_int("step", proposal.value, 1, len(self.steps))

    @traitlets.validate("seen")
    def _validate_seen(self, proposal: traitlets.Bunch) -> list[str]:
        return require_choices("step", proposal.value, [step.id for step in self.steps])

    def _summary(self) -> str:
        return f"ProcedureSlider: step {self.step} of {len(self.steps)}: {self.steps[self.step - 1].name}"
