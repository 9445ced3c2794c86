"""The labels of every state of every figure of a page, measured in the browser."""

import itertools
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Page

MEASURE = (Path(__file__).parent / "labels.js").read_text(encoding="utf-8").rstrip().removesuffix(";")
# What stands in for the typeface: as wide as Verdana, and as wide as Arial, which Windows and macOS have.
FALLBACKS = ("DejaVu Sans", "Liberation Sans")
SET_FONT = """font => {
  window.fallback ??= document.head.appendChild(document.createElement("style"));
  window.fallback.textContent = `* { font-family: "${font}" !important }`;
}"""
WIDTHS = (320, 360, 768, 1280, 1920)
NORMAL, LARGE = "112.5%", "225%"  # the size of text, and twice it


class Setting(NamedTuple):
    """How wide the window is, how large its text, and in which font."""

    width: int
    text: str
    font: str


ALL = [Setting(*each) for each in itertools.product(WIDTHS, (NORMAL, LARGE), FALLBACKS)]
SOME = [ALL[index] for index in (0, 5, 6, 8, 12, 15, 17)]


def faults(page: Page, setting: Setting) -> list[str]:
    """Say which labels meet one another, leave the picture, are hidden by what lies on it, or are too small."""
    page.evaluate("text => document.documentElement.style.fontSize = text", setting.text)
    page.evaluate(SET_FONT, setting.font)
    page.set_viewport_size({"width": setting.width + 1, "height": 900})  # lengths in the new size of text are seen
    page.set_viewport_size({"width": setting.width, "height": 900})
    found: list[str] = page.evaluate(MEASURE, setting.font)
    return found
