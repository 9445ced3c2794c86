"""Stills: figures for paper, where nothing can be switched, as one drawing per state."""

from collections.abc import Iterator
from typing import NamedTuple

from ..schema.agenda import agenda
from ..schema.content import Content
from ..schema.pictures import Figure, State
from .figures import RenderedFigure, render_figure


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


def _figure_states(content: Content, topic: str) -> Iterator[tuple[Figure, State]]:
    return ((figure, state) for figure in content.figures(topic) for state in figure.states)
