"""The low back from the side: what holds when something is wrong with it."""

from math import atan2, degrees

import pytest
import shapely
from shapely import LineString, Point
from shapely.ops import nearest_points

from .conftest import Open
from .shapes import Drawn
from .side import DEPTH, space, tilt, upright


def test_the_herniated_piece_touches_the_root_that_leaves_one_level_lower(drawn: Open) -> None:
    herniated = drawn("side", "herniated-disk")
    fragment, root = herniated["fragment"], herniated["l5-root-pressed"]
    assert fragment.distance(root) < 4 and root.intersects(herniated["l5-ganglion-pressed"])
    assert fragment.distance(herniated["l4-root"]) > 0
    assert herniated["core-left"].area > 200 and "core-left" not in herniated.coral


@pytest.mark.parametrize("state", ["herniated-disk", "lumbar-discectomy-before"])
def test_fat_lies_between_the_herniated_piece_and_the_root_above(drawn: Open, state: str) -> None:
    herniated = drawn("side", state)
    for nerve in ("l4-ganglion", "l4-root"):
        assert herniated["fragment"].distance(herniated[nerve]) > 0.04 * DEPTH


def test_the_herniated_piece_comes_out_through_the_tear(drawn: Open) -> None:
    herniated = drawn("side", "herniated-disk")
    fragment, disk = herniated["fragment"], herniated["disk-l4-l5-torn"].convex_hull
    assert fragment.geom_type == "Polygon" and fragment.intersection(disk).area > 40
    assert fragment.difference(disk).geom_type == "Polygon"
    assert fragment.distance(herniated["core-left"]) < 0.05 * DEPTH


def test_the_herniated_piece_pushes_the_sac_in(drawn: Open) -> None:
    herniated = drawn("side", "herniated-disk")
    assert herniated["fragment"].intersection(herniated["sac-herniated"]).area < 0.1 * herniated["fragment"].area


@pytest.mark.parametrize("disk", ["l3-l4", "l4-l5"])
def test_stenosis_pinches_the_sac_at_the_disk(drawn: Open, disk: str) -> None:
    narrow, wide = drawn("side", "spinal-stenosis"), drawn("side", "healthy")["sac-middle"]
    waist = narrow[f"thick-{disk}"].distance(narrow[f"bulge-{disk}"])
    assert waist < 0.15 * DEPTH
    for press in (narrow[f"thick-{disk}"], narrow[f"bulge-{disk}"]):
        assert press.intersection(narrow["sac-narrow"]).area < 0.1 * press.area
        assert press.distance(narrow["sac-narrow"]) < 0.02 * DEPTH and press.intersects(wide)


@pytest.mark.parametrize(("level", "disk"), [("l4", "l3-l4"), ("l5", "l4-l5")])
def test_a_squeezed_root_is_one_band_that_leaves_the_waist_in_sight(drawn: Open, level: str, disk: str) -> None:
    narrow = drawn("side", "spinal-stenosis")
    root = narrow[f"{level}-root-squeezed"]
    waist = LineString(nearest_points(narrow[f"thick-{disk}"], narrow[f"bulge-{disk}"]))
    assert root.geom_type == "Polygon" and root.intersects(narrow[f"{level}-ganglion"])
    assert root.bounds[1] < narrow[f"disk-{disk}"].bounds[1] - 0.1 * DEPTH  # it comes from above the disk
    assert 0 < root.intersection(waist).length < 0.6 * waist.length


@pytest.mark.parametrize("state", ["spinal-stenosis", "laminectomy-before"])
@pytest.mark.parametrize(("upper", "lower"), [("l3", "l4"), ("l4", "l5")])
def test_a_thick_ligament_lies_in_front_of_two_laminae(drawn: Open, state: str, upper: str, lower: str) -> None:
    narrow = drawn("side", state)
    pad, bones = narrow[f"thick-{upper}-{lower}"], [narrow[f"{level}-spinous"] for level in (upper, lower)]
    assert all(pad.intersection(bone).area < 0.03 * pad.area and pad.distance(bone) < 0.03 * DEPTH for bone in bones)
    assert pad.bounds[1] > bones[0].bounds[1] + 0.4 * (bones[0].bounds[3] - bones[0].bounds[1])  # from its lower half
    assert pad.bounds[2] < bones[1].bounds[0] + 0.06 * DEPTH


@pytest.mark.parametrize(("level", "disk"), [("l4", "l3-l4"), ("l5", "l4-l5")])
def test_stenosis_thickens_the_joint_toward_the_canal(drawn: Open, level: str, disk: str) -> None:
    narrow = drawn("side", "spinal-stenosis")
    grown, facet = narrow[f"joint-{disk}"], narrow[f"{level}-arch"]
    assert grown.geom_type == "Polygon" and grown.area > 80  # closed and filled
    assert 0.03 * DEPTH < max(Point(point).distance(facet) for point in grown.exterior.coords) < 0.09 * DEPTH
    assert grown.bounds[1] < facet.bounds[1] < grown.bounds[3]  # on its tip
    assert grown.centroid.x < facet.centroid.x


@pytest.mark.parametrize(("upper", "lower"), [("l3", "l4"), ("l4", "l5")])
def test_spurs_grow_from_the_bones_and_the_bulge_from_the_disk(drawn: Open, upper: str, lower: str) -> None:
    narrow = drawn("side", "spinal-stenosis")
    bulge, disk = narrow[f"bulge-{upper}-{lower}"], narrow[f"disk-{upper}-{lower}"]
    spurs = sorted(narrow[f"spurs-{upper}-{lower}"].geoms, key=lambda spur: spur.bounds[1])
    assert bulge.intersects(disk) and bulge.convex_hull.area > 1.1 * bulge.area  # round behind, hollow to the disk
    for spur, level in zip(spurs, (upper, lower), strict=True):
        bone = narrow[f"{level}-body"]
        assert spur.boundary.intersection(bone.buffer(1.5)).length > 0.09 * DEPTH
        assert spur.intersection(bone).area < 0.15 * spur.area


def test_a_broken_vertebra_is_low_in_front_and_high_behind(drawn: Open) -> None:
    broken, whole = drawn("side", "broken-vertebra")["l1-broken"], drawn("side", "healthy")["l1-body"]
    kept = {x: broken.intersection(upright(x)).length / whole.intersection(upright(x)).length for x in (180, 229)}
    assert kept[180] < 0.75 and kept[229] > 0.95


def test_the_spine_above_a_broken_vertebra_leans_by_about_its_wedge(drawn: Open) -> None:
    broken, whole = drawn("side", "broken-vertebra"), drawn("side", "healthy")
    edge = [Point(point) for point in broken["l1-squashed"].coords]
    back, front = edge[0], min((point for point in edge if point.x < 175), key=lambda point: point.y)
    wedge = tilt(whole["l1-body"]) - degrees(atan2(back.y - front.y, back.x - front.x))
    lean = tilt(whole["t12-body"]) - tilt(broken["t12-body"])
    assert 7.5 < wedge < 10 and wedge - 2 < lean <= wedge


def test_the_gap_between_spinous_processes_opens_only_a_little(drawn: Open) -> None:
    def gap(shown: Drawn, x: float) -> float:
        above, below = (shown[f"{level}-spinous"].intersection(upright(x)) for level in ("t12", "l1"))
        return above.distance(below)

    broken, whole = drawn("side", "broken-vertebra"), drawn("side", "healthy")
    assert all(gap(whole, x) < gap(broken, x) <= 1.25 * gap(whole, x) for x in (310, 320, 330))
    assert broken["t12-arch"].intersects(broken["l1-arch"])  # the joint stays in contact


def test_the_ligament_above_a_broken_vertebra_reaches_from_bone_to_bone(drawn: Open) -> None:
    broken = drawn("side", "broken-vertebra")
    above, below, ligament = (broken[id] for id in ("t12-spinous", "l1-spinous", "interspinous-leaning"))
    assert ligament.intersects(above) and ligament.intersects(below)
    together = shapely.union_all([above, below, ligament]).buffer(0.1)
    assert all(together.intersection(upright(x)).geom_type == "LineString" for x in range(295, 335, 5))


def test_the_disk_above_a_broken_vertebra_is_whole(drawn: Open) -> None:
    broken, whole = drawn("side", "broken-vertebra"), drawn("side", "healthy")
    seen = broken["disk-leaning"].difference(broken["l1-broken"]).difference(broken["t12-body"])
    before = whole["disk-t12-l1"].difference(whole["l1-body"]).difference(whole["t12-body"])
    assert seen.geom_type == "Polygon" and seen.area > 0.8 * before.area
    assert broken["core-leaning"].distance(broken["l1-broken"]) > 0


def test_the_tumor_keeps_the_disks_and_presses_the_sac(drawn: Open) -> None:
    grown, unpressed = drawn("side", "spinal-tumor"), drawn("side", "healthy")["sac-middle"]
    tumor = grown["tumor-outline"]
    disks = grown["disk-l2-l3"].union(grown["disk-l3-l4"]).difference(grown["l3-body"])
    assert tumor.distance(disks) > 0
    assert tumor.intersection(grown["l3-body"]).area > 0.6 * tumor.area
    assert tumor.intersection(grown["sac-tumor"]).area < 0.05 * tumor.area
    assert tumor.intersects(unpressed) and tumor.distance(grown["sac-tumor"]) < 0.03 * DEPTH


def test_the_tumor_leaves_the_pedicle_whole(drawn: Open) -> None:
    grown = drawn("side", "spinal-tumor")
    tumor, solid, arch = grown["tumor-outline"], grown["l3-arch-solid"], grown["l3-arch"]
    assert solid.geom_type == "Polygon" and solid.symmetric_difference(arch).area < 1
    assert solid.intersection(tumor).area > 0.1 * solid.area and "l3-arch-solid" not in grown.coral
    outside = tumor.difference(grown["l3-body"]).difference(solid)
    assert outside.area > 0.4 * tumor.difference(grown["l3-body"]).area  # seen again behind and below it


def test_an_infected_disk_is_lower_than_its_neighbors(drawn: Open) -> None:
    infected = drawn("side", "spinal-infection")
    neighbors = space(infected, "l3", "l4")
    assert space(infected, "l4", "l5") < 0.65 * neighbors
    assert infected["infected-disk"].intersects(infected["l4-body"])
    assert infected["infected-disk"].intersects(infected["l5-body"])
