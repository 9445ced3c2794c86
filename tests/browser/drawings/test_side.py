"""The low back from the side: relations from the anatomy that the drawing must keep in each state."""

from itertools import pairwise
from math import atan2, degrees

import pytest
import shapely
from shapely import LineString, Point, box
from shapely.affinity import rotate
from shapely.geometry.base import BaseGeometry
from shapely.ops import nearest_points

from tests.conftest import COURSE

from .conftest import Open
from .shapes import Drawn

DEPTH = 78  # of a lumbar body, front to back, in the drawing's units
LEVELS = ["l1", "l2", "l3", "l4", "l5"]
DISKS = ["l1-l2", "l2-l3", "l3-l4", "l4-l5", "l5-s1"]
TURNS = {"l3": 1.8, "l4": 10.5}  # how far a vertebra is turned in the drawing, in degrees
LEANING = [("broken-vertebra", "cord-leaning", "sac-leaning")]
PIECE = {"piece-grows", "fragment", "root-pressed", "l5-ganglion-pressed", "sparks"}
FRONT = {f"{part}-{disk}" for part in ("bulge", "spurs", "joint") for disk in ("l3-l4", "l4-l5")}
NARROW = FRONT | {"narrow-behind", "thick-l3-l4", "thick-l4-l5"}
LOOSE = {"disk-loose", "l4-moved", "arrow"}
CORAL: dict[str, set[str]] = {
    "healthy": set(),
    "herniated-disk": PIECE,
    "spinal-stenosis": NARROW,
    "spinal-instability": LOOSE,
    "spondylolysis": {"pars-gap"},
    "broken-vertebra": {"broken", "l1-squashed", "former-height"},
    "spinal-tumor": {"tumor-growth", "tumor-outline"},
    "spinal-infection": {"infection", "infected-disk", "zone-front", "zone-back"},
    "lumbar-discectomy-before": PIECE,
    "lumbar-discectomy-after": set(),
    "laminectomy-before": NARROW,
    "laminectomy-after": FRONT,
    "spinal-fusion-before": LOOSE,
    "spinal-fusion-after": set(),
}


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


def test_the_sac_lies_in_the_canal(drawn: Open) -> None:
    healthy = drawn("side", "healthy")
    assert healthy["sac"].intersection(healthy["canal"]).area > 0.9 * healthy["sac"].area


@pytest.mark.parametrize(("state", "cord", "sac"), [("healthy", "cord", "sac-top"), *LEANING])
def test_the_cord_ends_behind_the_first_lumbar_disk(drawn: Open, state: str, cord: str, sac: str) -> None:
    shown = drawn("side", state)
    disk = shown["disk-l1-l2"].bounds
    assert disk[1] < shown[cord].bounds[3] < disk[3]
    assert shown[cord].intersection(shown[sac]).area > 0.95 * shown[cord].intersection(box(0, -8, 496, 560)).area


def test_the_low_back_is_hollow_by_about_fifty_degrees(drawn: Open) -> None:
    healthy = drawn("side", "healthy")
    assert 28 < tilt(healthy["l1-body"]) - tilt(healthy["l5-body"]) < 40  # and a disk and a half more at the ends


def test_disks_grow_down_to_the_last_but_one(drawn: Open) -> None:
    healthy = drawn("side", "healthy")
    spaces = [space(healthy, upper, lower) for upper, lower in pairwise(LEVELS)]
    assert spaces == sorted(spaces)


@pytest.mark.parametrize("level", LEVELS)
def test_the_pedicle_springs_from_the_upper_half_of_the_body(drawn: Open, level: str) -> None:
    healthy = drawn("side", "healthy")
    assert pedicle(healthy, level).centroid.distance(healthy[f"{level}-body"]) < 0.25 * DEPTH
    assert pedicle(healthy, level).centroid.y < healthy[f"{level}-body"].centroid.y + 0.1 * DEPTH
    assert pedicle(healthy, level).centroid.y < healthy[f"{level}-ganglion"].centroid.y


@pytest.mark.parametrize("level", LEVELS)
def test_each_root_leaves_under_its_pedicle(drawn: Open, level: str) -> None:
    healthy = drawn("side", "healthy")
    root, ganglion = healthy[f"{level}-root"], healthy[f"{level}-ganglion"]
    assert isinstance(root, LineString) and root.intersects(pedicle(healthy, level)) and root.intersects(ganglion)
    assert pedicle(healthy, level).bounds[3] - 0.12 * DEPTH < ganglion.centroid.y
    assert ganglion.distance(pedicle(healthy, level)) < 0.15 * DEPTH


@pytest.mark.parametrize(("above", "level"), [*pairwise(LEVELS)])
def test_each_root_crosses_behind_the_disk_above_its_pedicle(drawn: Open, above: str, level: str) -> None:
    healthy = drawn("side", "healthy")
    root, disk = healthy[f"{level}-root"], healthy[f"disk-{above}-{level}"]
    middle = LineString([(0, disk.centroid.y), (496, disk.centroid.y)])
    assert root.intersection(middle).x > disk.bounds[2] - 0.1 * DEPTH
    assert root.distance(healthy[f"{above}-ganglion"]) > 0


def test_the_last_spinous_process_is_the_smallest(drawn: Open) -> None:
    healthy = drawn("side", "healthy")
    areas = {level: healthy[f"{level}-spinous"].area for level in LEVELS}
    assert min(areas, key=lambda level: areas[level]) == "l5"


@pytest.mark.parametrize(("upper", "lower"), [*pairwise(LEVELS)])
def test_gaps_between_spinous_processes_are_smaller_than_the_processes(drawn: Open, upper: str, lower: str) -> None:
    healthy = drawn("side", "healthy")
    assert healthy[f"{upper}-spinous"].distance(healthy[f"{lower}-spinous"]) < 0.35 * DEPTH


def test_the_herniated_piece_touches_the_root_that_leaves_one_level_lower(drawn: Open) -> None:
    herniated = drawn("side", "herniated-disk")
    fragment, root = herniated["fragment"], herniated["l5-root-pressed"]
    assert fragment.distance(root) < 4 and root.intersects(herniated["l5-ganglion-pressed"])
    assert fragment.distance(herniated["l4-root"]) > 0
    assert herniated["core-left"].area > 200 and "core-left" not in herniated.coral


@pytest.mark.parametrize("state", ["herniated-disk", "lumbar-discectomy-before"])
def test_fat_lies_between_the_herniated_piece_and_the_root_above(drawn: Open, state: str) -> None:
    herniated = drawn("side", state)
    for nerve, half in (("l4-ganglion", 0), ("l4-root", 4)):  # a root is a line, 8 units wide with its edge
        assert herniated["fragment"].distance(herniated[nerve]) - half > 0.04 * DEPTH


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
    assert 0.03 * DEPTH < max(Point(point).distance(facet) for point in grown.coords) < 0.09 * DEPTH
    assert grown.centroid.x < facet.centroid.x


def test_an_unstable_bone_glides_as_one_piece(drawn: Open) -> None:
    unstable = drawn("side", "spinal-instability")
    moved = unstable["l4-moved"]
    whole = unstable["l4-body"].union(unstable["l4-arch"]).union(unstable["l4-spinous"])
    assert 0.10 * DEPTH < whole.centroid.x - moved.centroid.x < 0.16 * DEPTH
    assert 0.9 < moved.area / whole.area < 1.1


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


def upright(x: float) -> LineString:
    return LineString([(x, -60), (x, 560)])


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


def test_an_infected_disk_is_lower_than_its_neighbors(drawn: Open) -> None:
    infected = drawn("side", "spinal-infection")
    neighbors = space(infected, "l3", "l4")
    assert space(infected, "l4", "l5") < 0.65 * neighbors
    assert infected["infected-disk"].intersects(infected["l4-body"])
    assert infected["infected-disk"].intersects(infected["l5-body"])


@pytest.mark.parametrize("id", [*sorted(FRONT), "l4-body"])
def test_a_laminectomy_leaves_what_is_in_front_of_the_sac(drawn: Open, id: str) -> None:
    before, after = (drawn("side", f"laminectomy-{when}")[id] for when in ("before", "after"))
    assert before.equals(after)


@pytest.mark.parametrize("level", ["l3", "l4"])
def test_a_laminectomy_notches_the_lamina_and_leaves_the_spinous_process(drawn: Open, level: str) -> None:
    after = drawn("side", "laminectomy-after")
    whole = turned(after[f"{level}-lamina-whole"], level)
    lost = whole.intersection(turned(after[f"{level}-bite"], level))
    assert 0.08 * whole.area < lost.area < 0.25 * whole.area
    assert lost.bounds[2] < whole.bounds[0] + 0.25 * DEPTH  # in front only: the process behind is kept
    assert lost.bounds[1] > whole.bounds[1] + 0.35 * (whole.bounds[3] - whole.bounds[1])  # its lower edge


@pytest.mark.parametrize("disk", ["l3-l4", "l4-l5"])
def test_a_laminectomy_lets_the_sac_widen_to_the_back(drawn: Open, disk: str) -> None:
    opened = drawn("side", "laminectomy-after")
    former = drawn("side", "laminectomy-before")[f"thick-{disk}"]
    assert opened["sac-freed"].intersection(former).area > 0.4 * former.area
    assert opened["sac-freed"].intersection(opened[f"bulge-{disk}"]).area < 0.1 * former.area


def test_the_piece_that_was_taken_out_is_outlined_where_it_lay(drawn: Open) -> None:
    outline = drawn("side", "lumbar-discectomy-after")["fragment-removed"]
    herniated = drawn("side", "herniated-disk")
    behind = herniated["fragment"].difference(herniated["disk-l4-l5-torn"])
    assert outline.buffer(1).contains(behind)
    assert (outline.bounds[3] - outline.bounds[1]) * 340 / 496 > 24  # pixels of a phone


def test_a_discectomy_notches_the_lower_edge_of_the_lamina(drawn: Open) -> None:
    after = drawn("side", "lumbar-discectomy-after")
    notch, bite, lamina = (turned(after[id], "l4") for id in ("notch", "l4-nip", "l4-lamina-whole"))
    top, bottom = lamina.bounds[1], lamina.bounds[3]
    assert notch.intersection(lamina).area > 0.8 * notch.area
    assert notch.exterior.intersection(lamina.exterior.buffer(2)).length > 0.3 * DEPTH
    lost = lamina.intersection(bite)
    assert lost.bounds[1] > top + 0.66 * (bottom - top)  # the lowest third
    assert lost.bounds[2] < lamina.bounds[0] + 0.22 * DEPTH  # the spinous process behind is whole
    assert lost.difference(notch.buffer(1)).area < 1


def turned(shape: BaseGeometry, level: str) -> BaseGeometry:
    """Return a shape as if its vertebra lay level."""
    return rotate(shape, TURNS[level], origin=(0, 0))


@pytest.mark.parametrize("state", ["lumbar-discectomy", "laminectomy", "spinal-fusion"])
def test_the_magnifier_shows_the_whole_ring(drawn: Open, state: str) -> None:
    states = [each for figure in COURSE.content.pictures.figures for each in figure.states]
    lens = next(each.lens for each in states if each.id == f"{state}-before")
    x, y, radius = map(int, (lens or "").split())
    ring = drawn("side", f"{state}-before")[f"aim-{state.split('-')[-1]}"]
    assert Point(x, y).buffer(radius).contains(ring)


def test_a_cage_touches_the_bone_above_and_below(drawn: Open) -> None:
    fused = drawn("side", "spinal-fusion-after")
    assert all(fused["cage-frame"].distance(fused[f"{level}-body"]) < 0.5 for level in ("l4", "l5"))


@pytest.mark.parametrize("level", ["l4", "l5"])
def test_a_screw_runs_through_the_pedicle_into_the_body(drawn: Open, level: str) -> None:
    fused = drawn("side", "spinal-fusion-after")
    screw, body = fused[f"screw-shaft-{level}"], fused[f"{level}-body"]
    depth = screw.intersection(body).minimum_rotated_rectangle.length / 2
    assert 0.55 * DEPTH < depth < 0.85 * DEPTH
    assert screw.intersects(pedicle(fused, level)) and screw.distance(fused["cage-frame"]) > 0
    assert screw.distance(fused[f"{level}-ganglion"]) > 0 and screw.intersects(fused[f"screw-head-{level}"])


@pytest.mark.parametrize("state", CORAL)
def test_coral_is_only_on_what_is_wrong(drawn: Open, state: str) -> None:
    assert drawn("side", state).coral == CORAL[state]
