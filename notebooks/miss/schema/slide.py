"""A slide of the deck: parts of the course's own pages, with a title of its own."""

from collections.abc import Iterator
from typing import NamedTuple

from .entry import Entry
from .placed import Placed

FIGURE = ".figure-view:not([hidden])"  # the selector of the figure that an element shows


class Slide(NamedTuple):
    """A slide.

    ``show`` are the CSS selectors of the elements to show on the ``page``; ``query`` is the query that opens a state
    of an element, and ``click`` the selector of a button to click then. ``kind`` and ``id`` identify the trainer's
    note on the slide; ``until`` is the minute of the session at which the slide should end. ``item`` is the id of a
    record for a poll.
    """

    page: str
    title: str
    show: list[str]
    kind: str = ""
    id: str = ""
    until: int = 0
    query: str = ""
    click: str = ""
    item: str = ""


def entry_parts(selector: str, entry: Entry) -> list[str]:
    """Return the selectors of what a slide shows of an entry: what is open of it. The trainer tells the rest."""
    parts = ("h3", ".bubble", ".tiers") if entry.signs else ("h3", ".bubble")
    return [f"{selector} > {part}" for part in parts]


def chosen_entry_slides(placed: Placed, kind: str, entry: Entry) -> Iterator[Slide]:
    """Yield the slide of an entry that is chosen: its picture and its words."""
    shown = [f"{placed.selector} {FIGURE}", *entry_parts(f"{placed.selector} .entry[data-open]", entry)]
    yield Slide("", entry.name, shown, query=f"{kind}={entry.id}")
