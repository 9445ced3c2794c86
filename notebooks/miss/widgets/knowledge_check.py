"""Questions drawn from a pool, answered one by one, with the reason for every answer."""

from typing import Any

import traitlets

from ..content.quiz import Item, OrderItem
from ..draw import shuffled
from ..links import read_again
from ..render import render
from .base import LessonWidget, known

COUNTS = (6, 12)


class KnowledgeCheck(LessonWidget):
    """A round of questions; the same ``seed`` draws the same round.

    >>> check = KnowledgeCheck()
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

    def start(self, count: int = COUNTS[0], seed: int = 1) -> None:
        """Draw a new round of ``count`` questions; what was answered before is dropped."""
        self.set_trait("seed", seed)
        self.drawn = shuffled(list(self.pool), seed)[:count]
        self.answers, self.position = {}, 0

    def answer(self, id: str, *options: str) -> bool:
        """Answer one question of the round; for an order, give every place in the order chosen.

        Returns:
            whether the answer is right.

        Raises:
            ValueError: the question is not in this round, or an option is not one of its.
        """
        item = self.pool[known("question in this round", id, self.drawn)]
        chosen = [known("option", option, list(right_options(item, every=True))) for option in options]
        self.answers = {**self.answers, id: chosen}
        return self.is_right(id)

    def right(self, id: str) -> list[str]:
        """List the ids of a question's right options, an order's in its right order."""
        return right_options(self.pool[known("question", id, list(self.pool))])

    def is_right(self, id: str) -> bool:
        """Tell whether the answer given to a question is right."""
        item, given = self.pool[id], self.answers.get(id, [])
        right = right_options(item)
        return given == right if isinstance(item, OrderItem) else sorted(given) == sorted(right)

    @property
    def wrong(self) -> list[str]:
        """The questions of this round that were answered wrong."""
        return [id for id in self.drawn if id in self.answers and not self.is_right(id)]

    def retry(self) -> None:
        """Make a round of the questions answered wrong."""
        self.drawn, self.answers, self.position = self.wrong, {}, 0

    def _html(self) -> str:
        links: dict[str, Any] = {item.id: read_again(self.content, item.read) for item in self.content.quiz}
        return render(self.content, "knowledge_check.html", key=self.key, counts=COUNTS, links=links)

    def _summary(self) -> str:
        right = len(self.answers) - len(self.wrong)
        return f"KnowledgeCheck: {len(self.answers)} of {len(self.drawn)} answered, {right} right"


def right_options(item: Item, *, every: bool = False) -> list[str]:
    """List the ids of an item's right options (``every``: of all), an order's in its right order."""
    if isinstance(item, OrderItem):
        return [place.id for place in item.places]
    return [option.id for option in item.options if every or option.right]
