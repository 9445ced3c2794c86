"""A drawing looks on a page as its source does: nothing that can be seen is minified away."""

import io
from collections.abc import Iterator
from math import ceil
from pathlib import Path

import pytest
from miss.render import figures
from miss.schema.content import Content
from PIL import Image, ImageChops
from playwright.sync_api import Browser, Page

from tests.support.items import placed_cases

from .gallery import still, style

GRID = """
:root { color-scheme: light dark }
body { margin: 0; display: grid; grid-template-columns: repeat(7, 240px); grid-auto-rows: 280px }
.figure { width: 240px; height: 280px }
.figure.face { width: 104px; height: 104px } /* twice the size that a page shows */
"""
MAX_DIFFERENCE = 40  # of 255, in any channel of any pixel: a line's edge is rounded to a hundredth of a unit


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    with chromium.new_page(viewport={"width": 1680, "height": 1680}, reduced_motion="reduce") as page:
        yield page


def screenshot(page: Page, content: Content) -> Image.Image:
    """Show every state of every figure, every mark, and every face of a case."""
    shown = [still(content, figure, state) for figure in content.pictures.figures for state in figure.states]
    shown += [figures.render_mark(mark, content) for mark in content.pictures.marks]
    faces = [case.patient.face for _, case in placed_cases(content)]
    shown += [figures.render_face(face, "", content) for face in faces]
    assert faces
    page.set_viewport_size({"width": 1680, "height": 280 * ceil(len(shown) / 7)})
    page.set_content(f"<style>{style()}{GRID}</style>" + "".join(shown))
    return Image.open(io.BytesIO(page.screenshot())).convert("RGB")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_pixel_changes(page: Page, content: Content, scheme: str, monkeypatch: pytest.MonkeyPatch) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    shipped = screenshot(page, content)
    monkeypatch.setattr(figures, "read_svg", lambda file: Path(file).read_text(encoding="utf-8"))
    source = screenshot(page, content)
    extremes = ImageChops.difference(shipped, source).getextrema()
    assert len(source.getcolors(10**6) or []) > 500  # something is shown
    assert max(high for _, high in extremes) <= MAX_DIFFERENCE  # type: ignore[misc]
