"""The icons' pictures are what ``icon.svg`` gives today: the course's own, and the plain ones of a new course."""

import io
from pathlib import Path

import pytest
from miss import Course
from miss.errors import ContentError
from miss.export.icon_drawing import draw_icons, render_icon
from miss.web.icons import ICONS, Icon
from PIL import Image, ImageChops, ImageDraw, ImageStat
from playwright.sync_api import Browser

from tests.conftest import ROOT

FOLDERS = {"course": ROOT / "assets", "package": ROOT / "notebooks" / "miss" / "web"}
CLOSE = 2  # of 255 on average: another Chromium smooths an edge in another way


def opened(picture: bytes) -> Image.Image:
    return Image.open(io.BytesIO(picture)).convert("RGBA")


def apart(one: Image.Image, other: Image.Image) -> float:
    return max(ImageStat.Stat(ImageChops.difference(one, other)).mean)


@pytest.mark.parametrize("folder", FOLDERS.values(), ids=FOLDERS)
def test_icons_are_what_the_svg_gives(chromium: Browser, folder: Path) -> None:
    svg = (folder / "icon.svg").read_text(encoding="utf-8")
    other = svg.replace("#fbf7ee", "#000000")
    with chromium.new_context() as context:
        page = context.new_page()
        for icon in ICONS:
            stored = opened((folder / "icons" / icon.name).read_bytes())
            assert stored.size == (icon.pixels, icon.pixels), icon.name
            assert apart(stored, opened(render_icon(page, svg, icon))) < CLOSE, f"{icon.name} is old: make icons"
            assert apart(stored, opened(render_icon(page, other, icon))) > CLOSE, "another drawing would not be noticed"
            assert_ground(stored, icon)


@pytest.mark.parametrize("damaged", [b"<svg><path", b"\xff"])
def test_an_icon_that_cannot_be_read_is_reported_and_none_is_drawn(words: Path, damaged: bytes) -> None:
    assets = words.parents[1] / "assets"
    assets.unlink()
    assets.mkdir()
    (assets / "icon.svg").write_bytes(damaged)
    with pytest.raises(ContentError, match=r"icon\.svg:1: "):
        draw_icons(Course(words.parents[1]))
    assert not (assets / "icons").exists()


def assert_ground(stored: Image.Image, icon: Icon) -> None:
    """What a phone cuts to its own shape reaches into every corner; the others keep their own."""
    corner, edge = (stored.getpixel((at, 0)) for at in (0, icon.pixels // 2))
    assert (corner[3] == 255) == icon.opaque, icon.name  # type: ignore[index]
    assert edge[3] == 255, icon.name  # type: ignore[index]


@pytest.mark.parametrize("folder", FOLDERS.values(), ids=FOLDERS)
def test_nothing_of_a_maskable_icon_is_cut_off(folder: Path) -> None:
    """Of a maskable icon a circle is safe that takes eight tenths of it; outside of it there is ground only."""
    stored = opened((folder / "icons" / "icon-maskable-512.png").read_bytes()).convert("RGB")
    ground = Image.new("RGB", stored.size, stored.getpixel((0, 0)))
    other = ImageChops.difference(stored, ground).convert("L").point(lambda value: 255 * (value > CLOSE))
    ImageDraw.Draw(other).ellipse((51, 51, 461, 461), fill=0)
    assert other.getbbox() is None
