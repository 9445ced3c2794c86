"""Slides that interactions share: the list of their entries, one slide of each, and those of a topic's own words."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from ..schema.content import Content
from ..schema.entry import Entry
from ..schema.placed import Placed
from ..schema.records import Topic
from ..schema.slide import Slide, SlideWords
from .environment import environment, render
from .slide_pictures import slide_picture


def slides_of(content: Content, placed: Placed, **values: object) -> Iterator[Slide]:
    """Yield the slides of an interaction that declares none of its own: its entries as a list, then each of them.

    Args:
        content: the course.
        placed: the interaction.
        values: what its template for an entry needs besides the entry.
    """
    if entries := placed.main_entries(content.records):
        yield list_slide(content, placed, entries)
    yield from topic_slides(content, placed.topic)
    for kind, entries in placed.entries(content.records).items():
        yield from (entry_slide(content, placed, kind, entry, **values) for entry in entries)


def list_slide(content: Content, placed: Placed, entries: Sequence[Entry]) -> Slide:
    """Return the slide that lists the entries, one a press, each with its picture or its mark."""
    topic, words = placed.topic, words_of(content, placed.topic.id)
    pictures = {entry.id: slide_picture(content, topic.id, entry.id) for entry in entries}
    title = title_of(words, topic.title)
    values = {"entries": entries, "pictures": pictures, "last": words.last if words else None}
    return _topic_slide(content, topic, topic.id, title, "slide_list.html", **values)


def topic_slides(content: Content, topic: Topic) -> Iterator[Slide]:
    """Yield the slides that the course has words for: each is a picture of a topic, with facts that a press lights."""
    for words in content.slides:
        if words.subject == topic.id and words.picture:
            picture = slide_picture(content, topic.id, words.id, words)
            title = title_of(words, topic.title)
            values = {"picture": picture, "slide": words}
            yield _topic_slide(content, topic, words.id, title, "slide_entry.html", **values)


def _topic_slide(content: Content, topic: Topic, id: str, title: str, template: str, **values: object) -> Slide:
    html = render_slide(content, template, title=title, **values)
    return Slide(id, title, html, topic_notes(content, topic), topic_place(topic))


def topic_place(topic: Topic) -> str:
    """Return the selector of a topic in its page."""
    return f'.topic[id="{topic.id}"]'


def topic_notes(content: Content, topic: Topic) -> str:
    """Return what the page says of a topic: the words that its slides leave to the trainer."""
    return render(content, "slide_notes.html", statements=[*topic.body, *topic.more], signs=topic.signs)


def entry_slide(content: Content, placed: Placed, kind: str, entry: Entry, **values: object) -> Slide:
    """Return the slide of an entry: its picture, with what a press lights in it; without one, its name alone."""
    words = words_of(content, entry.id)
    picture = slide_picture(content, placed.topic.id, entry.id, words)
    title = title_of(words, entry.name)
    templates = [f"{placed.interaction.kind}/slide_entry.html", "slide_entry.html"] if picture else ["slide_name.html"]
    html = render_slide(content, *templates, picture=picture, slide=words, title=title, entry=entry, **values)
    return Slide(entry.id, title, html, entry_notes(content, entry), placed.entry_selector(entry.id), kind, entry.id)


def entry_notes(content: Content, entry: Entry) -> str:
    """Return what to say of an entry to a patient, and its signs."""
    return render(content, "slide_notes.html", statements=entry.patient, signs=entry.signs)


def words_of(content: Content, id: str) -> SlideWords | None:
    """Return the words of a slide, if the course has some."""
    return next((words for words in content.slides if words.id == id), None)


def title_of(words: SlideWords | None, name: str) -> str:
    """Return the title that the words of a slide give it, else the name of what it shows."""
    return words.title if words and words.title else name


def render_slide(content: Content, *templates: str, **values: object) -> str:
    """Render what stands on the stage of a slide, from the first of some templates that exists."""
    found = environment().select_template(templates)
    return Markup(render(content, str(found.name), **values))  # noqa: S704 - escaped by its template
