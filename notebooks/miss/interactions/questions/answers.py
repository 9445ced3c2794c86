"""Answers given in Python: those that a question accepts, and what became of the question."""

from collections.abc import Sequence
from typing import Any

from ...errors import InvalidValue, counted
from ...schema.item_kind import item_kind_of
from ...validation import require_choices
from .records import BaseItem

RESULTS = ("first", "later", "wrong")  # right at the first try, right later, wrong so far


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
