"""The risks' marks: small enough for every page, and what their colors say."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from miss.schema.content import Content
from playwright.sync_api import Browser
from shapely import LineString, Polygon

from tests.browser.gallery import style
from tests.conftest import ROOT

from .shapes import COLORED

FOLDER = ROOT / "assets" / "illustrations" / "marks"
MARKS = sorted(FOLDER.glob("*.svg"))
MAX_BYTES = 1200
# The edges of each shape, in the units of the viewBox.
BOXES = """() => {
  const edges = ({ x, y, width, height }) => [x, y, x + width, y + height];
  return [...document.querySelectorAll("svg path")].map((path) => edges(path.getBBox()));
}"""


# The shapes of each class, as points.
SHAPES = """() => {
  const found = {};
  for (const path of document.querySelectorAll("svg path")) {
    (found[path.getAttribute("class")] ??= []).push(points(path));
  }
  return found;
  function points(path) {
    const steps = Math.ceil(path.getTotalLength() * 2);
    return Array.from({ length: steps + 1 }, (_, step) => {
      const { x, y } = path.getPointAtLength((path.getTotalLength() * step) / steps);
      return [x, y];
    });
  }
}"""
Shapes = Callable[[str], dict[str, list[Polygon]]]


@pytest.fixture
def shapes(chromium: Browser) -> Shapes:
    """Return what gives a mark's shapes by their class."""

    def measure(mark: str) -> dict[str, list[Polygon]]:
        with chromium.new_page() as page:
            page.set_content((FOLDER / f"{mark}.svg").read_text(encoding="utf-8"))
            found = page.evaluate(SHAPES)
        return {name: [Polygon(points).buffer(0) for points in outlines] for name, outlines in found.items()}

    return measure


@pytest.mark.parametrize("mark", MARKS, ids=lambda file: file.stem)
def test_a_mark_is_light(mark: Path) -> None:
    assert mark.stat().st_size <= MAX_BYTES


@pytest.mark.parametrize("mark", MARKS, ids=lambda file: file.stem)
def test_a_mark_stays_in_its_box(chromium: Browser, mark: Path) -> None:
    with chromium.new_page() as page:
        page.set_content(f"<style>{style()}</style>{mark.read_text(encoding='utf-8')}")
        boxes = page.evaluate(BOXES)
    assert boxes and all(0 <= edge <= 48 for box in boxes for edge in box)


@pytest.mark.parametrize("mark", MARKS, ids=lambda file: file.stem)
def test_what_is_wrong_is_red_and_a_sleeper_or_a_second_operation_is_not(chromium: Browser, mark: Path) -> None:
    with chromium.new_page() as page:
        page.set_content(f"<style>{style()}</style>{mark.read_text(encoding='utf-8')}")
        red = page.evaluate(COLORED, ["--fig-focus", "--fig-focus-line"])
    assert bool(red) == (mark.stem not in ("anesthesia", "more-surgery"))


def test_a_drop_of_spinal_fluid_is_not_red() -> None:
    red = re.findall(r'class="mark-fill"', (FOLDER / "spinal-fluid-leak.svg").read_text(encoding="utf-8"))
    assert not red


def test_a_damaged_nerve_is_frayed_but_whole_and_its_foot_hangs(shapes: Shapes) -> None:
    damage = shapes("nerve-damage")
    nerve, (leg,) = damage["nerve"][0], damage["skin"]
    assert nerve.geom_type == "Polygon"  # one piece; the loose threads hang on it
    assert len(damage["nerve"]) == 2 and damage["nerve"][1].distance(nerve) == 0
    widths = {y: nerve.intersection(LineString([(0, y), (48, y)])).length for y in (5, 15, 25)}
    assert 0.4 * widths[5] < widths[15] < 0.7 * widths[5] and widths[15] < widths[25] * 1.1
    heel = max(point[1] for point in leg.exterior.coords if point[0] > 30)
    assert leg.bounds[3] > heel + 5  # the toes are far below the heel


def test_a_clot_plugs_a_vein_with_no_arrow_in_it(shapes: Shapes) -> None:
    clots = shapes("blood-clots")
    (clot,), (vein,), (leg,) = clots["mark-fill"], clots["disk"], clots["skin"]
    assert "mark-line" not in clots and "arrow" not in clots
    across = LineString([(0, clot.centroid.y), (48, clot.centroid.y)])
    assert clot.intersection(across).length > 0.9 * vein.intersection(across).length
    calf, ankle = (leg.intersection(LineString([(0, y), (48, y)])).length for y in (15, 33))
    assert calf > 1.6 * ankle


def test_skin_varies_in_tone() -> None:
    tones = re.findall(r'class="(tone-\d)"', "".join(mark.read_text(encoding="utf-8") for mark in MARKS))
    assert len(set(tones)) >= 3


def test_each_mark_belongs_to_a_risk(content: Content) -> None:
    assert {mark.stem for mark in MARKS} == set(content.pictures.marks)
