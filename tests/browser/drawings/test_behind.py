"""The whole back from behind: relations from the anatomy that the drawing must keep, straight and with scoliosis."""

import math
from itertools import pairwise

import pytest
from shapely import LineString, Point
from shapely.geometry.base import BaseGeometry

from .conftest import Open
from .shapes import Drawn, width

VERTEBRAE = [f"{part}{number}" for part, count in (("c", 7), ("t", 12), ("l", 5)) for number in range(1, count + 1)]
BODIES = VERTEBRAE[1:]  # the first one is a ring
STATES = ["healthy", "spinal-deformity"]
SIDES = ["left", "right"]
MIDLINE = 280


@pytest.fixture
def healthy(drawn: Open) -> Drawn:
    return drawn("behind", "healthy")


@pytest.fixture
def scoliosis(drawn: Open) -> Drawn:
    return drawn("behind", "spinal-deformity")


def tilt(shape: BaseGeometry) -> float:
    """Degrees of the long side of a shape; to the right end down is positive."""
    corners = shape.minimum_rotated_rectangle.exterior.coords
    left, right = sorted(max(pairwise(corners), key=lambda side: math.dist(*side)))
    return math.degrees(math.atan2(right[1] - left[1], right[0] - left[0]))


def curve_of(state: Drawn) -> LineString:
    return LineString([state[f"{name}-body"].centroid for name in BODIES])


def test_the_spine_has_seven_twelve_and_five_vertebrae_in_their_shares(healthy: Drawn) -> None:
    assert sum(id.endswith("-arch") for id in healthy.outlines) == 24
    ends = [healthy[f"{name}-arch"].centroid.y for name in ("c1", "c7", "t1", "t12", "l1", "l5")]
    middles = [(ends[1] + ends[2]) / 2, (ends[3] + ends[4]) / 2]
    marks = [healthy["c2-body"].bounds[1] - 10, *middles, healthy["l5-body"].bounds[3] + 3]
    shares = [(b - a) / (marks[-1] - marks[0]) for a, b in pairwise(marks)]
    assert shares == pytest.approx([0.2, 0.48, 0.32], abs=0.02)


def test_the_lowest_vertebra_is_much_wider_than_the_first_of_the_chest(healthy: Drawn) -> None:
    assert width(healthy["l5-body"]) / width(healthy["t1-body"]) == pytest.approx(1.6, abs=0.08)


def test_the_pelvis_is_narrower_than_the_shoulders(healthy: Drawn) -> None:
    pelvis = width(healthy["ilium-left"], healthy["ilium-right"])
    shoulders = width(healthy["blade-left-spine"], healthy["blade-right-spine"])
    assert 0.72 <= pelvis / shoulders <= 0.78


def test_the_skull_overlaps_the_top_of_the_neck(healthy: Drawn) -> None:
    assert healthy["skull-bone"].intersects(healthy["c1-arch"])


@pytest.mark.parametrize("side", SIDES)
def test_the_crest_is_level_with_the_last_but_one_vertebra(healthy: Drawn, side: str) -> None:
    top = healthy[f"ilium-{side}"].bounds[1]
    assert healthy["l4-body"].bounds[1] < top < healthy["disk-l4"].bounds[3]


@pytest.mark.parametrize("side", SIDES)
def test_the_blade_reaches_from_the_third_to_the_seventh_rib(healthy: Drawn, side: str) -> None:
    points = healthy.outlines[f"blade-{side}-spine"][0]["points"]
    root = min(points, key=lambda point: abs(point[0] - MIDLINE))
    assert healthy["t2-body"].bounds[3] < root[1] < healthy["t4-body"].bounds[1]
    assert healthy["t7-body"].bounds[1] < healthy[f"blade-{side}-plate"].bounds[3] < healthy["t8-body"].bounds[1]


def test_the_sacrum_is_a_broad_triangle_with_four_pairs_of_holes_that_converge(healthy: Drawn) -> None:
    sacrum = healthy["sacrum"]
    assert 2 <= width(sacrum) / width(healthy["l5-body"]) <= 2.2
    assert 0.9 <= (sacrum.bounds[3] - sacrum.bounds[1]) / width(sacrum) <= 1.1
    holes = [Point(hole["points"][0]) for hole in healthy.outlines["sacral-holes"]]
    apart = [abs(a.x - b.x) for a, b in zip(holes[::2], holes[1::2], strict=True)]
    assert len(apart) == 4 and apart == sorted(apart, reverse=True)
    assert all(sacrum.contains(hole) for hole in holes)


@pytest.mark.parametrize("side", SIDES)
def test_a_hip_bone_meets_the_sacrum_and_holds_the_thigh_bone(healthy: Drawn, side: str) -> None:
    hip, joint = healthy[f"ilium-{side}"], healthy[f"sacroiliac-joint-{side}"]
    assert joint.distance(healthy["sacrum"]) < 1 and joint.distance(hip) < 1
    socket = hip.intersection(healthy[f"thigh-bone-{side}"])
    assert socket.area > 100 and socket.bounds[1] < healthy["coccyx"].bounds[3] < socket.bounds[3] + 8


def test_the_pubic_arch_is_seen_between_the_hip_bones(healthy: Drawn) -> None:
    left, right = healthy["pubis-left"], healthy["pubis-right"]
    assert left.distance(right) < 4 and left.bounds[1] < healthy["coccyx"].bounds[3] < left.bounds[3]
    assert left.difference(healthy["ilium-left"]).area > 0.5 * left.area


def test_a_healthy_spine_is_straight_and_all_is_level(healthy: Drawn) -> None:
    assert all(abs(x - MIDLINE) < 0.5 for x, _ in curve_of(healthy).coords)
    for pair in ("blade-{}-spine", "ilium-{}"):
        left, right = (healthy[pair.format(side)] for side in SIDES)
        assert left.bounds[1] == pytest.approx(right.bounds[1], abs=0.5)


@pytest.mark.parametrize("state", STATES)
def test_no_rib_crosses_the_spine_or_leaves_the_skin(drawn: Open, state: str) -> None:
    back = drawn("behind", state)
    skin = back["skin-curved" if state == "spinal-deformity" else "skin-straight"]
    spines = [back[f"{name}-spine"] for name in VERTEBRAE]
    for number in range(1, 13):
        for side in SIDES:
            rib = back[f"rib-{number}-{side}"]
            assert rib.distance(back[f"t{number}-body"]) < 3
            assert skin.contains(rib) and not any(rib.intersects(spine) for spine in [*spines, curve_of(back)])


@pytest.mark.parametrize("state", STATES)
def test_the_last_vertebra_sits_on_the_sacrum(drawn: Open, state: str) -> None:
    back = drawn("behind", state)
    assert back["disk-l5"].intersects(back["sacrum"]) and back["disk-l5"].intersects(back["l5-body"])
    assert back["l5-body"].centroid.x == pytest.approx(MIDLINE, abs=3)


def test_the_chest_curves_to_the_right_and_the_low_back_to_the_left(scoliosis: Drawn) -> None:
    places = {name: scoliosis[f"{name}-body"].centroid.x - MIDLINE for name in BODIES}
    assert max(places, key=lambda name: places[name]) in ("t7", "t8", "t9") and places["t8"] > 15
    assert min(places, key=lambda name: places[name]) in ("l2", "l3") and places["l2"] < -10


def test_the_ends_of_a_curve_tilt_most_and_its_middle_least(scoliosis: Drawn) -> None:
    tilts = {name: tilt(scoliosis[f"{name}-body"]) for name in VERTEBRAE[7:]}
    assert min(tilts[name] for name in ("t2", "t3")) < -10 and tilts["t12"] > 20 and tilts["l4"] < -10
    assert abs(tilts["t8"]) < 5 and max(abs(tilts["l2"]), abs(tilts["l3"])) < 10


@pytest.mark.parametrize(
    ("name", "hollow"), [*((f"t{number}", -1) for number in range(5, 11)), ("l2", 1), ("l3", 1), ("l4", 1)]
)
def test_the_spinous_processes_turn_to_the_hollow(scoliosis: Drawn, name: str, hollow: int) -> None:
    body, spine = scoliosis[f"{name}-body"], scoliosis[f"{name}-spine"]
    angle = math.radians(tilt(body))
    x, y = spine.centroid.x - body.centroid.x, spine.centroid.y - body.centroid.y
    assert hollow * (x * math.cos(angle) + y * math.sin(angle)) > 1


def test_the_right_shoulder_and_blade_stand_a_little_higher(scoliosis: Drawn) -> None:
    left, right = scoliosis["blade-left-spine"].bounds, scoliosis["blade-right-spine"].bounds
    assert 2 <= math.degrees(math.atan2(left[1] - right[1], right[2] - left[0])) <= 5
    assert scoliosis["blade-left-plate"].bounds[3] > scoliosis["blade-right-plate"].bounds[3] + 5


def test_the_waist_has_a_fold_on_the_left(scoliosis: Drawn) -> None:
    fold = scoliosis["waist-fold"]
    assert fold.bounds[2] < MIDLINE
    across = scoliosis["skin-curved"].intersection(LineString([(0, fold.centroid.y), (560, fold.centroid.y)]))
    waist = next(part for part in across.geoms if part.distance(Point(MIDLINE, fold.centroid.y)) < 1)
    assert MIDLINE - waist.bounds[0] < waist.bounds[2] - MIDLINE


def test_the_pelvis_stays_as_it_was(healthy: Drawn, scoliosis: Drawn) -> None:
    bones = ("sacrum", "coccyx", "ilium-left", "ilium-right", "pubis-left")
    assert all(scoliosis[id].equals_exact(healthy[id], 0.1) for id in bones)


def test_the_curve_line_runs_through_the_vertebrae_and_ends_in_the_middle_of_the_sacrum(scoliosis: Drawn) -> None:
    curve = scoliosis["curve"]
    assert all(curve.intersects(scoliosis[f"{name}-body"]) for name in BODIES)
    end = Point(max(curve.coords, key=lambda point: point[1]))
    assert end.x == pytest.approx(MIDLINE, abs=1) and scoliosis["sacrum"].contains(end)


def test_ribs_fan_on_the_outer_side_and_crowd_on_the_inner(scoliosis: Drawn) -> None:
    left, right = (scoliosis[f"rib-10-{s}"].bounds[3] - scoliosis[f"rib-5-{s}"].bounds[3] for s in SIDES)
    assert right > 1.3 * left


def test_the_head_stays_over_the_sacrum(scoliosis: Drawn) -> None:
    assert scoliosis["skull-bone"].centroid.x == pytest.approx(scoliosis["sacrum"].centroid.x, abs=3)


def test_only_the_curve_line_is_red(healthy: Drawn, scoliosis: Drawn) -> None:
    assert not healthy.coral and scoliosis.coral == {"curve"}
