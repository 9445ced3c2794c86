"""Drawings as a page holds them: the SVG itself, with only the layers that a figure needs, and its labels filled in.

The first state is drawn into the classes of the layers, so that a stored page is right without a script; a
viewer that drops styles gets the same lines, uncolored.
"""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from ..schema.content import Content
from ..schema.pictures import Figure, Part, State

SVG = "{http://www.w3.org/2000/svg}"
UNSTYLED = {"fill": "none", "stroke": "currentColor"}
ET.register_namespace("", SVG[1:-1])


class Drawn(NamedTuple):
    """A figure's SVG (two of them where one is wiped over the other), the parts that it names, and its proportions.

    ``ratio`` is width to height as a style writes it, so that room is kept where the drawing comes after the words.
    """

    svgs: list[Markup]
    parts: list[Part]
    now: set[str]
    ratio: str


def draw(figure: Figure, content: Content) -> Drawn:
    """Draw a figure in its first state, with the layers of all its states and no others."""
    drawing = content.drawing(figure.drawing)
    file = content.drawings / f"{drawing.id}.svg"
    sets = [[state] for state in figure.states] if figure.switch == "drag" else [figure.states]
    trees = [_tree(file, states) for states in sets]
    parts = [part for part in drawing.parts if any(part.id in _named(tree) for tree in trees)]
    now = {id for tree in trees for id in _named(tree, hidden=False)}
    numbers = {id: str(number) for number, id in enumerate((part.id for part in parts if part.id in now), 1)}
    for tree in trees:
        _label(tree, {part.id: part.name for part in parts}, numbers)
    _, _, width, height = trees[0].attrib["viewBox"].split()
    return Drawn([_markup(tree) for tree in trees], parts, now, f"{width} / {height}")


def mark(id: str, content: Content) -> Markup:
    """Make the small sign of a record; it says nothing that the words beside it do not."""
    tree = deepcopy(_read(content.drawings / "marks" / f"{id}.svg"))
    tree.attrib.pop("role", None)
    tree.attrib.update(UNSTYLED, width="40", height="40", **{"aria-hidden": "true"})
    return _markup(tree)


def shows(layer: ET.Element, state: str) -> bool:
    """Tell whether a layer is seen in a state: ``data-show`` lists where it is, ``data-hide`` where it is not."""
    if (shown := layer.get("data-show")) is not None:
        return state in shown.split()
    return state not in layer.get("data-hide", "").split()


@cache
def _read(file: Path) -> ET.Element:
    return ET.fromstring(file.read_text(encoding="utf-8"))  # noqa: S314 - our own file


def _markup(tree: ET.Element) -> Markup:
    return Markup(ET.tostring(tree, encoding="unicode"))  # noqa: S704 - our own file; ET escapes the words


def _tree(file: Path, states: list[State]) -> ET.Element:
    tree = deepcopy(_read(file))
    tree.attrib.update(UNSTYLED, role="img", **{"data-state": states[0].id, "aria-label": states[0].title})
    _prune(tree, [state.id for state in states])
    return tree


def _prune(parent: ET.Element, states: list[str]) -> None:
    """Drop the layers that no state shows, and turn the others on or off for the first state."""
    for child in list(parent):
        seen = [shows(child, state) for state in states]
        if not any(seen):
            parent.remove(child)
            continue
        if child.get("class") == "layer":
            child.set("class", "layer on" if seen[0] else "layer off")
            child.set("visibility", "visible" if seen[0] else "hidden")
        _prune(child, states)


def _named(tree: ET.Element, *, hidden: bool = True) -> Iterator[str]:
    """Name the parts that have a label, with or without those that are off now."""
    if hidden or tree.get("class") != "layer off":
        yield from (part for part in (tree.get("data-part"),) if part)
        for child in tree:
            yield from _named(child, hidden=hidden)


def _label(tree: ET.Element, names: dict[str, str], numbers: dict[str, str]) -> None:
    """Fill in the names, each with the number that stands for it where names would be too small to read."""
    for label in tree.iter(f"{SVG}g"):
        if part := label.get("data-part"):
            text = next(label.iter(f"{SVG}text"))
            text.attrib.update(fill="currentColor", stroke="none")
            ET.SubElement(text, f"{SVG}tspan", {"class": "name"}).text = names[part]
            ET.SubElement(text, f"{SVG}tspan", {"class": "number", "display": "none"}).text = numbers.get(part, "0")
