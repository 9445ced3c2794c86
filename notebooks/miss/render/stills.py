"""Figures for paper, where nothing can be switched: one drawing for each state."""

from collections.abc import Iterator
from typing import NamedTuple

from ..schema.agenda import taught
from ..schema.content import Content
from ..schema.pictures import Figure, State
from .figures import Drawn, draw


class Still(NamedTuple):
    """One state of a figure, drawn by itself."""

    state: State
    drawn: Drawn


def still(content: Content, figure: Figure, state: State) -> Still:
    """Draw one state of a figure, and name only the parts that it shows."""
    alone = figure.model_copy(update={"states": [state], "switch": None})
    return Still(state, draw(alone, content))


def stills_of(content: Content, topic: str, about: str) -> list[Still]:
    """Draw what belongs to one entry of a topic: the states of its own figure, or the state that has its id."""
    return [still(content, *shown) for shown in _shown(content, topic) if about in _names(*shown)]


def loose_stills(content: Content, topic: str) -> list[Still]:
    """Draw what stands at a topic and belongs to no entry, such as the healthy state."""
    entries = {item.id for item in taught(content)}
    return [still(content, *shown) for shown in _shown(content, topic) if not entries & _names(*shown)]


def _shown(content: Content, topic: str) -> Iterator[tuple[Figure, State]]:
    return ((figure, state) for figure in content.figures(topic) for state in figure.states)


def _names(figure: Figure, state: State) -> set[str]:
    return {figure.id, state.id}
