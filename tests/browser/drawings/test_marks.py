"""The risks' marks: small enough for every page, and what their colors say."""

import re
from pathlib import Path

import pytest
from miss.schema.content import Content
from playwright.sync_api import Browser

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


def test_skin_varies_in_tone() -> None:
    tones = re.findall(r'class="(tone-\d)"', "".join(mark.read_text(encoding="utf-8") for mark in MARKS))
    assert len(set(tones)) >= 3


def test_each_mark_belongs_to_a_risk(content: Content) -> None:
    assert {mark.stem for mark in MARKS} == set(content.pictures.marks)
