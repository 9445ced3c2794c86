"""What the template of a round of questions needs besides the questions."""

from collections.abc import Iterable
from typing import Any

from ...render.filters import pick
from ...render.links import Link, reading_link
from ...schema.content import Content
from ...schema.item_kind import item_kind_of
from .records import BaseItem

COUNTS = (6, 12)  # the lengths of a round that the page offers


def screen_values(content: Content, items: list[BaseItem]) -> dict[str, Any]:
    """Return the lengths of a round, where each question is read again, and the words of the kinds' scripts."""
    return {"counts": COUNTS, "links": reading_links(content, items), "item_words": _item_words(content, items)}


def reading_links(content: Content, items: Iterable[BaseItem]) -> dict[str, Link]:
    """Return the link to where each question is read again, by its id."""
    return {item.id: reading_link(content, item.read) for item in items}


def _item_words(content: Content, items: list[BaseItem]) -> dict[str, Any]:
    """Return the words that the scripts of the kinds among some questions use, by kind."""
    kinds = {item.kind: item_kind_of(item).script_words for item in items}
    return {kind: pick(getattr(content.interface, kind), names) for kind, names in kinds.items() if names}
