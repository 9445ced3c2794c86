"""Links inside the course: relative URLs, which work on any server and from files."""

from collections.abc import Sequence
from typing import NamedTuple

from ..schema.content import Content
from ..schema.quiz import ReadAgain
from ..schema.records import Entry, Section


class Link(NamedTuple):
    """A relative URL, and the title of its target."""

    url: str
    title: str


HOME = "index.html"

# The key of the widget that shows a kind of record.
WIDGET_KEYS = {"condition": "condition-selector", "step": "procedure-slider", "risk": "risk-cards"}


def section_page(section: Section) -> str:
    """Return the file name of a section's page."""
    return f"{section.notebook}.html"


def reading_link(content: Content, read: ReadAgain) -> Link:
    """Return a link to where a question's answer is taught: a page, and the entry, topic or operation on it."""
    section = content.section(read.section)
    page = section_page(section)
    targets = dict(read)
    for kind, key in WIDGET_KEYS.items():
        if id := targets[kind]:
            return Link(f"{page}?{kind}={id}#{key}", f"{section.title}: {_name(content, kind, id)}")
    anchor = read.topic or read.operation
    titles = {topic.id: topic.title for topic in section.topics} | {o.id: o.name for o in content.operations}
    return Link(f"{page}#{anchor}", f"{section.title}: {titles[anchor]}") if anchor else Link(page, section.title)


def entries_by_kind(content: Content) -> dict[str, Sequence[Entry]]:
    """Return the records that a URL's query can name, by kind."""
    return {"condition": content.conditions, "step": content.procedure.steps, "risk": content.risks}


def _name(content: Content, kind: str, id: str) -> str:
    return next(entry.name for entry in entries_by_kind(content)[kind] if entry.id == id)
