"""The chest of drawers in Python."""

import traitlets
from miss.validation import require_choice, require_choices
from miss.widgets.base import LessonWidget


class Drawers(LessonWidget):
    """Drawers, any number of them open."""

    kind = "drawers"
    opened = traitlets.List(traitlets.Unicode(), help="The ids of the drawers opened so far.").tag(sync=True)

    @property
    def ids(self) -> list[str]:
        """The ids of the drawers, in order."""
        return [drawer.id for drawer in self.records]

    def pull(self, id: str) -> None:
        """Open one drawer."""
        self.opened = [*self.opened, require_choice("drawer", id, self.ids)]

    @traitlets.validate("opened")
    def _validate_opened(self, proposal: traitlets.Bunch) -> list[str]:
        return require_choices("drawer", proposal.value, self.ids)

    def _summary(self) -> str:
        return f"Drawers: {self.progress.done} of {self.progress.total} opened"
