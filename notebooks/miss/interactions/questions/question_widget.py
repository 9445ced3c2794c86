"""The base class of the widgets that ask questions: the answers to them, and what became of each."""

from collections.abc import Mapping, Sequence
from typing import Any

import traitlets

from ...schema.item_kind import item_kind_of
from ...schema.scoring import Score
from ...validation import require_choice
from ...widgets.base import LessonWidget
from .answers import RESULTS, require_answer, result_after
from .records import BaseItem


class QuestionWidget(LessonWidget):
    """Questions that are answered one by one. A subclass says which ones: ``pool``."""

    answers = traitlets.Dict(help="The ids of the options chosen, in order, by the id of the question.").tag(sync=True)
    results = traitlets.Dict(help="What became of each question, by id: first, later or wrong.").tag(sync=True)
    position = traitlets.Int(0, help="The index of the current question, counted from 0.").tag(sync=True)

    @property
    def pool(self) -> Mapping[str, BaseItem]:
        """Every question that can be asked, by id."""
        raise NotImplementedError

    def right(self, id: str) -> list[str]:
        """Return the ids of the options of a question's right answer, in their order."""
        item = self._item(id)
        return [choice.id for choice in item_kind_of(item).right(item)]

    def score(self, id: str, *options: str) -> Score:
        """Return the points that an answer to a question would have, without giving it.

        Args:
            id: the question.
            options: the ids of the options chosen; none has no points.

        Raises:
            InvalidValue: there is no such question, or it does not accept these options.
        """
        item = self._item(id)
        return item_kind_of(item).score(item, require_answer(item, options) if options else [])

    def is_right(self, id: str) -> bool:
        """Return whether the answer to a question is right."""
        item = self._item(id)
        return item_kind_of(item).is_right(item, self.answers.get(id, []))

    def _give(self, id: str, options: Sequence[str]) -> bool:
        """Take an answer to a question, and return whether it is right."""
        self.answers = {**self.answers, id: require_answer(self._item(id), options)}
        right = self.is_right(id)
        self._record(id, right)
        return right

    def _record(self, id: str, right: bool) -> None:
        """Record what became of a question after a try."""
        self.results = {**self.results, id: result_after(self.results.get(id), right)}

    def _item(self, id: str) -> BaseItem:
        return self.pool[require_choice("question", id, self.pool)]

    @traitlets.validate("answers")
    def _validate_answers(self, proposal: traitlets.Bunch) -> dict[str, list[str]]:
        return {id: require_answer(self._item(id), options) for id, options in proposal.value.items()}

    @traitlets.validate("results")
    def _validate_results(self, proposal: traitlets.Bunch) -> dict[str, Any]:
        return {
            require_choice("question", id, self.pool): require_choice("result", result, RESULTS)
            for id, result in proposal.value.items()
        }
