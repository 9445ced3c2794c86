"""The slide of a comparison: both states beside each other, and what a press lights in one of them."""

from collections.abc import Iterator

from ...render.slides import render_slide, title_of, topic_notes, topic_place, topic_slides, words_of
from ...schema.content import Content
from ...schema.placed import Placed
from ...schema.slide import Slide


def slides(content: Content, placed: Placed) -> Iterator[Slide]:
    """Yield the slide of the figure that wipes between two states."""
    topic = placed.topic
    words = words_of(content, topic.id)
    for figure in content.figures(topic.id):
        if figure.switch == "drag":
            title = title_of(words, topic.title)
            html = render_slide(content, "comparison/slide.html", figure=figure, slide=words, title=title)
            yield Slide(topic.id, title, html, topic_notes(content, topic), topic_place(topic))
    yield from topic_slides(content, topic)
