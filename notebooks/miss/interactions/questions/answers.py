"""Answers given in Python: those that a question accepts, what became of the question, and how many there are."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ...errors import InvalidValue, counted
from ...schema.interaction import Progress
from ...schema.item_kind import item_kind_of
from ...validation import require_choices
from .records import BaseItem

RESULTS = ("first", "later", "wrong")  # right at the first try, right later, wrong so far


def answered(items: Iterable[BaseItem], answers: Mapping[str, Sequence[str]]) -> Progress:
    """Return how much of some questions has been done."""
    each = [item_kind_of(item).progress(item, answers.get(item.id, [])) for item in items]
    return Progress(sum(item.done for item in each), sum(item.total for item in each))


def result_after(before: str | None, right: bool) -> str:
    """Return what became of a question: as in results.js, what was right once stays right."""
    if before is None:
        return "first" if right else "wrong"
    return "later" if before == "wrong" and right else before


def require_answer(item: BaseItem, options: Sequence[Any]) -> list[str]:
    """Return the options unchanged if this kind of question accepts them.

    Raises:
        InvalidValue: it does not.
    """
    kind = item_kind_of(item)
    accepted = [choice.id for choice in kind.choices(item)]
    chosen = require_choices("option", options, accepted)
    if not kind.accepts(item, options):
        raise InvalidValue(
            f"Question '{item.id}' takes {kind.expected}, and {counted(len(options), 'was given', 'were given')}. "
            f"Accepted: {', '.join(accepted)}."
        )
    return chosen
