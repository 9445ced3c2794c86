"""Figures to inline SVG: only the layers that a figure needs, with its labels filled in.

The first state is written into the classes of the layers, so that a stored page is right without a script.
A viewer that drops styles shows the same lines, uncolored.
"""

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from ..errors import ContentError, Problem, brief
from ..schema.content import Content
from ..schema.pictures import Drawing, Figure, Part, State
from ..schema.reference import Term
from .drawings import read_svg

SVG = "{http://www.w3.org/2000/svg}"
UNSTYLED = {"fill": "none", "stroke": "currentColor"}
FACES = "faces"  # the folder of the faces, in that of the drawings
ET.register_namespace("", SVG[1:-1])


class RenderedFigure(NamedTuple):
    """A figure's SVG (two of them if one is wiped over the other), its labeled parts, and its proportions.

    ``visible`` holds the ids of the parts that the first state shows, ``numbers`` what stands for each part where its
    name has no room: the same in every state and figure of a drawing. ``words`` has those of
    the glossary that say what a part is. ``aspect_ratio`` is a CSS value: it reserves
    the space while the drawing itself is rendered later than the text.
    """

    svgs: list[Markup]
    parts: list[Part]
    visible: set[str]
    numbers: dict[str, int]
    words: dict[str, Term]
    aspect_ratio: str


def render_figure(figure: Figure, content: Content, close_up: bool = False) -> RenderedFigure:
    """Render a figure in its first state, with the layers of all its states and no others.

    Args:
        figure: the figure.
        content: the course.
        close_up: whether to show only the figure's close-up, if it has one.

    Raises:
        ContentError: the drawing cannot be read, has no size, or has a label without a place for its text.
    """
    drawing = content.drawing(figure.drawing)
    file = content.drawings / f"{drawing.id}.svg"
    groups = [[state] for state in figure.states] if figure.switch == "drag" else [figure.states]
    at_rest = close_up or not (figure.depths or len(figure.states) > 1)
    trees = [_load_states(file, states, at_rest) for states in groups]
    if close_up and figure.close_up:
        for tree in trees:
            tree.set("viewBox", figure.close_up)
    parts = [part for part in drawing.parts if any(part.id in _labeled_parts(tree) for tree in trees)]
    visible = {id for tree in trees for id in _labeled_parts(tree, hidden=False)}
    numbers = {part.id: number for number, part in enumerate(drawing.parts, 1)}
    for tree in trees:
        _fill_labels(tree, {part.id: part.name for part in parts}, numbers, file)
    width, height = _size(trees[0], file)
    words = {part.id: content.term(part.word) for part in parts if part.word}
    svgs = [_to_markup(tree) for tree in trees]
    return RenderedFigure(svgs, parts, visible, numbers, words, f"{width} / {height}")


def render_drawing(drawing: Drawing, content: Content) -> Markup:
    """Render a drawing for slides: with the layers of all states that a figure has, and without its labels."""
    figures = [figure for figure in content.pictures.figures if figure.drawing == drawing.id]
    states = [state for figure in figures for state in figure.states]
    if not states:
        return Markup()
    tree = _load_states(content.drawings / f"{drawing.id}.svg", states, at_rest=False)
    for name in ("role", "aria-label"):  # a slide says what its picture shows
        tree.attrib.pop(name)
    _remove_labels(tree)
    return _to_markup(tree)


def _remove_labels(parent: ET.Element) -> None:
    for child in list(parent):
        if child.get("class") == "label":
            parent.remove(child)
        else:
            _remove_labels(child)


def render_mark(id: str, content: Content) -> Markup:
    """Render the small pictogram of a record. It is decorative: the text next to it says the same."""
    tree = _parse(content.drawings / "marks" / f"{id}.svg")
    tree.attrib.pop("role", None)
    tree.attrib.update(UNSTYLED, width="40", height="40", **{"aria-hidden": "true"})
    return _to_markup(tree)


def render_face(id: str, text: str, content: Content) -> Markup:
    """Render the face of an invented person; the text says what it shows, for those who cannot see it."""
    tree = _parse(content.drawings / FACES / f"{id}.svg")
    tree.attrib.update(UNSTYLED, role="img", width="52", height="52", **{"aria-label": text, "class": "figure face"})
    return _to_markup(tree)


def is_visible(layer: ET.Element, state: str) -> bool:
    """Return whether a state shows a layer: ``data-show`` lists the states that do, ``data-hide`` those that do not."""
    if (shown := layer.get("data-show")) is not None:
        return state in shown.split()
    return state not in layer.get("data-hide", "").split()


def is_reached(layer: ET.Element, depth: float | None) -> bool:
    """Return whether a layer is seen at a depth: ``data-depth`` lists from where to where, in pairs of numbers."""
    ends = [float(end) for end in layer.get("data-depth", "").split()]
    return not ends or depth is None or any(a <= depth <= b for a, b in zip(ends[::2], ends[1::2], strict=True))


def _parse(file: Path) -> ET.Element:
    return ET.fromstring(read_svg(file))  # noqa: S314 - our own file


def _to_markup(tree: ET.Element) -> Markup:
    return Markup(ET.tostring(tree, encoding="unicode"))  # noqa: S704 - our own file; ET escapes the text


def _load_states(file: Path, states: list[State], at_rest: bool) -> ET.Element:
    """Read a drawing, reduced to some states; the first one is visible. At rest, it has only what they show."""
    tree = _parse(file)
    tree.attrib.update(UNSTYLED, role="img", **{"data-state": states[0].id, "aria-label": states[0].title})
    tree.attrib.update(_depths(states))
    _prune(tree, states, at_rest)
    return tree


def _depths(states: list[State]) -> dict[str, str]:
    """Return the attributes of a scene: how deep it is in each of its states, and in the first one."""
    depths = {state.id: f"{state.depth:g}" for state in states if state.depth is not None}
    if not depths:
        return {}
    return {"data-depths": json.dumps(depths), "style": f"--depth: {depths.get(states[0].id, 0)}"}


def _prune(parent: ET.Element, states: list[State], at_rest: bool) -> None:
    """Remove the layers that no state shows, and turn the others on or off for the first state."""
    for child in list(parent):
        named = [state for state in states if is_visible(child, state.id)]
        visible = [state for state in named if is_reached(child, state.depth)]
        if not (visible if at_rest else named):
            parent.remove(child)
            continue
        if "layer" in (classes := child.get("class", "").split()):
            on = states[0] in visible
            child.set("class", " ".join([*classes, "on" if on else "off"]))
            child.set("visibility", "visible" if on else "hidden")
        _prune(child, states, at_rest)


def _labeled_parts(tree: ET.Element, *, hidden: bool = True) -> Iterator[str]:
    """Yield the ids of the parts that have a label, with or without those on layers that are off."""
    if hidden or not {"layer", "off"} <= set(tree.get("class", "").split()):
        yield from (part for part in (_part_of_label(tree),) if part)
        for child in tree:
            yield from _labeled_parts(child, hidden=hidden)


def _part_of_label(element: ET.Element) -> str | None:
    """Return the part that a label points at; the shapes of a part name it, too, and are no labels."""
    return element.get("data-part") if element.get("class") == "label" else None


def _size(tree: ET.Element, file: Path) -> list[str]:
    numbers = re.split(r"[\s,]+", tree.get("viewBox", "").strip())
    if len(numbers) != 4:
        what = 'expected a viewBox of four numbers; give <svg> one, as in viewBox="0 0 360 240"'
        raise ContentError([Problem(file, 1, what)])
    return numbers[2:]


def _fill_labels(tree: ET.Element, names: dict[str, str], numbers: dict[str, int], file: Path) -> None:
    """Write each part's name into its label, with the number that replaces it where a name would be too small."""
    for label in tree.iter(f"{SVG}g"):
        if part := _part_of_label(label):
            text = next(label.iter(f"{SVG}text"), None)
            if text is None:
                what = f"the label of part '{brief(part)}' has no <text>; add an empty one where its name belongs"
                raise ContentError([Problem(file, 1, what)])
            text.attrib.update(fill="currentColor", stroke="none")
            ET.SubElement(text, f"{SVG}tspan", {"class": "name"}).text = names[part]
            ET.SubElement(text, f"{SVG}tspan", {"class": "number", "display": "none"}).text = str(numbers[part])
