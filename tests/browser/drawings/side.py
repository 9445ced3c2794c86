"""What the tests of the low back from the side share: its measures, and how its bones lie."""

from itertools import pairwise
from math import atan2, degrees

from shapely import LineString, Point
from shapely.affinity import rotate
from shapely.geometry.base import BaseGeometry

from tests.conftest import COURSE

from .shapes import Drawn

DEPTH = 78  # of a lumbar body, front to back, in the drawing's units
TURNS = {"l3": 1.8, "l4": 10.5}  # how far a vertebra is turned in the drawing, in degrees
FRONT = {f"{part}-{disk}" for part in ("bulge", "spurs", "joint") for disk in ("l3-l4", "l4-l5")}


def space(drawn: Drawn, upper: str, lower: str) -> float:
    """Return the height of the space between two bodies, in their middle."""
    above, below = drawn[f"{upper}-body"], drawn[f"{lower}-body"]
    line = LineString([above.centroid, below.centroid])
    return line.difference(above.union(below)).length


def tilt(body: BaseGeometry) -> float:
    """Return how far a body is turned, in degrees: a front that is higher than the back counts as positive."""
    box = body.minimum_rotated_rectangle.exterior.coords
    sides = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(box)]
    across = max((side for side in sides if side[0] > 0), key=lambda side: side[0])
    return degrees(atan2(across[1], across[0]))


def pedicle(drawn: Drawn, level: str) -> BaseGeometry:
    return drawn[f"{level}-pedicle"]


def upright(x: float) -> LineString:
    return LineString([(x, -60), (x, 560)])


def turned(shape: BaseGeometry, level: str) -> BaseGeometry:
    """Return a shape as if its vertebra lay level."""
    return rotate(shape, TURNS[level], origin=(0, 0))


def lens_of(state: str) -> BaseGeometry:
    """Return what the magnifier shows of a state."""
    states = [each for figure in COURSE.content.pictures.figures for each in figure.states]
    x, y, radius = map(int, next(each.lens for each in states if each.id == state and each.lens).split())
    return Point(x, y).buffer(radius)
