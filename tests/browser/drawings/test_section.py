"""The slice through the low back: relations from the anatomy that the drawing must keep in each state."""

import math

import pytest

from .conftest import Open
from .section import BODY_WIDTH, MIDDLE, MILLIMETER, SLICES, bone, center, slice_of
from .shapes import width


def test_the_slice_is_seen_from_the_feet(drawn: Open) -> None:
    """The patient's left is on the left: hernia, cut and tube there, vena cava on the other side."""
    assert center(slice_of(drawn, "cut")["vena-cava"])[0] > MIDDLE
    assert all(center(slice_of(drawn, "cut")[id])[0] < MIDDLE for id in ("fragment", "cut", "l5-root-left"))
    assert center(slice_of(drawn, "retractor")["tube"])[0] < MIDDLE


def test_the_slice_is_hidden_while_the_team_is_shown(drawn: Open) -> None:
    assert "slice" in slice_of(drawn, "cut") and "slice" not in slice_of(drawn, "team")


@pytest.mark.parametrize(("way", "side"), [("small", -1), ("standard", 0)])
def test_the_cut_in_the_back_is_where_it_is_in_the_slice(drawn: Open, way: str, side: int) -> None:
    x, _ = center(slice_of(drawn, f"compare-{way}")[f"back-cut-{way}"])
    assert math.copysign(1, x - 82) == side if side else x == pytest.approx(82)


def test_no_pedicle_and_no_transverse_process_lie_at_the_disk(drawn: Open) -> None:
    assert not [id for id in slice_of(drawn, "cut").outlines if "pedicle" in id or "transverse" in id]


def test_body_disk_canal_and_sac_have_their_sizes(drawn: Open) -> None:
    state = slice_of(drawn, "repair")
    assert width(state["disk-l4-l5"]) == pytest.approx(BODY_WIDTH, abs=2)
    left, top, right, bottom = state["disk-l4-l5"].bounds
    assert 0.65 < (bottom - top) / (right - left) < 0.75
    assert 0.26 < width(state["sac-whole"]) / BODY_WIDTH < 0.36
    assert 0.5 < width(state["psoas-left"]) / BODY_WIDTH < 0.75


@pytest.mark.parametrize("state", SLICES)
def test_the_sac_lies_in_the_canal(drawn: Open, state: str) -> None:
    shown = slice_of(drawn, state)
    pressed = state != "repair"
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
