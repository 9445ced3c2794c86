"""PDFs, read back: their bookmarks, and how their pages look."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2
from PIL import Image
from pypdf import PdfReader

INK = 200  # a gray value that is seen on white paper
MM = 72 / 25.4


class Bookmark(NamedTuple):
    """A bookmark: how deep it is in the tree, its text, its page, and how far above the foot of the page it leads."""

    level: int
    title: str
    page: int
    height_mm: float


def bookmarks(pdf: PdfReader) -> list[Bookmark]:
    return list(_bookmarks(pdf, pdf.outline, 0))


def _bookmarks(pdf: PdfReader, entries: list[Any], level: int) -> Iterator[Bookmark]:
    for entry in entries:
        if isinstance(entry, list):
            yield from _bookmarks(pdf, entry, level + 1)
        else:
            page = pdf.get_destination_page_number(entry)
            yield Bookmark(level, entry.title, page or 0, float(entry.top or 0) / MM)


def pictures(
    file: Path, dpi: int, numbers: Sequence[int] = (), crop: tuple[float, float, float, float] = (0, 0, 0, 0)
) -> Iterator[Image.Image]:
    """Render some pages in gray, or all; without what is cropped at the left, foot, right and head, in mm."""
    edges = tuple(edge * MM for edge in crop)
    with pypdfium2.PdfDocument(file) as pdf:
        for number in numbers or range(len(pdf)):
            yield pdf[number].render(scale=dpi / 72, crop=edges, grayscale=True).to_pil()


def fullness(page: Image.Image, height_mm: float, head_mm: float, foot_mm: float) -> float:
    """Return how much of a page is printed on: the share of bands of about 5 mm that have ink, between the margins."""
    per_mm = page.height / height_mm
    shown = page.crop((0, round(head_mm * per_mm), page.width, page.height - round(foot_mm * per_mm)))
    band = round(5 * per_mm)
    bands = [shown.crop((0, top, shown.width, top + band)) for top in range(0, shown.height - band + 1, band)]
    return sum(each.getextrema()[0] < INK for each in bands) / len(bands)
