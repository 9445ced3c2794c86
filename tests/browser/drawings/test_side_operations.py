"""The low back from the side: what holds before and after an operation."""

import re
from pathlib import Path

import pytest
from shapely import Point

from tests.conftest import COURSE, ROOT

from .conftest import Open
from .side import DEPTH, FRONT, pedicle, turned


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


def test_the_ring_has_round_dots_and_what_was_taken_out_has_dashes() -> None:
    folder = ROOT / "assets" / "illustrations"
    dots, dashes = stroke(folder / "figures.css", ".figure .aim {"), stroke(folder / "side.css", ".figure .gap.bold {")
    phone = 340 / 496
    assert dots[1] <= 0.25 * dots[0] and dots[2] > 1.5 * dots[0] and dots[0] * phone > 3  # as round as its caps
    assert dashes[1] > 3 * dashes[0] and dashes[1] * phone > 6 and dashes[2] * phone > 3
    assert dots[0] > 1.5 * dashes[0]


def stroke(sheet: Path, rule: str) -> list[float]:
    """Return the width of a line, the length of its dashes, and of the gaps between them."""
    body = sheet.read_text(encoding="utf-8").split(rule)[1].split("}")[0]
    found = [re.findall(rf"{name}: ([\d. ]+)", body)[0] for name in ("width", "dasharray")]
    return [float(each) for each in " ".join(found).split()]
