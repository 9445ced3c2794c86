"""The slice through the low back: relations from the anatomy that the drawing must keep in each state."""

import math

import pytest
from shapely import LineString
from shapely.geometry.base import BaseGeometry

from .conftest import Open
from .shapes import Drawn

STEPS = ["cut", "retractor", "view", "tools", "repair"]
SLICES = [*STEPS, "compare-small", "compare-standard"]
WITH_TUBE = ["retractor", "view", "tools", "repair", "compare-small"]
MIDDLE = 320
BODY_WIDTH = 161
MILLIMETER = BODY_WIDTH / 50


MEASURED: dict[str, Drawn] = {}  # measuring a state takes seconds


def slice_of(drawn: Open, state: str) -> Drawn:
    if state not in MEASURED:
        MEASURED[state] = drawn("section", state)
    return MEASURED[state]


def center(shape: BaseGeometry) -> tuple[float, float]:
    return shape.centroid.x, shape.centroid.y


def width(shape: BaseGeometry) -> float:
    left, _, right, _ = shape.bounds
    return right - left


def across(shape: BaseGeometry) -> float:
    """How broad a long shape is."""
    x, y = shape.minimum_rotated_rectangle.exterior.coords.xy
    return min(math.dist((x[i], y[i]), (x[i + 1], y[i + 1])) for i in range(2))


def bone(state: Drawn, window: bool) -> BaseGeometry:
    """L4's arch and L5's joint processes, without the window where it is open."""
    shape = state["l4-arch"].union(state["l5-facet-left"]).union(state["l5-facet-right"])
    return shape.difference(state["window"].buffer(0.5)) if window else shape


def test_the_slice_is_seen_from_the_feet(drawn: Open) -> None:
    """The patient's left is on the left: hernia, cut and tube there, vena cava on the other side."""
    assert center(slice_of(drawn, "cut")["vena-cava"])[0] > MIDDLE
    assert all(center(slice_of(drawn, "cut")[id])[0] < MIDDLE for id in ("fragment", "cut", "l5-root-left"))
    assert center(slice_of(drawn, "retractor")["tube"])[0] < MIDDLE


@pytest.mark.parametrize(("way", "side"), [("small", -1), ("standard", 0)])
def test_the_cut_in_the_back_is_where_it_is_in_the_slice(drawn: Open, way: str, side: int) -> None:
    x, _ = center(slice_of(drawn, f"compare-{way}")[f"back-cut-{way}"])
    assert math.copysign(1, x - 82) == side if side else x == pytest.approx(82)


def test_no_pedicle_and_no_transverse_process_lie_at_the_disk(drawn: Open) -> None:
    assert not [id for id in slice_of(drawn, "cut").outlines if "pedicle" in id or "transverse" in id]


def test_body_disk_canal_and_sac_have_their_sizes(drawn: Open) -> None:
    state = slice_of(drawn, "compare-small")
    assert width(state["disk-l4-l5"]) == pytest.approx(BODY_WIDTH, abs=2)
    left, top, right, bottom = state["disk-l4-l5"].bounds
    assert 0.65 < (bottom - top) / (right - left) < 0.75
    assert 0.26 < width(state["sac-whole"]) / BODY_WIDTH < 0.36
    assert 0.5 < width(state["psoas-left"]) / BODY_WIDTH < 0.75


@pytest.mark.parametrize("state", SLICES)
def test_the_sac_lies_in_the_canal(drawn: Open, state: str) -> None:
    shown = slice_of(drawn, state)
    pressed = state in ("cut", "retractor", "view", "tools")
    sac = shown["sac" if pressed else "sac-whole"]
    assert sac.intersection(shown["canal"]).area > 0.98 * sac.area
    assert sac.intersection(bone(shown, window=False)).area == 0
    assert (sac.intersection(shown["l5-root-left"]).area < 0.5 * shown["l5-root-left"].area) == 1


def test_the_fragment_dents_the_sac_on_one_side_only(drawn: Open) -> None:
    pressed, whole = slice_of(drawn, "cut")["sac"], slice_of(drawn, "repair")["sac-whole"]
    assert pressed.bounds[0] > whole.bounds[0] + 8
    assert abs(pressed.bounds[2] - whole.bounds[2]) < 4


@pytest.mark.parametrize("state", SLICES)
@pytest.mark.parametrize("side", ["left", "right"])
def test_l4_has_left_the_canal_and_is_not_joined_to_sac_or_l5(drawn: Open, state: str, side: str) -> None:
    shown = slice_of(drawn, state)
    ganglion = shown[f"l4-ganglion-{side}"]
    assert abs(abs(center(ganglion)[0] - MIDDLE) / BODY_WIDTH - 0.5) < 0.06
    others = [id for id in ("sac", "sac-whole", f"l5-root-{side}", "fragment", "tear-core") if id in shown]
    assert len(others) > 1 and min(ganglion.distance(shown[id]) for id in others) > 3 * MILLIMETER


def test_the_roots_of_l5_lie_at_the_front_corners_of_the_sac(drawn: Open) -> None:
    shown = slice_of(drawn, "repair")
    for side, sign in (("left", -1), ("right", 1)):
        x, y = center(shown[f"l5-root-{side}"])
        assert sign * (x - MIDDLE) > 30 and y > center(shown["sac-whole"])[1]
        assert shown[f"l5-root-{side}"].within(shown["canal"].buffer(1))


def test_the_fragment_presses_the_root(drawn: Open) -> None:
    shown = slice_of(drawn, "cut")
    assert shown["fragment"].distance(shown["l5-root-left"]) < 1
    assert center(shown["l5-root-left"])[1] < center(shown["fragment"])[1]
    assert shown["tear-core"].intersects(shown["core"]) and shown["tear-core"].intersects(shown["fragment"])


@pytest.mark.parametrize("side", ["left", "right"])
def test_the_joints_stand_at_45_to_50_degrees(drawn: Open, side: str) -> None:
    left, top, right, bottom = slice_of(drawn, "cut")[f"joint-{side}"].bounds
    assert 40 < math.degrees(math.atan2(right - left, bottom - top)) < 55


def test_the_flavum_is_a_v_under_the_laminae(drawn: Open) -> None:
    shown = slice_of(drawn, "cut")
    for side in ("left", "right"):
        flavum = shown[f"flavum-{side}"]
        assert flavum.distance(shown["l4-arch"]) == 0 and flavum.intersection(shown["l4-arch"]).area < 30
        assert flavum.bounds[1] < shown["sac"].bounds[1]


def test_the_erector_is_about_twice_as_broad_as_multifidus(drawn: Open) -> None:
    shown = slice_of(drawn, "cut")
    assert 1.6 < width(shown["erector-right"]) / width(shown["multifidus-right"]) < 2.6


def test_the_way_down_is_2_5_to_3_5_tubes_long(drawn: Open) -> None:
    shown = slice_of(drawn, "compare-small")
    axis = LineString([(251, 140), (282, 335)])
    inside = axis.intersection(shown["trunk"]).difference(shown["l4-arch"])
    assert 2.5 < inside.length / 52 < 3.5


@pytest.mark.parametrize("state", WITH_TUBE)
def test_the_tube_stands_on_the_lamina_and_never_in_it(drawn: Open, state: str) -> None:
    shown = slice_of(drawn, state)
    for wall in ("outer", "inner"):
        assert shown[f"tube-wall-{wall}"].distance(shown["l4-arch"]) < 2 * MILLIMETER
    assert shown["tube"].intersection(bone(shown, window=False)).area < 1
    assert shown["tube"].distance(shown["arm"]) < 1


@pytest.mark.parametrize("state", WITH_TUBE)
def test_the_muscle_is_parted_around_the_tube_and_whole(drawn: Open, state: str) -> None:
    shown, before = slice_of(drawn, state), slice_of(drawn, "cut")
    outer, inner = shown["multifidus-outer"], shown["multifidus-inner"]
    for half in (outer, inner):
        assert half.geom_type == "Polygon" and half.intersection(shown["tube"]).area < 60
    assert outer.centroid.x < shown["tube-inside"].centroid.x < inner.centroid.x + 8
    assert inner.intersects(shown["l4-arch"])  # still on the bone
    assert shown["multifidus-right"].equals(before["multifidus-right"])
    assert outer.distance(inner) > 40 and before["multifidus-outer"].distance(before["multifidus-inner"]) < 1


def test_the_cut_leaves_the_muscle_closed(drawn: Open) -> None:
    shown = slice_of(drawn, "cut")
    assert shown["cut"].intersects(shown["skin"]) and shown["cut"].distance(shown["fascia"]) < 1
    assert shown["cut"].intersection(shown["multifidus-outer"].union(shown["multifidus-inner"])).area < 5
    assert 15 < (MIDDLE - shown["cut"].centroid.x) / MILLIMETER < 22
    assert shown["scalpel-blade"].intersects(shown["cut"])


def test_the_hand_is_as_large_as_the_slice(drawn: Open) -> None:
    """Four fingers are a hand's breadth, which is 1.7 times the body's width."""
    shown = slice_of(drawn, "cut")
    assert 1.2 < 4 * across(shown["middle-finger"]) / BODY_WIDTH < 2


@pytest.mark.parametrize(("state", "id"), [("view", "sight-lines"), ("retractor", "tube"), ("cut", "hand")])
def test_nothing_crosses_bone_before_the_window_opens(drawn: Open, state: str, id: str) -> None:
    shown = slice_of(drawn, state)
    assert shown[id].intersection(bone(shown, window=False).buffer(-0.5)).is_empty


@pytest.mark.parametrize("state", STEPS)
def test_no_label_crosses_the_lesion(drawn: Open, state: str) -> None:
    shown = slice_of(drawn, state)
    labels = [shown[id] for id in shown.outlines if id.startswith("label-")]
    lesion = shown["fragment"].union(shown["tear-core"] if "tear-core" in shown else shown["fragment-gone"])
    assert len(labels) > 6 and not any(label.intersects(lesion) for label in labels)


@pytest.mark.parametrize("state", ["tools", "repair"])
@pytest.mark.parametrize("id", ["light", "camera", "forceps"])
def test_tools_and_light_go_through_the_window(drawn: Open, state: str, id: str) -> None:
    shown = slice_of(drawn, state)
    assert shown[id].intersection(bone(shown, window=True).buffer(-0.5)).area < 1
    flavum = shown["flavum-left"].difference(shown["window"].buffer(0.5))
    assert shown[id].intersection(flavum.buffer(-0.5)).area < 1


def test_the_window_takes_the_inner_edge_of_the_joint_only(drawn: Open) -> None:
    shown = slice_of(drawn, "tools")
    arch, window = shown["l4-arch"], shown["window"]
    assert 0.05 < arch.intersection(window).area / arch.area < 0.22
    assert shown["joint-left"].difference(window.buffer(1)).length > 0.7 * shown["joint-left"].length
    assert window.bounds[2] < MIDDLE - 8 and window.intersects(shown["flavum-left"])


def test_the_jaws_touch_the_fragment_alone(drawn: Open) -> None:
    shown = slice_of(drawn, "tools")
    assert shown["jaws"].intersects(shown["fragment"])
    assert shown["forceps"].distance(shown["l5-root-left"]) > 1 and shown["forceps"].distance(shown["sac"]) > 1


def test_the_hook_goes_through_the_window(drawn: Open) -> None:
    shown = slice_of(drawn, "tools")
    assert shown["hook"].intersection(bone(shown, window=True).buffer(-0.5)).area < 1


def test_the_hook_moves_root_and_sac_to_the_middle(drawn: Open) -> None:
    shown, before = slice_of(drawn, "tools"), slice_of(drawn, "view")
    for id in ("l5-root-left", "sac"):
        assert center(shown[id])[0] > center(before[id])[0] + 4
    hook, root = shown["hook"], shown["l5-root-left"]
    beside = hook.intersection(root.envelope.buffer(8))
    assert hook.distance(root) < 1 and beside.bounds[0] < root.bounds[0]
    assert hook.intersection(shown["fragment"]).area == 0


def test_the_fragment_leaves_in_the_jaws_inside_the_tube(drawn: Open) -> None:
    shown = slice_of(drawn, "repair")
    assert shown["fragment"].within(shown["tube-inside"]) and shown["jaws"].intersects(shown["fragment"])
    assert shown["fragment-gone"].intersects(shown["l5-root-left"].envelope.buffer(4))


@pytest.mark.parametrize("side", ["left", "right"])
def test_the_standard_cut_takes_the_muscle_off_spinous_process_and_lamina(drawn: Open, side: str) -> None:
    shown = slice_of(drawn, "compare-standard")
    lifted, blade = shown[f"multifidus-{side}-lifted"], shown[f"blade-{side}"]
    assert lifted.distance(shown["l4-arch"]) > 0 and blade.distance(lifted) < 4
    assert blade.intersection(bone(shown, window=False)).area < 2
    assert lifted.intersection(shown["wound"]).area < 0.05 * lifted.area


def test_both_ways_have_the_same_slice(drawn: Open) -> None:
    small, standard = slice_of(drawn, "compare-small"), slice_of(drawn, "compare-standard")
    for id in ("l4-arch", "disk-l4-l5", "sac-whole", "erector-left", "flavum-left", "trunk"):
        assert small[id].equals(standard[id])


@pytest.mark.parametrize(
    ("state", "lesions"),
    [
        *((state, {"tear-core", "fragment", "fragment-drawn", "root-hurt", "root-sparks"}) for state in STEPS[:3]),
        ("tools", {"tear-core", "fragment", "fragment-drawn", "camera-fragment", "inset-tools"}),
        ("repair", {"fragment", "fragment-drawn"}),
        ("compare-small", set()),
        ("compare-standard", set()),
    ],
)
def test_red_is_on_the_lesion_alone(drawn: Open, state: str, lesions: set[str]) -> None:
    shown = slice_of(drawn, state)
    assert shown.coral & set(shown.outlines) == lesions
