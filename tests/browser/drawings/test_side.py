"""The low back from the side: relations from the anatomy that the drawing must keep in each state."""

from itertools import pairwise

import pytest
import shapely
from shapely import LineString, box

from .conftest import Open
from .side import DEPTH, FRONT, pedicle, space, tilt

LEVELS = ["l1", "l2", "l3", "l4", "l5"]
DISKS = ["l1-l2", "l2-l3", "l3-l4", "l4-l5", "l5-s1"]
LEANING = [("broken-vertebra", "cord-leaning", "sac-leaning")]
PIECE = {"piece-grows", "fragment", "l5-root-pressed", "l5-ganglion-pressed", "sparks"}
NARROW = FRONT | {"narrow-behind", "thick-l3-l4", "thick-l4-l5"}
LOOSE = {"disk-loose", "l4-body-moved", "l4-spinous-moved", "l4-arch-moved", "arrow"}
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
    assert root.geom_type == "Polygon" and root.intersects(pedicle(healthy, level)) and root.intersects(ganglion)
    assert pedicle(healthy, level).bounds[3] - 0.12 * DEPTH < ganglion.centroid.y
    assert ganglion.distance(pedicle(healthy, level)) < 0.15 * DEPTH


SACS = ["sac", "sac-herniated", "sac-narrow"]
ROOTS = {
    "healthy": ["t12-root", *(f"{level}-root" for level in LEVELS), "s1-root"],
    "herniated-disk": ["l5-root-pressed"],
    "spinal-stenosis": ["l4-root-squeezed", "l5-root-squeezed"],
}


@pytest.mark.parametrize(("state", "id"), [(state, id) for state, ids in ROOTS.items() for id in ids])
def test_a_root_starts_as_a_point_on_the_sac_and_runs_out_at_its_ganglion(drawn: Open, state: str, id: str) -> None:
    shown = drawn("side", state)
    root, ganglion = shown[id], shown[id.replace("root", "ganglion").removesuffix("-squeezed")]
    _, top, _, bottom = root.bounds
    sac = shapely.union_all([shown[each] for each in SACS if each in shown])
    start = root.intersection(box(0, top, 496, top + 3))
    assert start.bounds[2] - start.bounds[0] < 0.05 * DEPTH and start.distance(sac) < 0.03 * DEPTH
    assert bottom - ganglion.bounds[3] < 0.1 * DEPTH  # no stub behind it
    end = root.intersection(box(0, bottom - 2, 496, bottom))
    assert end.bounds[2] - end.bounds[0] < 0.05 * DEPTH


@pytest.mark.parametrize(("above", "level"), [*pairwise(LEVELS)])
def test_each_root_crosses_behind_the_disk_above_its_pedicle(drawn: Open, above: str, level: str) -> None:
    healthy = drawn("side", "healthy")
    root, disk = healthy[f"{level}-root"], healthy[f"disk-{above}-{level}"]
    middle = LineString([(0, disk.centroid.y), (496, disk.centroid.y)])
    assert root.intersection(middle).bounds[0] > disk.bounds[2] - 0.1 * DEPTH
    assert root.distance(healthy[f"{above}-ganglion"]) > 0


def test_the_last_spinous_process_is_the_smallest(drawn: Open) -> None:
    healthy = drawn("side", "healthy")
    areas = {level: healthy[f"{level}-spinous"].area for level in LEVELS}
    assert min(areas, key=lambda level: areas[level]) == "l5"


@pytest.mark.parametrize(("upper", "lower"), [*pairwise(LEVELS)])
def test_gaps_between_spinous_processes_are_smaller_than_the_processes(drawn: Open, upper: str, lower: str) -> None:
    healthy = drawn("side", "healthy")
    assert healthy[f"{upper}-spinous"].distance(healthy[f"{lower}-spinous"]) < 0.35 * DEPTH


@pytest.mark.parametrize("state", CORAL)
def test_coral_is_only_on_what_is_wrong(drawn: Open, state: str) -> None:
    assert drawn("side", state).coral == CORAL[state]
