"""The minutes that a page takes, at the pace of its course: the words that it shows, and the things to do."""

from html.parser import HTMLParser

from ..schema.content import Content
from ..schema.placed import Placed
from ..schema.records import Pace

VOID = {"br", "hr", "img", "input", "link", "meta", "source", "wbr"}  # tags without an end tag
UNREAD = {"button", "script", "select", "style", "svg", "table", "template"}  # a table is looked up, not read
UNREAD_CLASSES = {"unseen", "needs-script"}  # for screen readers; controls


def minutes(html: str, tasks: int, pace: Pace) -> int:
    """Return the minutes that a page takes, at least 1.

    Args:
        html: the HTML of the page; every record in it counts, whether or not it is shown when the page opens.
        tasks: the number of things to do.
        pace: the pace of the course.
    """
    seconds = shown_words(html) * 60 / pace.words_per_minute + tasks * pace.seconds_per_task
    return max(1, round(seconds / 60))


def as_offered(content: Content, placed: Placed) -> Placed:
    """Return an interaction with as many records as it offers at first: a round has a few of all questions."""
    records, progress = placed.records(content.records), placed.interaction.progress
    offered = progress(records, placed.initial).total if progress else 0
    if not isinstance(records, list) or not 0 < offered < len(records):
        return placed
    return placed._replace(items=[record.id for record in records[:offered]])


def task_count(content: Content, placed: Placed) -> int:
    """Return how many things an interaction gives to do: one for each entry or question, or one in all."""
    records = placed.records(content.records)
    polls = placed.interaction.polls
    each = placed.main_entries(content.records) or (polls(records) if polls else ())
    return len(each) or 1


def shown_words(html: str) -> int:
    """Count the words of an HTML fragment, without closed ``<details>``, tables, drawings and controls."""
    counter = _WordCounter()
    counter.feed(html)
    counter.close()
    return counter.words


class _WordCounter(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words = 0
        self._unread_depth = 0  # the number of open tags, from the one on whose content does not count

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID and (self._unread_depth or _is_unread(tag, dict(attrs))):
            self._unread_depth += 1

    def handle_endtag(self, tag: str) -> None:
        if self._unread_depth and tag not in VOID:
            self._unread_depth -= 1

    def handle_data(self, data: str) -> None:
        if not self._unread_depth:
            self.words += len(data.split())


def _is_unread(tag: str, attributes: dict[str, str | None]) -> bool:
    classes = set((attributes.get("class") or "").split())
    is_closed = tag == "details" and ("open" not in attributes or "fold" in classes)  # a script closes folds
    return is_closed or tag in UNREAD or "hidden" in attributes or bool(classes & UNREAD_CLASSES)
