"""Questions drawn from a pool, answered one by one, with the reason for every answer."""

from collections.abc import Sequence
from typing import Any

import traitlets

from ..errors import InvalidValue
from ..render.environment import render
from ..render.links import read_again
from ..schema.quiz import Item, OrderItem
from ..validation import require_choice, require_choices, require_int
from .base import LessonWidget
from .shuffle import shuffled

COUNTS = (6, 12)
SEEDS = 9999  # the page has room for four digits

# What an answer to each kind of question is.
WANTED = {
    "single": "one option",
    "reply": "one option",
    "several": "one option or more, each once",
    "order": "all its options, each once, in the order chosen",
}


class KnowledgeCheck(LessonWidget):
    """A round of questions; the same ``seed`` draws the same round.

    >>> check = KnowledgeCheck(Course(".."))
    >>> check.start(count=6, seed=1)
    >>> check.answer("q01", "b")
    """

    stem = "knowledge_check"
    seed = traitlets.Int(1, help="The number that the round is drawn by.").tag(sync=True)
    drawn = traitlets.List(traitlets.Unicode(), help="The ids of this round's questions, in order.").tag(sync=True)
    answers = traitlets.Dict(help="For each question answered, the ids of the options, in the given order.").tag(
        sync=True
    )
    position = traitlets.Int(0, help="The question that is shown, counted from 0.").tag(sync=True)

    @property
    def pool(self) -> dict[str, Item]:
        """Every question of the course, by its id."""
        return {item.id: item for item in self.content.quiz}

    def start(self, count: int | None = None, seed: int = 1) -> None:
        """Draw a new round; what was answered before is dropped.

        Args:
            count: how many questions; 6 if it is left out, or all where the course has fewer.
            seed: the number that the round is drawn by.

        Raises:
            InvalidValue: there are not that many questions, or the seed is none.
        """
        pool = list(self.pool)
        if not pool:
            raise InvalidValue("This course has no questions, so there is no round to draw.")
        most = min(COUNTS[0], len(pool)) if count is None else require_int("count", count, 1, len(pool))
        self.seed = require_int("seed", seed, 1, SEEDS)
        self.drawn = shuffled(pool, seed)[:most]
        self.answers, self.position = {}, 0

    def answer(self, id: str, *options: str) -> bool:
        """Answer one question of the round; for an order, give every place in the order chosen.

        Returns:
            whether the answer is right.

        Raises:
            InvalidValue: there is no round, the question is not in it, or this is no answer to it.
        """
        if not self.drawn:
            raise InvalidValue("There is no round yet, so no question to answer. start() draws one.")
        item = self.pool[require_choice("question", id, self.drawn, "in this round")]
        self.answers = {**self.answers, id: _answer_to(item, options)}
        return self.is_right(id)

    def right(self, id: str) -> list[str]:
        """List the ids of a question's right options, an order's in its right order."""
        return right_options(self.pool[require_choice("question", id, self.pool)])

    def is_right(self, id: str) -> bool:
        """Tell whether the answer given to a question is right."""
        item, given = self.pool[require_choice("question", id, self.pool)], self.answers.get(id, [])
        right = right_options(item)
        return given == right if isinstance(item, OrderItem) else sorted(given) == sorted(right)

    @property
    def wrong(self) -> list[str]:
        """The questions of this round that were answered wrong."""
        return [id for id in self.drawn if id in self.answers and not self.is_right(id)]

    def retry(self) -> None:
        """Make a round of the questions answered wrong; ``InvalidValue`` if there are none."""
        if not self.wrong:
            raise InvalidValue("No question of this round was answered wrong. start() draws another round.")
        self.drawn, self.answers, self.position = self.wrong, {}, 0

    @traitlets.validate("seed")
    def _a_seed(self, proposed: traitlets.Bunch) -> int:
        return require_int("seed", proposed.value, 1, SEEDS)

    @traitlets.validate("drawn")
    def _questions_of_the_pool(self, proposed: traitlets.Bunch) -> list[str]:
        return require_choices("question", proposed.value, self.pool)

    @traitlets.validate("answers")
    def _answers_to_questions(self, proposed: traitlets.Bunch) -> dict[str, list[str]]:
        given = proposed.value.items()
        return {id: _answer_to(self.pool[require_choice("question", id, self.pool)], options) for id, options in given}

    @traitlets.validate("position")
    def _in_the_round(self, proposed: traitlets.Bunch) -> int:
        return require_int("position", proposed.value, 0, len(self.drawn))  # the last is the summary's

    def _html(self) -> str:
        links: dict[str, Any] = {item.id: read_again(self.content, item.read) for item in self.content.quiz}
        return render(self.content, "knowledge_check.html", key=self.key, counts=COUNTS, links=links)

    def _summary(self) -> str:
        answered = [id for id in self.drawn if id in self.answers]
        right = len(answered) - len(self.wrong)
        return f"KnowledgeCheck: {len(answered)} of {len(self.drawn)} answered, {right} right"


def right_options(item: Item, *, every: bool = False) -> list[str]:
    """List the ids of an item's right options (``every``: of all), an order's in its right order."""
    if isinstance(item, OrderItem):
        return [place.id for place in item.places]
    return [option.id for option in item.options if every or option.right]


def _answer_to(item: Item, options: Sequence[Any]) -> list[str]:
    """Return the options as they were given, if they are an answer to this kind of question."""
    accepted = right_options(item, every=True)
    chosen = require_choices("option", options, accepted)
    least, most = {"several": (1, len(accepted)), "order": (len(accepted),) * 2}.get(item.kind, (1, 1))
    if len(chosen) < len(options) or not least <= len(chosen) <= most:
        raise InvalidValue(
            f"Question '{item.id}' takes {WANTED[item.kind]}, and {len(options)} were given. "
            f"Accepted: {', '.join(accepted)}."
        )
    return chosen
