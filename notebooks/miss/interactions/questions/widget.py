"""A round of questions selected from a pool and answered one by one, with the reason for every answer."""

from collections.abc import Sequence
from typing import Any

import traitlets

from ...errors import InvalidValue
from ...schema.item_kind import item_kind_of
from ...validation import require_choice, require_choices, require_int
from .answers import require_answer
from .draw import draw
from .question_widget import QuestionWidget
from .records import BaseItem
from .screen import COUNTS

MAX_SEED = 9999  # the page's input field has four digits


class KnowledgeCheck(QuestionWidget):
    """A round of questions; the same ``seed`` gives the same round.

    >>> check = KnowledgeCheck(Course(".."))
    >>> check.start(count=6, seed=1)
    >>> check.answer(check.drawn[0], *check.right(check.drawn[0]))
    True

    With ``items`` it asks these questions, in this order, and no round is started. Its ``key`` names it in the progress
    of the learner; by default it is made of the items.

    >>> check = KnowledgeCheck(Course(".."), items=["q01"], key="before-lunch")
    >>> check.answer("q01", "no-cut")
    False
    >>> check
    KnowledgeCheck: 1 of 1 answered, 0 right
    """

    kind = "questions"
    seed = traitlets.Int(1, help="The seed of the round.").tag(sync=True)
    drawn = traitlets.List(traitlets.Unicode(), help="The ids of the round's questions, in order.").tag(sync=True)
    two_tries = traitlets.Bool(help="Whether a first wrong answer in a round is tried again.").tag(sync=True)
    tried = traitlets.List(traitlets.Unicode(), help="The questions whose first try was wrong.").tag(sync=True)

    @property
    def pool(self) -> dict[str, BaseItem]:
        """Every question that can be asked, by id: all of the course, or the ``items``."""
        return {item.id: item for item in self.records}

    @traitlets.default("drawn")
    def _default_drawn(self) -> list[str]:
        return list(self.placed.initial.get("drawn", []))

    def start(self, count: int | None = None, seed: int = 1, two_tries: bool = False) -> None:
        """Start a new round, and discard the answers of the last one.

        Args:
            count: the number of questions; by default 6, or all if the course has fewer.
            seed: the seed of the round.
            two_tries: whether a first wrong answer is not taken yet, and can be changed once.

        Raises:
            InvalidValue: the course has fewer questions, the seed is out of range, or this check has its own items.
        """
        pool = list(self.pool.values())
        if self.placed.items:
            raise InvalidValue(_no_round(self.placed.items))
        if not pool:
            raise InvalidValue("This course has no questions to start a round with.")
        length = min(COUNTS[0], len(pool)) if count is None else require_int("count", count, 1, len(pool))
        self.seed = require_int("seed", seed, 1, MAX_SEED)
        self.drawn = draw(pool, length, seed)
        self.answers, self.position, self.tried, self.two_tries = {}, 0, [], two_tries

    def answer(self, id: str, *options: str) -> bool:
        """Answer one question of the round.

        Args:
            id: the question.
            options: the ids of the options chosen, in the order chosen.

        Returns:
            whether the answer is right.

        Raises:
            InvalidValue: there is no round, the question is not in it, or it does not accept these options.
        """
        if not self.drawn:
            raise InvalidValue("No round has been started. Call start() first.")
        item = self.pool[require_choice("question", id, self.drawn, "in this round")]
        right = item_kind_of(item).is_right(item, require_answer(item, options))
        if self.two_tries and id not in self.tried and not right:
            self.tried = [*self.tried, id]
            self._record(id, False)
            return False
        return self._give(id, options)

    def _counted_state(self) -> dict[str, Any]:
        """Leave out what is to be tried again in a check between topics, as the browser does."""
        state, again = super()._counted_state(), self.wrong if self.placed.items else []
        return state | {"answers": {id: answer for id, answer in self.answers.items() if id not in again}}

    @property
    def wrong(self) -> list[str]:
        """The ids of the round's questions that were answered wrong."""
        return [id for id in self.drawn if id in self.answers and not self.is_right(id)]

    def retry(self) -> None:
        """Start a round of the questions answered wrong; a check of some ``items`` asks these again.

        Raises:
            InvalidValue: no question was answered wrong.
        """
        if not self.wrong:
            cure = "" if self.placed.items else " Call start() for a new round."
            raise InvalidValue(f"No question of this round was answered wrong.{cure}")
        if self.placed.items:
            self.answers = {id: answer for id, answer in self.answers.items() if id not in self.wrong}
        else:
            self.drawn, self.answers, self.position, self.tried = self.wrong, {}, 0, []

    @traitlets.validate("seed")
    def _validate_seed(self, proposal: traitlets.Bunch) -> int:
        return require_int("seed", proposal.value, 1, MAX_SEED)

    @traitlets.validate("drawn")
    def _validate_drawn(self, proposal: traitlets.Bunch) -> list[str]:
        drawn = require_choices("question", proposal.value, self.pool)
        if self.placed.items and drawn != list(self.placed.items):
            raise InvalidValue(_no_round(self.placed.items))
        return drawn

    @traitlets.validate("tried")
    def _validate_tried(self, proposal: traitlets.Bunch) -> list[str]:
        return require_choices("question", proposal.value, self.pool)

    @traitlets.validate("position")
    def _validate_position(self, proposal: traitlets.Bunch) -> int:
        last = len(self.drawn) - bool(self.placed.items)  # after the questions of a round comes its summary
        return require_int("position", proposal.value, 0, last)

    def _summary(self) -> str:
        answered = [id for id in self.drawn if id in self.answers]
        right = len(answered) - len(self.wrong)
        return f"KnowledgeCheck: {len(answered)} of {len(self.drawn)} answered, {right} right"


def _no_round(items: Sequence[str]) -> str:
    return f"This check asks {', '.join(items)} and draws no round. Call answer() for each of them."
