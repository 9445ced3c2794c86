"""The draw of a round: the same in Python and, by ``draw.js``, in the browser."""

from collections import Counter
from collections.abc import Iterable, Sequence

from .records import BaseItem
from .screen import COUNTS
from .shuffle import shuffled

RED_FLAGS = 2  # questions on what must not wait, in each round


def draw(items: Iterable[BaseItem], count: int, seed: int) -> list[str]:
    """Return the ids of a round: two questions with a red flag, then objectives in turn, in a shuffled order.

    Args:
        items: the questions of a course.
        count: how many to draw, at most as many as there are.
        seed: the seed of the round.
    """
    order = shuffled(list(items), seed)
    drawn = [item for item in order if item.red_flag][: min(RED_FLAGS, count)]
    left = [item for item in order if item.id not in {each.id for each in drawn}]
    while len(drawn) < count:
        asked = Counter(item.objective for item in drawn)
        following = min(left, key=lambda item: asked[item.objective])
        left.remove(following)
        drawn.append(following)
    ids = {item.id for item in drawn}
    return [item.id for item in order if item.id in ids]


def first_round(items: Sequence[BaseItem]) -> list[str]:
    """Return the ids of a round of the length that the page offers first."""
    return draw(items, min(COUNTS[0], len(items)), 1)
