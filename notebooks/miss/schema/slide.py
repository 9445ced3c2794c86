"""A slide of the deck: parts of the course's own pages, with a title of its own."""

from typing import NamedTuple

FIGURE = ".figure-view:not([hidden])"  # the selector of the figure that an element shows
# The parts of an entry that fit on a slide; the trainer presents the note for nurses.
ENTRY_PARTS = ("h3", ".bubble", ".tiers")


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


def entry_parts(entry: str) -> list[str]:
    """Return the selectors of the parts of an entry that a slide shows, from the entry's own selector."""
    return [f"{entry} > {part}" for part in ENTRY_PARTS]
