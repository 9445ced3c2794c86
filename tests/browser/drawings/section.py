"""The states of the slice through the low back, and what its tests measure with."""

import math

from shapely.geometry.base import BaseGeometry

from .conftest import Open
from .shapes import Drawn

STEPS = ["cut", "retractor", "view", "tools", "repair"]
SLICES = [*STEPS, "compare-small", "compare-standard"]
WITH_TUBE = ["retractor", "view", "tools", "repair", "compare-small"]
MIDDLE = 320
BODY_WIDTH = 161
MILLIMETER = BODY_WIDTH / 50


def slice_of(drawn: Open, state: str) -> Drawn:
    return drawn("section", state)


def center(shape: BaseGeometry) -> tuple[float, float]:
    return shape.centroid.x, shape.centroid.y


def across(shape: BaseGeometry) -> float:
    """How broad a long shape is."""
    x, y = shape.minimum_rotated_rectangle.exterior.coords.xy
    return min(math.dist((x[i], y[i]), (x[i + 1], y[i + 1])) for i in range(2))


def bone(state: Drawn, window: bool) -> BaseGeometry:
    """L4's arch and L5's joint processes, without the window where it is open."""
    shape = state["l4-arch"].union(state["l5-facet-left"]).union(state["l5-facet-right"])
    return shape.difference(state["window"].buffer(0.5)) if window else shape


def slope(line: BaseGeometry) -> float:
    """Return how far a line is turned from level, in degrees from 0 to 180."""
    (x1, y1), (x2, y2) = line.coords[0], line.coords[-1]
    return math.degrees(math.atan2(y2 - y1, x2 - x1)) % 180
