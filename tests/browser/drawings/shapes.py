"""The shapes of one state of a drawing, as geometry.

Chromium gives them: it knows curves, transforms, and what style sheets move. Ids of the source name them; pages have
none.
"""

from typing import Any

import shapely
from playwright.sync_api import Page
from shapely import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from tests.browser.gallery import style

# Each element with an id: the outlines of its shapes, in the units of the viewBox, about a unit from point to point.
OUTLINES = """(selector) => {
  const svg = document.querySelector("svg");
  const toDrawing = svg.getScreenCTM().inverse();
  const found = {};
  const measured = new Map(); // a shape stands in several named groups
  for (const named of svg.querySelectorAll(selector)) {
    const shapes = [named, ...named.querySelectorAll("*")].filter((each) => each instanceof SVGGeometryElement);
    found[named.id] = shapes.flatMap(measure);
  }
  return found;
  function measure(shape) {
    if (!measured.has(shape)) measured.set(shape, outlines(shape));
    return measured.get(shape);
  }
  function outlines(shape) {
    const matrix = toDrawing.multiply(shape.getScreenCTM());
    const paths = shape.matches("path") ? (shape.getAttribute("d").match(/M[^M]*/g) ?? []).map(pathOf) : [shape];
    return paths.map((path) => {
      const length = path.getTotalLength();
      const steps = Math.max(2, Math.ceil(length));
      const points = Array.from({ length: steps + 1 }, (_, step) => {
        const point = path.getPointAtLength((length * step) / steps).matrixTransform(matrix);
        return [point.x, point.y];
      });
      return { points, closed: !shape.matches("path") || /z\\s*$/i.test(path.getAttribute("d")) };
    });
  }
  function pathOf(d) {
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("d", d);
    return path;
  }
}"""

# The ids of the elements, or of what they stand in, that have a color of the palette.
COLORED = """(names) => {
  const svg = document.querySelector("svg");
  const probe = document.createElement("i");
  svg.parentElement.append(probe);
  const palette = getComputedStyle(svg);
  const colors = names.map((name) => {
    probe.style.color = palette.getPropertyValue(name);
    return getComputedStyle(probe).color;
  });
  const shapes = [...svg.querySelectorAll("*")].filter((each) => each instanceof SVGGeometryElement);
  const has = (shape) => [getComputedStyle(shape).fill, getComputedStyle(shape).stroke].some((c) => colors.includes(c));
  return [...new Set(shapes.filter(has).map((shape) => shape.closest("[id]")?.id ?? shape.outerHTML))];
}"""


class Drawn:
    """One state of a drawing: ``drawn["disk-l4-l5"]`` is the shape with that id, in the units of the viewBox.

    A closed outline is a polygon, an open one a line; a group is the union of what it holds. x grows to the right,
    y down. ``coral`` holds the ids of what has the color of a lesion, ``teal`` of tools. All ids are measured, or
    some: it takes seconds.
    """

    def __init__(self, page: Page, picture: str, *ids: str) -> None:
        page.set_content(f"<style>{style()} .figure {{ width: 900px }}</style>{picture}")
        self.outlines: dict[str, list[dict[str, Any]]] = page.evaluate(
            OUTLINES, ", ".join(f"#{id}" for id in ids) or "[id]"
        )
        self.coral = set(page.evaluate(COLORED, ["--fig-focus", "--fig-focus-line"]))
        self.teal = set(page.evaluate(COLORED, ["--fig-tool", "--fig-tool-line"]))

    def __contains__(self, id: str) -> bool:
        return id in self.outlines

    def __getitem__(self, id: str) -> BaseGeometry:
        return shapely.union_all([_geometry(**outline) for outline in self.outlines[id]])


def width(*shapes: BaseGeometry) -> float:
    """Return how broad some shapes are together."""
    return max(shape.bounds[2] for shape in shapes) - min(shape.bounds[0] for shape in shapes)


def _geometry(points: list[list[float]], closed: bool) -> BaseGeometry:
    return Polygon(points).buffer(0) if closed else LineString(points)
