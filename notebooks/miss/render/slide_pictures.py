"""The pictures of slides: which drawing a slide shows, in which state, and which part of it."""

from typing import NamedTuple

from ..schema.content import Content
from ..schema.pictures import Figure, State
from ..schema.slide import Label, SlideWords

AROUND_LENS = 2.9  # how far the view reaches around a lens, in radii


class SlidePicture(NamedTuple):
    """A drawing for the projector, in the ``state`` before the first press; ``alt`` says what the ``shown`` one shows.

    ``labels`` are what each press lights, ``opens`` is the press that brings the ``shown`` state. ``view`` is a
    viewBox, empty for the whole drawing; ``lens`` the place that a magnifier shows: x, y and radius.
    """

    drawing: str
    state: str
    shown: str
    alt: str
    labels: list[Label]
    opens: int
    view: str = ""
    lens: str = ""


def slide_picture(content: Content, topic: str, id: str, words: SlideWords | None = None) -> SlidePicture | None:
    """Return the picture of a slide: the one that its words name, else that of the entry; None if there is neither."""
    if words and words.picture:
        figure = next(each for each in content.pictures.figures if each.id == words.picture.figure)
        state = next(each for each in figure.states if each.id == words.picture.state)
        return _picture(figure, state, words, words.picture.view)
    for figure in content.figures(topic):
        if found := _state_of(figure, id):
            return _picture(figure, found, words)
    return None


def _state_of(figure: Figure, id: str) -> State | None:
    """Return the state of an entry: the one with its id, or the last one of its own figure."""
    if figure.id == id:
        return figure.states[-1]
    return next((state for state in figure.states if state.id == id), None)


def _picture(figure: Figure, state: State, words: SlideWords | None, view: str | None = None) -> SlidePicture:
    labels = words.labels if words else _tag(state)
    begins = (labels[0].state if labels else None) or state.id
    shown = [label.state or (begins if number == 1 else None) for number, label in enumerate(labels, 1)]
    opens = 0 if begins == state.id else shown.index(state.id) + 1 if state.id in shown else len(labels)
    lens = state.lens or ""
    return SlidePicture(figure.drawing, begins, state.id, state.text, labels, opens, view or _around(lens), lens)


def _tag(state: State) -> list[Label]:
    """Return the state's tag as a label, for a slide without words of its own."""
    if not state.tag:
        return []
    at = " ".join(state.lens.split()[:2]) if state.lens else None
    return [Label(text=state.tag, at=at, facts=state.facts, added=state.added)]


def _around(lens: str) -> str:
    if not lens:
        return ""
    x, y, radius = map(float, lens.split())
    reach = radius * AROUND_LENS
    return f"{x - reach:g} {y - reach:g} {2 * reach:g} {2 * reach:g}"
