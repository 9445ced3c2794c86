"""Tokens: the choices of items that have several fields, each named by its field and by its own id."""

from typing import NamedTuple

from ....schema.item_kind import Choice


class Token(NamedTuple):
    """A choice within a field: ``legs.opioid`` is the column ``opioid`` in the row ``legs``."""

    id: str
    text: str
    why: str


def token(field: str, choice: Choice) -> Token:
    """Return a choice as one within a field with this id."""
    return Token(f"{field}.{choice.id}", choice.text, choice.why)
