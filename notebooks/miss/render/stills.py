"""Stills: figures for paper, where nothing can be switched, as one drawing per state."""

from collections.abc import Iterator
from typing import NamedTuple

from ..schema.agenda import agenda
from ..schema.content import Content
from ..schema.pictures import Figure, State
from ..schema.text import plain
from .figures import RenderedFigure, render_figure

AROUND_LENS = 1.5  # half the side of a close-up, in radii of the lens: some of what is around has to be known again


class Still(NamedTuple):
    """One state of a figure, rendered by itself."""

    state: State
    figure: RenderedFigure


def render_still(content: Content, figure: Figure, state: State) -> Still:
    """Render one state of a figure, and list only the parts that it shows."""
    single_state = figure.model_copy(update={"states": [state], "switch": None, "depths": []})
    return Still(state, render_figure(single_state, content))


def entry_stills(content: Content, topic: str, entry: str) -> list[Still]:
    """Render the stills of one entry of a topic: the states of its own figure, or the state that has its id."""
    return [
        render_still(content, figure, state)
        for figure, state in _figure_states(content, topic)
        if entry in (figure.id, state.id)
    ]


def topic_stills(content: Content, topic: str) -> list[Still]:
    """Render the stills of a topic that belong to none of its entries, such as the healthy state."""
    entries = {item.id for item in agenda(content)}
    return [
        render_still(content, figure, state)
        for figure, state in _figure_states(content, topic)
        if not entries & {figure.id, state.id}
    ]


def entry_close_ups(content: Content, topic: str, entry: str) -> list[Still]:
    """Render the stills of one entry as small pictures without labels, each of the place that its magnifier shows."""
    return [
        _close_up(content, figure, state)
        for figure, state in _figure_states(content, topic)
        if entry in (figure.id, state.id)
    ]


def _close_up(content: Content, figure: Figure, state: State) -> Still:
    """Render the place of a state, with its description as the text for those who cannot see it."""
    told = state.model_copy(update={"title": f"{state.title}. {plain(state.text)}"})
    changes = {"states": [told], "switch": None, "depths": [], "close_up": _place(state) or figure.close_up}
    return Still(state, render_figure(figure.model_copy(update=changes), content, close_up=True))


def _place(state: State) -> str:
    """Return the view box around the place that the state's magnifier shows; empty, if it shows none."""
    if not state.lens:
        return ""
    x, y, radius = map(float, state.lens.split())
    half = radius * AROUND_LENS
    return f"{x - half:g} {y - half:g} {2 * half:g} {2 * half:g}"


def _figure_states(content: Content, topic: str) -> Iterator[tuple[Figure, State]]:
    return ((figure, state) for figure in content.figures(topic) for state in figure.states)
