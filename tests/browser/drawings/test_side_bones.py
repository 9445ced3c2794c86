"""The low back from the side: a bone that does not hold its place, and one that is broken in two."""

import re

import pytest
import shapely
from shapely import box
from shapely.affinity import rotate, translate

from tests.conftest import ROOT

from .conftest import Open
from .side import DEPTH, lens_of, tilt

UNSTABLE = ["spinal-instability", "spinal-fusion-before"]


def test_an_unstable_bone_glides_as_one_piece(drawn: Open) -> None:
    unstable = drawn("side", "spinal-instability")
    moved, body, process = (unstable[id] for id in ("l4-body-moved", "l4-body", "l4-spinous"))
    assert 0.10 * DEPTH < body.centroid.x - moved.centroid.x < 0.16 * DEPTH
    assert 0.98 < moved.area / body.area < 1.02 and 4 < tilt(body) - tilt(moved) < 8
    back = rotate(unstable["l4-spinous-moved"], tilt(body) - tilt(moved), origin=moved.centroid)
    back = translate(back, body.centroid.x - moved.centroid.x, body.centroid.y - moved.centroid.y)
    assert back.hausdorff_distance(process.exterior.intersection(back.buffer(2))) < 0.03 * DEPTH


@pytest.mark.parametrize("state", UNSTABLE)
def test_no_dash_of_the_second_place_lies_over_a_nerve(drawn: Open, state: str) -> None:
    unstable = drawn("side", state)
    roots = [unstable[f"{level}-root"] for level in ("l3", "l4", "l5")]
    nerves = shapely.union_all([unstable["sac"], *roots, *(unstable[f"l{each}-ganglion"] for each in (3, 4))])
    assert unstable["l4-moved"].intersection(nerves).area == 0
    assert all(unstable[f"l4-{part}-moved"].distance(nerves) > 0 for part in ("body", "spinous", "arch"))


@pytest.mark.parametrize("state", UNSTABLE)
def test_the_arrow_stands_on_the_unstable_disk(drawn: Open, state: str) -> None:
    unstable = drawn("side", state)
    disk = unstable["disk-loose"].difference(unstable["l4-body"]).difference(unstable["l5-body"])
    assert disk.convex_hull.contains(unstable["arrow"])


def test_the_unstable_disk_gapes_behind(drawn: Open) -> None:
    unstable = drawn("side", "spinal-instability")
    moved, still, below = (unstable[id] for id in ("l4-body-moved", "l4-body", "l5-body"))
    front, back = box(0, 0, 180, 560), box(210, 0, 496, 560)
    for half, sign in ((front, -1), (back, 1)):
        heights = [upper.intersection(half).distance(below.intersection(half)) for upper in (moved, still)]
        assert sign * (heights[0] - heights[1]) > 0
    assert unstable["disk-loose"].difference(still).bounds[0] < drawn("side", "healthy")["disk-l4-l5"].bounds[0]


@pytest.mark.parametrize("state", UNSTABLE)
def test_the_magnifier_shows_arrow_disk_and_second_place(drawn: Open, state: str) -> None:
    lens, unstable = lens_of(state), drawn("side", state)
    assert lens.contains(unstable["arrow"]) and lens.contains(unstable["disk-loose"])
    assert lens.intersection(unstable["l4-body-moved"]).area > 0.5 * unstable["l4-body-moved"].area


def test_the_break_parts_the_pars_of_the_lowest_vertebra(drawn: Open) -> None:
    broken, whole = drawn("side", "spondylolysis"), drawn("side", "healthy")
    before, behind, open_gap = broken["l5-before-gap"], broken["l5-behind-gap"], broken["pars-open"]
    assert before.geom_type == behind.geom_type == "Polygon"
    assert 0.08 * DEPTH < before.distance(behind) < 0.13 * DEPTH  # open, also on a phone
    assert before.distance(broken["l5-body"]) == 0 and behind.distance(broken["l5-body"]) > 0.2 * DEPTH
    assert broken["pars-gap"].buffer(0.1).geom_type == "MultiPolygon"  # two edges, one gap
    assert all(edge.intersects(before) or edge.intersects(behind) for edge in broken["pars-gap"].geoms)
    assert open_gap.distance(whole["l5-pedicle"]) < 0.1 * DEPTH and open_gap.intersects(whole["l5-pars"])


def test_behind_the_break_lamina_process_and_lower_joint_are_one_bone(drawn: Open) -> None:
    broken, whole = drawn("side", "spondylolysis"), drawn("side", "healthy")
    behind, process = broken["l5-behind-gap"], whole["l5-spinous"]
    lower = whole["l5-arch"].intersection(box(0, whole["l5-pedicle"].bounds[3] + 0.2 * DEPTH, 496, 560))
    for part in (process, lower):
        assert behind.intersection(part).area > 0.85 * part.area
    assert behind.buffer(-0.06 * DEPTH).geom_type == "Polygon"  # no narrow place where a line could part it
    upper = whole["l5-arch"].intersection(box(0, 0, 496, whole["l5-pedicle"].bounds[1]))
    assert broken["l5-before-gap"].intersection(upper).area > 0.85 * upper.area and behind.distance(upper) > 0


def test_no_line_parts_the_pedicle_from_the_body_of_a_broken_pars(drawn: Open) -> None:
    broken = drawn("side", "spondylolysis")
    edge, body = broken["l5-front-edge"], broken["l5-body"]
    ends = edge.boundary.geoms
    assert all(body.contains(end) for end in ends) and ends[0].distance(ends[1]) > 0.3 * DEPTH
    assert edge.intersection(body).length < 0.35 * DEPTH  # it runs out just inside


def test_the_magnifier_shows_both_joints_of_the_broken_vertebra(drawn: Open) -> None:
    broken = drawn("side", "spondylolysis")
    assert lens_of("spondylolysis").contains(broken["l5-before-gap"].difference(broken["l5-body"]))
    lower = broken["l5-behind-gap"].intersection(box(0, broken["pars-gap"].bounds[3], 320, 560))
    assert lens_of("spondylolysis").contains(lower)


def test_no_root_begins_at_the_break(drawn: Open) -> None:
    broken = drawn("side", "spondylolysis")
    assert broken["s1-root"].bounds[1] > broken["pars-gap"].bounds[3] + 0.1 * DEPTH


def test_the_arches_are_drawn_alike() -> None:
    source = (ROOT / "assets" / "illustrations" / "side.svg").read_text(encoding="utf-8")
    drawn_as = [re.search(rf'id="l{level}-arch" class="([^"]*)"', source) for level in range(1, 6)]
    kinds = {found[1].replace(" braced", "") for found in drawn_as if found}  # "braced" counts after a fusion only
    assert kinds == {"bone glass near"}
