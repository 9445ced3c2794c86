"""What a phone's camera would read: QR codes in a window, and in a terminal."""

import io
import re

import zxingcpp
from PIL import Image
from playwright.sync_api import Page, expect

SCALE = 8  # pixels to a square
BLOCKS = {" ": (0, 0), "▀": (255, 0), "▄": (0, 255), "█": (255, 255)}  # upper and lower half


def read(image: Image.Image) -> list[str]:
    """Read the codes of a picture, from top to bottom."""
    found = sorted(zxingcpp.read_barcodes(image), key=lambda each: each.position.top_left.y)
    return [each.text for each in found]


def read_window(page: Page, name: str) -> str:
    """Wait for the picture of this name, then look at the window as a phone would."""
    image = page.locator(".code img:visible")
    expect(image).to_have_attribute("src", re.compile(rf"^codes/{re.escape(name)}\.svg\?"))
    image.evaluate("image => image.decode()")
    image.scroll_into_view_if_needed()
    (text,) = read(Image.open(io.BytesIO(page.screenshot())))
    expect(page.locator(".code a:visible")).to_have_text(text)
    return text


def read_terminal(printed: str) -> list[str]:
    """Light squares are printed, dark ones are left out: as on a dark terminal."""
    lines = [line for line in printed.splitlines() if line and set(line) <= set(BLOCKS)]
    drawn = Image.new("L", (max(map(len, lines)), 2 * len(lines)))
    for row, line in enumerate(lines):
        for column, block in enumerate(line):
            for half in (0, 1):
                drawn.putpixel((column, 2 * row + half), BLOCKS[block][half])
    return read(drawn.resize((drawn.width * SCALE, drawn.height * SCALE), Image.Resampling.NEAREST))
