"""Every slide that a course can show: those of its interactions, in order, between the first ones and the last one."""

from collections.abc import Iterator

from ..render.slide_pictures import SlidePicture
from ..render.slides import render_slide, slides_of, title_of, topic_slides, words_of
from ..schema.content import Content
from ..schema.placed import placed_at
from ..schema.records import Section, Topic
from ..schema.slide import LAST_SLIDE, Slide

HOME = "index"
TITLE, JOIN, END = "course-title", "course-join", "course-end"  # the ids of the slides of the course itself


def course_slides(content: Content) -> dict[str, Slide]:
    """Return every slide, by its id; what two interactions share has one."""
    slides: dict[str, Slide] = {}
    for slide in (*_opening(content), *_of_sections(content), _end(content)):
        slides.setdefault(slide.id, slide)
    return slides


def _opening(content: Content) -> Iterator[Slide]:
    title = content.course.title
    yield Slide(TITLE, title, render_slide(content, "slide_title.html", picture=_home_picture(content)), page=HOME)
    yield Slide(JOIN, content.interface.slides.join, render_slide(content, "slide_join.html"), page=HOME)


def _home_picture(content: Content) -> SlidePicture | None:
    """Return the close-up that opens the home page."""
    for figure in content.pictures.figures:
        if figure.close_up:
            state = figure.states[0]
            return SlidePicture(figure.drawing, state.id, state.id, state.text, [], 0, figure.close_up)
    return None


def _end(content: Content) -> Slide:
    words = words_of(content, LAST_SLIDE)
    title = title_of(words, content.course.title)
    return Slide(END, title, render_slide(content, "slide_end.html", slide=words, title=title), page=HOME)


def _of_sections(content: Content) -> Iterator[Slide]:
    for section in content.sections:
        for topic in section.topics:
            for slide in of_topic(content, section, topic):
                about = slide.about or section.id
                yield slide._replace(page=section.notebook, about=about)


def of_topic(content: Content, section: Section, topic: Topic) -> Iterator[Slide]:
    """Yield the slides of a topic: those of its interaction, or of its own words."""
    placed = placed_at(section, topic)
    if not placed:
        yield from topic_slides(content, topic)
    for each in placed:
        yield from (each.interaction.slides or slides_of)(content, each)
