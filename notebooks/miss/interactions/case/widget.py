"""One patient from stop to stop, with questions at each, and a fork where the reader chooses how the story goes on."""

from typing import Any

import traitlets

from ...errors import InvalidValue
from ...validation import require_choice, require_int
from ..questions.question_widget import QuestionWidget
from ..questions.records import BaseItem
from .records import Stop, items_of, picture_at, stops_on


class PatientCase(QuestionWidget):
    """A case; the questions of a path are asked once it is chosen.

    >>> case = PatientCase(Course(".."), key="mr-k")
    >>> case.answer(case.drawn[0], *case.right(case.drawn[0]))
    True
    >>> case.choose("rings")
    """

    kind = "case"
    path = traitlets.Unicode(help="The path chosen at the fork, by id; empty before that.").tag(sync=True)
    drawn = traitlets.List(traitlets.Unicode(), help="The ids of the questions on the path, in order.").tag(sync=True)

    @property
    def pool(self) -> dict[str, BaseItem]:
        """Every question of the case, by id."""
        return {item.id: item for item in items_of(self.records.stops)}

    @property
    def paths(self) -> list[str]:
        """The ids of the paths that can be chosen at the fork; none, if the story has none."""
        return [path.id for path in self.records.fork.paths] if self.records.fork else []

    @property
    def stops(self) -> list[str]:
        """The ids of the stops that can be reached: those of the path, or before a path is chosen, those of all."""
        return [stop.id for stop in self._stops]

    @property
    def _stops(self) -> list[Stop]:
        return stops_on(self.records, self.path or None)

    @property
    def stop(self) -> str:
        """The id of the current stop; empty at the fork and after the last question."""
        current = self.drawn[self.position : self.position + 1]
        return next((stop.id for stop in self._stops if current and current[0] in _ids(stop)), "")

    @traitlets.default("drawn")
    def _default_drawn(self) -> list[str]:
        return [item.id for item in items_of(self._stops)]

    def choose(self, path: str) -> None:
        """Choose how the story goes on after the fork, and go to the first stop there.

        Args:
            path: the path.

        Raises:
            InvalidValue: the story has no such path.
        """
        self.path = require_choice("path", path, self.paths)
        self.position = len(items_of(stops_on(self.records, None)))

    def go_to(self, stop: str) -> None:
        """Go to a stop.

        Raises:
            InvalidValue: there is no such stop on the path.
        """
        require_choice("stop", stop, self.stops, "on this path")
        before = self._stops[: self.stops.index(stop)]
        self.position = len(items_of(before))

    def answer(self, id: str, *options: str) -> bool:
        """Answer one question.

        Args:
            id: the question.
            options: the ids of the options chosen, in the order chosen.

        Returns:
            whether the answer is right.

        Raises:
            InvalidValue: the question is not on the path, or it does not accept these options.
        """
        return self._give(require_choice("question", id, self.drawn, "on this path"), options)

    @property
    def picture(self) -> str:
        """The state of the picture at the current question; at the fork and at the end, that of the last one."""
        id = self.drawn[min(self.position, len(self.drawn) - 1)]
        stop = next(stop for stop in self._stops if id in _ids(stop))
        return picture_at(stop, id, self.answers)

    @traitlets.validate("path")
    def _validate_path(self, proposal: traitlets.Bunch) -> Any:
        return proposal.value and require_choice("path", proposal.value, self.paths)

    @traitlets.observe("path")
    def _update_drawn(self, _change: traitlets.Bunch) -> None:
        self.drawn = self._default_drawn()

    @traitlets.validate("drawn")
    def _validate_drawn(self, proposal: traitlets.Bunch) -> list[str]:
        if proposal.value != (accepted := self._default_drawn()):
            raise InvalidValue(
                f"The questions follow from the path; call choose() to change it. Accepted: {', '.join(accepted)}."
            )
        return list(proposal.value)

    @traitlets.validate("position")
    def _validate_position(self, proposal: traitlets.Bunch) -> int:
        return require_int("position", proposal.value, 0, len(self.drawn))  # after the last question comes the end

    def _summary(self) -> str:
        done = [id for id in self.drawn if id in self.answers]
        place = self.stop or ("the end" if self.path or not self.paths else "the fork")
        return f"PatientCase: {place}, {len(done)} of {len(self.drawn)} answered"


def _ids(stop: Stop) -> list[str]:
    return [item.id for item in stop.items]
