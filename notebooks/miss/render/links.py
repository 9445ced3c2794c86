"""Links inside the course: relative URLs, which work on any server and from files."""

from typing import NamedTuple

from ..schema.content import Content
from ..schema.placed import Placed, placed_in
from ..schema.records import Appendix, ReadAgain, Section


class Link(NamedTuple):
    """A relative URL, and the title of its target."""

    url: str
    title: str


HOME = "index.html"
KEEP = "keep"  # the id of the appendix that comes after the last section


def section_page(section: Section) -> str:
    """Return the file name of a section's page."""
    return f"{section.notebook}.html"


def way_through(content: Content) -> list[Section | Appendix]:
    """Return the pages in the order in which "Next" leads through them: the sections, then the page to keep."""
    return [*content.sections, *(appendix for appendix in content.appendices if appendix.id == KEEP)]


def glossary_page(content: Content) -> str:
    """Return the file name of the page that has every glossary term: a page of its own, or the home page."""
    return appendix_page(content, "glossary") or HOME


def placed_link(placed: Placed) -> Link:
    """Return a link to an interaction: to its widget, or to the topic that shows it."""
    anchor = placed.key if placed.interaction.widget else placed.topic.id
    return Link(f"{section_page(placed.section)}#{anchor}", placed.topic.title)


def appendix_page(content: Content, id: str) -> str:
    """Return the file name of the page of an appendix, or "" if the course has none with this id."""
    return next((f"{page.notebook}.html" for page in content.appendices if page.id == id), "")


def reading_link(content: Content, read: ReadAgain) -> Link:
    """Return a link to where something can be read again: a page, and the topic or the entry on it."""
    section = content.section(read.section)
    page = section_page(section)
    for placed in placed_in([section]):
        for kind, entries in placed.entries(content.records).items():
            for entry in entries:
                if entry.id == read.entry:
                    return Link(f"{page}{_target(placed, kind, entry.id)}", f"{section.title}: {entry.name}")
    for topic in section.topics:
        if topic.id == read.topic:
            return Link(f"{page}#{topic.id}", f"{section.title}: {topic.title}")
    return Link(page, section.title)


def _target(placed: Placed, kind: str, id: str) -> str:
    """Return the query and the fragment that lead to an entry: the state that shows it, or where it stands."""
    return f"?{kind}={id}#{placed.key}" if kind == placed.interaction.parameter else f"#{id}"
