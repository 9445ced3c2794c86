"""The scene between its stops: what goes in and out meets nothing that it must not meet."""

import re
from collections.abc import Callable, Iterator
from functools import cache

import pytest
from miss.render.figures import render_figure
from playwright.sync_api import Browser, Page
from shapely import LineString
from shapely.geometry.base import BaseGeometry

from tests.conftest import COURSE

from .conftest import with_ids
from .section import bone
from .shapes import Drawn, width

At = Callable[[float], Drawn]
BONES = ["l4-arch", "l5-facet-left", "l5-facet-right", "window"]
SOFT = ["multifidus-inner", "multifidus-outer", "l5-root-left", "sac", "sac-whole", "fragment"]
TOOLS = ["way-thin", "way-middle", "tube", "hook", "forceps"]
LIFTED = [
    "light-standard",
    "multifidus-left-closed",
    "multifidus-right-closed",
    "blade-left",
    "blade-right",
    "multifidus-left-lifted",
    "multifidus-right-lifted",
    "wound",
]
IN_WINDOW = ["hook", "forceps", "fragment"]
TOUCH = 2.5  # units that a thing may stand in what it stands on: the width of their lines


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    with chromium.new_page(viewport={"width": 960, "height": 960}, reduced_motion="reduce") as page:
        yield page


def place(page: Page, drawing: str, *shown: str) -> At:
    """Return what places a drawing at a depth, each measured once; whether a layer is seen there is another matter."""
    return cache(lambda depth: Drawn(page, re.sub(r"--depth: [\d.]+", f"--depth: {depth}", drawing), *shown))


@pytest.fixture(scope="module")
def at(page: Page) -> At:
    """The way through the tube."""
    figure = next(each for each in COURSE.content.pictures.figures if each.drawing == "section" and not each.switch)
    with with_ids():
        return place(page, str(render_figure(figure, COURSE.content).svgs[0]), *BONES, *SOFT, *TOOLS)


@pytest.fixture(scope="module")
def standard(page: Page) -> At:
    """The standard way, as it is compared with the other."""
    figure = next(each for each in COURSE.content.pictures.figures if each.depths)
    with with_ids():
        _, drawing = render_figure(figure, COURSE.content).svgs
    return place(page, str(drawing), *BONES, *SOFT, *TOOLS, *LIFTED)


def enters(shape: BaseGeometry, other: BaseGeometry) -> bool:
    """Whether a shape goes deeper into another than where the two touch."""
    return bool(shape.intersects(other.buffer(-TOUCH)))


def harm_nothing(scene: Drawn, depth: float) -> None:
    """Expect tools and fragment in the window, away from sac and root; the hook may touch the root."""
    root, sac = scene["l5-root-left"], scene["sac" if depth < 9.55 else "sac-whole"]
    for id in IN_WINDOW:
        assert not enters(scene[id], bone(scene, window=True)), id
        assert not enters(scene[id], sac), id
        assert id == "hook" or not enters(scene[id], root), id


@pytest.mark.parametrize("depth", [3.5, 3.7, 3.9, 4.1, 4.3, 4.5, 4.75, 4.9])
def test_what_goes_in_stops_at_the_bone_and_parts_the_muscle(at: At, depth: float) -> None:
    scene = at(depth)
    halves = scene["multifidus-inner"].union(scene["multifidus-outer"])
    for id in ("way-thin", "way-middle", "tube"):
        assert not enters(scene[id], bone(scene, window=False)), id
        assert scene[id].intersection(halves).area < 0.2 * scene[id].area, id


@pytest.mark.parametrize(("depth", "id"), [(4.0, "way-thin"), (4.35, "way-middle"), (4.8, "tube")])
def test_each_stands_on_the_bone_before_the_next_one_comes(at: At, depth: float, id: str) -> None:
    scene = at(depth)
    assert scene[id].distance(scene["l4-arch"]) < TOUCH


def test_the_muscle_opens_no_wider_than_what_is_in_it(at: At) -> None:
    widths = [at(depth)["multifidus-inner"].distance(at(depth)["multifidus-outer"]) for depth in (3.5, 4.0, 4.35, 4.9)]
    assert widths[0] < 1 and 7 < widths[1] < 14 and 26 < widths[2] < 40 and 50 < widths[3] < 56
    assert widths == sorted(widths)


@pytest.mark.parametrize("depth", [7.4, 7.6, 7.8, 8.0, 8.2, 8.4, 8.6, 8.8, 9.0, 9.2, 9.4, 9.7, 10])
def test_tools_pass_through_the_window_and_harm_nothing(at: At, depth: float) -> None:
    harm_nothing(at(depth), depth)


def test_the_nerve_is_aside_before_the_forceps_come(at: At) -> None:
    aside = at(8.2)
    forceps = at(8.3)["forceps"]
    assert aside["l5-root-left"].centroid.x - at(7)["l5-root-left"].centroid.x > 10
    assert forceps.bounds[3] < aside["fragment"].bounds[1]


def test_no_window_and_no_light_before_the_view(at: At) -> None:
    assert at(5.5)["window"].area == 0
    assert 0 < at(6.2)["window"].area < at(7)["window"].area < at(7.4)["window"].area


@pytest.mark.parametrize("depth", [3.7, 3.9, 4.1, 4.3, 4.5, 4.75, 5, 10.5, 10.7])
def test_blades_lift_the_muscle_off_the_bone_and_enter_none(standard: At, depth: float) -> None:
    scene = standard(depth)
    for side in ("left", "right"):
        blade, muscle = scene[f"blade-{side}"], scene[f"multifidus-{side}-lifted"]
        assert not enters(blade, bone(scene, window=False)), side
        assert muscle.intersection(scene["wound"]).area < 0.05 * muscle.area, side


def test_the_muscle_is_on_the_bone_before_and_off_it_between(standard: At) -> None:
    for side in ("left", "right"):
        scene = standard(5)
        assert scene[f"multifidus-{side}-closed"].distance(scene["l4-arch"]) < TOUCH
        assert scene[f"multifidus-{side}-lifted"].distance(scene["l4-arch"]) > 10


@pytest.mark.parametrize("depth", [4.0, 4.2, 4.4, 4.6, 5])
def test_the_wound_is_as_wide_as_the_blades_stand_apart(standard: At, depth: float) -> None:
    scene = standard(depth)
    blades = scene["blade-left"].union(scene["blade-right"])
    level = LineString([(0, 250), (640, 250)])
    assert width(scene["wound"].intersection(level)) == pytest.approx(width(blades.intersection(level)), abs=8)


@pytest.mark.parametrize("depth", [7.4, 7.6, 7.8, 8.0, 8.2, 8.4, 8.6, 8.8, 9.0, 9.2, 9.4, 9.7, 10])
def test_upright_tools_pass_through_the_same_window_and_harm_nothing(standard: At, depth: float) -> None:
    scene = standard(depth)
    harm_nothing(scene, depth)
    for id in IN_WINDOW:
        assert not [side for side in ("left", "right") if enters(scene[id], scene[f"blade-{side}"])], id


@pytest.mark.parametrize("depth", [1.35, 5, 6.6, 7.4, 8.2, 9.2, 11])
def test_below_the_muscle_both_ways_do_the_same(at: At, standard: At, depth: float) -> None:
    small, other = at(depth), standard(depth)
    for id in (*BONES, "l5-root-left", "sac"):
        assert small[id].symmetric_difference(other[id]).area < 1, id


def test_the_tube_leaves_and_the_muscle_closes(at: At) -> None:
    closed = at(11)
    assert closed["tube"].bounds[3] < closed["multifidus-inner"].bounds[1] + 60
    assert closed["multifidus-inner"].distance(closed["multifidus-outer"]) < 1


def test_light_from_above_falls_through_the_window_alone(standard: At) -> None:
    scene = standard(7.4)
    assert not enters(scene["light-standard"], bone(scene, window=True))
    assert not [side for side in ("left", "right") if enters(scene["light-standard"], scene[f"blade-{side}"])]
