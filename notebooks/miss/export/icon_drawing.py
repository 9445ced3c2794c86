"""`miss icons`: render the course's ``icon.svg`` as the PNG and ICO files that browsers and home screens request."""

import struct
from pathlib import Path

from ..course import Course
from ..errors import CommandError
from ..extras import extra
from ..render.drawings import read_svg
from ..render.styles import THEME_COLOR
from ..web.icons import ICONS, Icon, icon_folder, icon_path

with extra("print", "Drawing icons"):
    from playwright.sync_api import Page, sync_playwright

    from .chromium import find_or_install


def render_icon(page: Page, svg: str, wanted: Icon) -> bytes:
    """Render one icon, and return the bytes of its file."""
    background = f"background: {THEME_COLOR};" if wanted.opaque else ""
    page.set_viewport_size({"width": wanted.pixels, "height": wanted.pixels})
    page.set_content(
        f"<style>body {{ margin: 0; height: 100vh; display: grid; place-items: center; {background} }}"
        f"svg {{ display: block; width: {wanted.scale * 100}%; }}</style>{svg}"
    )
    png = page.screenshot(omit_background=True)
    return as_ico(png, wanted.pixels) if wanted.name.endswith(".ico") else png


def as_ico(png: bytes, pixels: int) -> bytes:
    """Wrap a PNG in an ICO file: the header for one image, its directory entry, and the PNG."""
    header = struct.pack("<HHH", 0, 1, 1)
    entry = struct.pack("<BBBBHHII", pixels, pixels, 0, 0, 1, 32, len(png), len(header) + 16)
    return header + entry + png


def draw_icons(course: Course) -> list[Path]:
    """Render every icon into the folder of the course's ``icon.svg``; existing ones are replaced.

    Raises:
        CommandError: the course has no icon of its own.
        ContentError: it cannot be read; the icons stay as they are.
    """
    source, folder = icon_path(course), icon_folder(course)
    if not source.is_relative_to(course.folder):
        raise CommandError(
            f"There is no {course.assets / 'icon.svg'}, so nothing is drawn. Put the course's icon there."
        )
    svg = read_svg(source)
    with sync_playwright() as playwright, playwright.chromium.launch(executable_path=find_or_install()) as browser:
        page = browser.new_page()
        images = {folder / wanted.name: render_icon(page, svg, wanted) for wanted in ICONS}
    folder.mkdir(parents=True, exist_ok=True)
    for file, image in images.items():
        file.write_bytes(image)
    return list(images)
