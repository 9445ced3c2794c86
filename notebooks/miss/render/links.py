"""Addresses inside the course: relative, so that they hold on any server and on none."""

from collections.abc import Sequence
from typing import NamedTuple

from ..schema.content import Content
from ..schema.quiz import ReadAgain
from ..schema.records import Entry, Section


class Link(NamedTuple):
    """Where to go, and what it is called there."""

    address: str
    title: str


HOME = "index.html"

# Which widget of the page shows a kind of record: the key it has in the notebook.
WIDGETS = {"condition": "condition-selector", "step": "procedure-slider", "risk": "risk-cards"}


def page_of(section: Section) -> str:
    """Name the page of a section."""
    return f"{section.notebook}.html"


def read_again(content: Content, read: ReadAgain) -> Link:
    """Find where a question's answer is taught: the page, the place on it, and its title."""
    section = content.section(read.section)
    page = page_of(section)
    named = dict(read)
    for kind, key in WIDGETS.items():
        if id := named[kind]:
            return Link(f"{page}?{kind}={id}#{key}", f"{section.title}: {_name(content, kind, id)}")
    place = read.topic or read.operation
    titles = {topic.id: topic.title for topic in section.topics} | {o.id: o.name for o in content.operations}
    return Link(f"{page}#{place}", f"{section.title}: {titles[place]}") if place else Link(page, section.title)


def entries(content: Content) -> dict[str, Sequence[Entry]]:
    """List the records that an address can name, by their kind."""
    return {"condition": content.conditions, "step": content.procedure.steps, "risk": content.risks}


def _name(content: Content, kind: str, id: str) -> str:
    return next(entry.name for entry in entries(content)[kind] if entry.id == id)
