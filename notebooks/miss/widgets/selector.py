"""The base class of the widgets that show one of several records at a time."""

from typing import Any, ClassVar

import traitlets

from ..schema.entry import Entry
from ..validation import require_choice, require_choices
from .base import LessonWidget


class RecordSelector(LessonWidget):
    """Every record of a kind, one open at a time. A subclass sets ``noun``, by which messages name a record."""

    noun: ClassVar[str]
    selected = traitlets.Unicode(help="The id of the open record; empty before the first selection.").tag(sync=True)
    seen = traitlets.List(traitlets.Unicode(), help="The ids opened so far, in that order.").tag(sync=True)

    @property
    def options(self) -> list[str]:
        """The ids that can be selected, in the course's order."""
        return [entry.id for entry in self._entries]

    def select(self, id: str) -> None:
        """Open one record.

        Raises:
            InvalidValue: there is no record with this id.
        """
        self.selected = require_choice(self.noun, id, self.options)

    @property
    def _entries(self) -> list[Entry]:
        entries: list[Entry] = self.records
        return entries

    @traitlets.observe("selected")
    def _update_seen(self, change: traitlets.Bunch) -> None:
        if change.new and change.new not in self.seen:
            self.seen = [*self.seen, change.new]

    @traitlets.validate("selected")
    def _validate_selected(self, proposal: traitlets.Bunch) -> Any:
        return proposal.value and require_choice(self.noun, proposal.value, self.options)

    @traitlets.validate("seen")
    def _validate_seen(self, proposal: traitlets.Bunch) -> list[str]:
        return require_choices(self.noun, proposal.value, self.options)

    def _summary(self) -> str:
        names = {entry.id: entry.name for entry in self._entries}
        shown = names.get(self.selected, "none selected")
        return f"{type(self).__name__}: {shown}, {len(self.seen)} of {len(names)} seen"
