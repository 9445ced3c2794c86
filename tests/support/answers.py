"""Answers to a question of any kind: right, half right and wrong ones that the question accepts."""

from itertools import chain
from typing import Any

from miss.schema.item_kind import item_kind_of


def right_answer(item: Any) -> list[str]:
    return [choice.id for choice in item_kind_of(item).right(item)]


def wrong_answer(item: Any) -> list[str]:
    """As few choices as the question takes, and each of them wrong, as far as there are wrong ones."""
    kind = item_kind_of(item)
    right = right_answer(item)
    if kind.ordered:
        return right[::-1]
    wrong = [sorted((choice.id for choice in field.choices), key=right.__contains__) for field in kind.fields(item)]
    least = [field.least for field in kind.fields(item)]
    chosen = list(chain.from_iterable(ids[:count] for ids, count in zip(wrong, least, strict=True)))
    return chosen or wrong[0][:1]


def half_answer(item: Any) -> list[str]:
    """The right answer with a part of it missing, or wrong where nothing may be missing."""
    kind = item_kind_of(item)
    right, fields = right_answer(item), kind.fields(item)
    if len(fields) == 1:
        kept = right[: len(right) // 2]
        wrong = [choice.id for choice in fields[0].choices if choice.id not in right]
        missing = max(0, fields[0].least - len(kept))
        return [*kept, *wrong[:missing]] if kept and not kind.ordered else wrong_answer(item)
    first = {choice.id for choice in fields[0].choices}
    wrong = [choice.id for choice in fields[0].choices if choice.id not in right]
    count = sum(id in first for id in right) if fields[0].least else 0
    return [*wrong[:count], *(id for id in right if id not in first)]


def verdict(item: Any, answer: list[str]) -> str:
    """Return how the verdict on an answer begins."""
    kind = item_kind_of(item)
    points, maximum = kind.score(item, answer)
    if kind.self_scored:
        return f"All {maximum} are in it" if points == maximum else f"{points} of {maximum} are in it"
    if points == maximum:
        return "Right"
    return "Partly right" if points and kind.rule else "Not right"
