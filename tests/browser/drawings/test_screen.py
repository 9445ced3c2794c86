"""The X-ray screen: the view from the side, what stands along the disk there, and when the last picture is held."""

import pytest
from shapely import LineString, Point

from .conftest import Open
from .section import SLICES, WITH_TUBE, slice_of, slope
from .shapes import Drawn

STATES = ["team", *SLICES]
NEAR = 5.0  # degrees within which two directions are the same


def disk_plane(screen: Drawn) -> float:
    """Return the slope of the disk between L4 and L5: at right angles to the line that joins the two bodies."""
    axis = LineString([screen["xray-l4-body"].centroid, screen["xray-l5-body"].centroid])
    return (slope(axis) + 90) % 180


@pytest.mark.parametrize("state", WITH_TUBE)
def test_on_the_screen_the_tube_stands_along_the_disk(drawn: Open, state: str) -> None:
    screen = slice_of(drawn, state)
    plane = disk_plane(screen)
    for wall in ("xray-wall-1", "xray-wall-2"):
        assert abs(slope(screen[wall]) - plane) < NEAR
    end = screen["xray-wall-1"].coords[-1]
    assert screen["xray-l4-arch"].distance(Point(end)) < 1.5


def test_on_the_screen_the_needle_points_along_the_disk(drawn: Open) -> None:
    screen = slice_of(drawn, "cut")
    assert abs(slope(screen["xray-needle"]) - disk_plane(screen)) < NEAR


@pytest.mark.parametrize("state", STATES)
def test_the_last_picture_is_held_while_a_hand_or_a_tool_is_in_the_field(drawn: Open, state: str) -> None:
    shown = slice_of(drawn, state)
    near = any(id in shown for id in ("hand", "eye", "hook", "forceps", "surgeon"))
    assert ("monitor-held" in shown) == ("monitor-pause" in shown) == near
    assert ("monitor-lamp" in shown) != near


@pytest.mark.parametrize("state", ["view", "tools", "repair"])
def test_the_screen_shows_the_tube_alone(drawn: Open, state: str) -> None:
    shown = slice_of(drawn, state)
    walls = shown["xray-wall-1"].union(shown["xray-wall-2"])
    assert shown["xray-tools"].symmetric_difference(walls).is_empty


def test_the_screen_shows_two_blades_nearly_behind_each_other_down_to_the_laminae(drawn: Open) -> None:
    screen = slice_of(drawn, "compare-standard")
    first, second = screen["xray-blade-1"], screen["xray-blade-2"]
    assert 0.6 * first.area < first.intersection(second).area < 0.9 * first.area
    for blade in (first, second):
        assert blade.distance(screen["xray-l4-arch"].union(screen["xray-l5-arch"])) < 3


@pytest.mark.parametrize("state", STATES)
def test_the_screen_lies_in_the_picture(drawn: Open, state: str) -> None:
    left, _, right, bottom = slice_of(drawn, state)["monitor"].bounds
    assert left > 495 and right < 636 and bottom < 120
