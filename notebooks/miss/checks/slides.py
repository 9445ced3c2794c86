"""Slides: each is about something of the course, and its labels are short and point into the drawing that it shows."""

from collections.abc import Iterator
from pathlib import Path

from ..loading.yaml_tree import Location
from ..schema.pictures import Figure, Pictures
from ..schema.placed import Records, placed_in
from ..schema.records import Section
from ..schema.slide import LAST_SLIDE, Label, SlideWords
from .pictures import size_of
from .rule import Finding, Rule, unknown

AT_A_PLACE, BY_ITSELF = 9, 18  # words that a class can read while somebody speaks


def _unknown_subjects(slides: list[SlideWords], sections: list[Section], records: Records) -> Iterator[Finding]:
    topics = [topic.id for section in sections for topic in section.topics]
    entries = [
        entry.id for placed in placed_in(sections) for each in placed.entries(records).values() for entry in each
    ]
    known = [*topics, *entries, LAST_SLIDE]
    for index, words in enumerate(slides):
        if words.about and words.about not in topics:
            yield "slides", (index, "about"), unknown("topic", words.about, topics)
        if not words.about and words.id not in known:
            cure = "name its topic under 'about'"
            yield "slides", (index, "id"), unknown("entry or topic", words.id, known, cure)


def _unknown_pictures(slides: list[SlideWords], pictures: Pictures) -> Iterator[Finding]:
    figures = [figure.id for figure in pictures.figures]
    for index, words in enumerate(slides):
        figure = _figure_of(words, pictures)
        if words.picture and not figure:
            path: Location = (index, "picture", "figure")
            yield "slides", path, unknown("figure", words.picture.figure, figures)
        if figure:
            states = [each.id for each in figure.states]
            for place, state in _states_of(words):
                if state not in states:
                    yield "slides", (index, *place), unknown(f"state of the figure '{figure.id}'", state, states)


def _states_of(words: SlideWords) -> Iterator[tuple[Location, str]]:
    if words.picture:
        yield ("picture", "state"), words.picture.state
    for number, label in enumerate(words.labels):
        if label.state:
            yield ("labels", number, "state"), label.state


def _figure_of(words: SlideWords, pictures: Pictures) -> Figure | None:
    """Return the figure that a slide shows: the one that it names, else that of its entry or of its topic."""
    if words.picture:
        return next((figure for figure in pictures.figures if figure.id == words.picture.figure), None)
    of_entry = (figure for figure in pictures.figures if words.id in [figure.id, *(each.id for each in figure.states)])
    of_topic = (figure for figure in pictures.figures if figure.topic == words.id)
    return next(of_entry, None) or next(of_topic, None)


def _places(slides: list[SlideWords], pictures: Pictures, drawings_folder: Path) -> Iterator[Finding]:
    for index, words in enumerate(slides):
        figure = _figure_of(words, pictures)
        for number, label in enumerate(words.labels):
            path: Location = (index, "labels", number, "at")
            if label.at and not (words.picture or figure):
                yield "slides", path, "this slide has no picture to point into; add 'picture', or remove this line"
            elif label.at and figure and (what := _outside(label, words, drawings_folder / f"{figure.drawing}.svg")):
                yield "slides", path, what


def _outside(label: Label, words: SlideWords, drawing: Path) -> str | None:
    """Return what is wrong with a place that the slide does not show."""
    view = words.picture.view if words.picture else None
    left, top, width, height = map(int, view.split()) if view else (0, 0, *size_of(drawing))
    x, y = map(int, (label.at or "").split())
    if left <= x <= left + width and top <= y <= top + height:
        return None
    what = "'view'" if view else f"the drawing '{drawing.stem}'"
    within = f"x from {left} to {left + width:g}, y from {top} to {top + height:g}"
    return f"the place '{label.at}' is outside of {what}; keep it within it: {within}"


def _long_words(slides: list[SlideWords]) -> Iterator[Finding]:
    for index, words in enumerate(slides):
        texts: list[tuple[Location, str, int]] = [
            (("labels", number), label.text, AT_A_PLACE if label.at else BY_ITSELF)
            for number, label in enumerate(words.labels)
        ]
        if words.last:
            texts.append((("last",), words.last.text, BY_ITSELF))
        for path, text, most in texts:
            if (count := len(text.split())) > most:
                what = f"expected at most {most} words, found {count}; leave the rest to the trainer's notes"
                yield "slides", (index, *path, "text"), what


ABOUT = Rule("slide-about-something", "It would never be shown.", _unknown_subjects)
PICTURES = Rule("slide-picture-known", "The slide cannot be made without it.", _unknown_pictures)
PLACES = Rule("slide-place-seen", "The line to it would lead off the picture.", _places)
SHORT = Rule("slide-words-few", "A class cannot read and listen at the same time.", _long_words, level="warning")
