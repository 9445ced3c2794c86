"""The operating room: who and what stands where, and how the beam goes."""

import xml.etree.ElementTree as ET
from collections.abc import Callable

import pytest
from shapely import LineString, Point
from shapely.geometry.base import BaseGeometry

from tests.conftest import ROOT

from .conftest import Open
from .section import slope
from .shapes import Drawn, width

Section = Callable[[str], Drawn]
NEAR = 5.0  # degrees within which two directions are the same
STAFF = [("surgeon", 1), ("nurse", 2)]


@pytest.fixture(scope="module")
def opened() -> dict[str, Drawn]:
    """The states that a test has opened: to measure one takes seconds."""
    return {}


@pytest.fixture
def section(drawn: Open, opened: dict[str, Drawn]) -> Section:
    """Return what opens a state of the drawing, once."""

    def open_once(state: str) -> Drawn:
        if state not in opened:
            opened[state] = drawn("section", state)
        return opened[state]

    return open_once


@pytest.fixture
def room(section: Section) -> Drawn:
    return section("team")


def height(shape: BaseGeometry) -> float:
    return float(shape.bounds[3] - shape.bounds[1])


def test_the_beam_is_level_and_the_screen_shows_the_view_from_the_side(room: Drawn) -> None:
    axis = LineString([room["inset-tube"].centroid, room["inset-receiver"].centroid])
    assert min(slope(axis), 180 - slope(axis)) < NEAR
    assert abs(room["beam"].centroid.y - axis.centroid.y) < 1
    svg = ET.parse(ROOT / "assets" / "illustrations" / "section.svg")  # noqa: S314  our own
    screen = next(element for element in svg.iter() if element.get("id") == "monitor")
    assert screen.get("data-view") == "side"


def test_the_beam_goes_from_the_tube_through_the_spine_to_the_receiver(room: Drawn) -> None:
    beam = room["beam"]
    assert beam.distance(room["inset-tube"]) < 1 and beam.distance(room["inset-receiver"]) < 1
    assert beam.intersects(room["inset-vertebra"])
    assert room["receiver"].contains(room["low-back-seen"].centroid)
    skin = room["inset-skin"]
    assert room["inset-receiver"].distance(skin) < room["inset-tube"].distance(skin)


@pytest.mark.parametrize("part", ["belly", "patient-trunk"])
def test_the_body_does_not_touch_the_frame(room: Drawn, part: str) -> None:
    assert room[part].distance(room["open-frame"]) > 5


def test_the_belly_hangs_free_between_the_pads(room: Drawn) -> None:
    belly, chest, pelvis = room["belly"], room["pad-chest"], room["pad-pelvis"]
    assert chest.bounds[2] < belly.bounds[0] < belly.bounds[2] < pelvis.bounds[0]
    assert belly.bounds[3] > chest.bounds[1] + 10  # lower than what the pads carry
    assert room["patient-trunk"].distance(chest) == room["patient-trunk"].distance(pelvis) == 0
    assert belly.difference(room["patient-trunk"]).area < 0.02 * belly.area


def test_no_post_stands_under_the_belly(room: Drawn) -> None:
    left, _, right, bottom = room["belly"].bounds
    below = LineString([(left, bottom + 40), (right, bottom + 40)])
    assert not below.intersects(room["open-frame"])


@pytest.mark.parametrize(("person", "number"), STAFF)
def test_each_of_the_team_wears_apron_and_collar(room: Drawn, person: str, number: int) -> None:
    body = room[person]
    for worn in (f"apron-{number}", f"collar-{number}"):
        assert room[worn].area > 20 and room[worn].within(body.buffer(0.5))


@pytest.mark.parametrize(("person", "number"), STAFF)
def test_hands_are_far_from_the_beam(room: Drawn, person: str, number: int) -> None:
    hands = room[f"hands-{number}"]
    assert hands.within(room[person].buffer(0.5))
    for ray in ("beam", "receiver"):
        assert hands.distance(room[ray]) > 100


@pytest.mark.parametrize("person", ["surgeon", "nurse", "patient-body", "patient-arm"])
@pytest.mark.parametrize("machine", ["c-arm", "cart"])
def test_the_machine_stands_in_front_of_nobody(room: Drawn, person: str, machine: str) -> None:
    assert not room[machine].intersects(room[person])


@pytest.mark.parametrize("person", ["surgeon", "nurse"])
def test_the_team_stands_one_step_back(room: Drawn, person: str) -> None:
    assert not room[person].intersects(room["patient"].union(room["table"]))


def test_the_arc_goes_from_the_receiver_down_and_under_the_table(room: Drawn) -> None:
    assert room["receiver-neck"].intersects(room["receiver"]) and room["receiver-neck"].intersects(room["c-arm"])
    rail = room["open-frame"].bounds[1]
    assert room["receiver"].bounds[3] < rail < room["c-arm"].bounds[3]


@pytest.mark.parametrize("person", ["surgeon", "nurse"])
def test_who_stands_and_who_lies_have_one_scale(room: Drawn, person: str) -> None:
    assert 0.9 < height(room[person]) / width(room["patient-body"]) < 1.1


def test_the_back_is_up_and_the_head_is_left(room: Drawn) -> None:
    assert room["patient-head"].centroid.x < room["patient-trunk"].centroid.x < room["patient-shin"].centroid.x
    for level in ("l3", "l4", "l5"):
        assert room[f"xray-{level}-arch"].centroid.y < room[f"xray-{level}-body"].centroid.y
    assert room["xray-l3-body"].centroid.x < room["xray-l5-body"].centroid.x < room["xray-sacrum"].centroid.x


def test_the_patient_sleeps_with_a_breathing_tube_at_the_mouth(room: Drawn) -> None:
    tube, head = room["breathing-tube"], room["patient-head"]
    assert tube.intersects(head) and room["tape"].intersects(tube) and room["tape"].intersects(head)
    assert tube.bounds[3] > head.bounds[3]  # out of the mouth, which looks down
    assert room["airway"].bounds[0] < 0 and room["airway"].intersects(room["anesthesia-machine"])


def test_the_elbow_is_bent_to_the_front(room: Drawn) -> None:
    arm, board = room["patient-arm"], room["arm-board"]
    left, top, right, bottom = arm.bounds
    assert board.distance(arm) < 1 and left < room["patient-head"].bounds[0]
    assert arm.area < 0.4 * (right - left) * (bottom - top)  # an L: upper arm and forearm
    assert arm.intersects(Point(right - 5, bottom - 8))


def test_nothing_in_the_room_or_on_the_screen_has_the_color_of_a_lesion(room: Drawn) -> None:
    named = {"patient-body", "belly", "receiver", "c-arm", "beam", "surgeon", "nurse", "inset-trunk", "monitor"}
    assert not room.coral & (named | {id for id in room.outlines if id.startswith(("monitor", "xray", "inset-"))})


def test_only_tools_are_teal_and_no_cloth_or_glove(section: Section) -> None:
    assert section("team").teal == {"breathing-tube", "airway"}
    assert section("cut").teal.isdisjoint({"palm", "middle-finger", "index-finger", "thumb"})
