"""The operation in the slice: what tube, tools and muscle touch, and what they never cross."""

import pytest
from shapely import LineString

from .conftest import Open
from .section import BODY_WIDTH, MIDDLE, MILLIMETER, STEPS, WITH_TUBE, across, bone, center, slice_of

PRESSING = {"tear-core", "fragment", "fragment-drawn", "root-hurt", "root-sparks"}


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
    assert shown["arm"].intersects(shown["clamp"]) and shown["clamp"].intersects(shown["post"])


def test_the_sleeves_are_slimmer_than_the_tube_and_out_of_it(drawn: Open) -> None:
    shown = slice_of(drawn, "retractor")
    thin, middle = shown["sleeve-thin"], shown["sleeve-middle"]
    assert across(thin) < 0.5 * across(middle) < 0.5 * across(shown["tube"])
    assert shown["sleeves"].disjoint(shown["tube"]) and shown["sleeves"].bounds[3] < shown["tube"].bounds[1] + 8


def test_the_eye_looks_through_the_microscope_down_the_tube(drawn: Open) -> None:
    shown = slice_of(drawn, "view")
    eye, scope, tube = (center(shown[id])[1] for id in ("eye", "microscope", "tube"))
    assert eye < scope < tube and shown["sight-lines"].intersects(shown["eyepiece"])
    assert shown["eye"].distance(shown["eyepiece"]) < 10


def test_the_light_starts_at_the_tip_of_the_camera(drawn: Open) -> None:
    shown = slice_of(drawn, "tools")
    assert shown["light"].intersects(shown["camera-tip"]) and shown["camera-tip"].distance(shown["camera-head"]) > 100


@pytest.mark.parametrize("state", ["view", "tools", "repair"])
def test_an_arrow_at_the_round_picture_points_up_to_the_head(drawn: Open, state: str) -> None:
    left, top, right, bottom = slice_of(drawn, state)["head-end"].bounds
    assert top > 0 and bottom - top > right - left and center(slice_of(drawn, state)["head-end"])[1] < 20


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


def test_the_root_of_the_other_side_lies_free_at_its_corner(drawn: Open) -> None:
    shown = slice_of(drawn, "tools")
    assert shown["sac"].distance(shown["l5-root-right"]) > 0.5


def test_the_hook_moves_root_and_sac_to_the_middle(drawn: Open) -> None:
    shown, before = slice_of(drawn, "tools"), slice_of(drawn, "view")
    for id in ("l5-root-left", "sac"):
        assert center(shown[id])[0] > center(before[id])[0] + 2
        assert shown[id].bounds[0] > before[id].bounds[0] + 4  # the edge beside the hook
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
    assert lifted.distance(shown["l4-arch"]) > 4 * MILLIMETER and blade.distance(lifted) < 4
    assert blade.intersection(bone(shown, window=False)).area < 2
    assert lifted.intersection(shown["wound"]).area < 0.05 * lifted.area


def test_arrows_lead_from_where_the_muscle_was_to_where_it_is(drawn: Open) -> None:
    small, standard = slice_of(drawn, "compare-small"), slice_of(drawn, "compare-standard")
    for side in ("inner", "outer"):
        assert small["spread-arrows"].intersects(small[f"multifidus-{side}"])
    assert small["seam"].within(small["tube-inside"]) and small["spread-arrows"].distance(small["seam"]) < 6
    for side in ("left", "right"):
        assert standard["lift-arrows"].intersects(standard[f"multifidus-{side}-lifted"])
    assert standard["lift-arrows"].intersects(standard["muscle-was"])


def test_both_ways_have_the_same_slice(drawn: Open) -> None:
    small, standard = slice_of(drawn, "compare-small"), slice_of(drawn, "compare-standard")
    for id in ("l4-arch", "disk-l4-l5", "sac", "fragment", "erector-left", "flavum-left", "trunk"):
        assert small[id].equals(standard[id])


@pytest.mark.parametrize(
    ("state", "lesions"),
    [
        *((state, PRESSING) for state in (*STEPS[:3], "compare-small", "compare-standard")),
        ("tools", {"tear-core", "fragment", "fragment-drawn", "camera-fragment", "inset-tools"}),
        ("repair", {"fragment", "fragment-drawn"}),
    ],
)
def test_red_is_on_the_lesion_alone(drawn: Open, state: str, lesions: set[str]) -> None:
    shown = slice_of(drawn, state)
    assert shown.coral & set(shown.outlines) == lesions
