"""Print HTML to PDF by Chromium, with tags, an outline, and the page's title and language."""

import io
from pathlib import Path
from typing import NamedTuple

from ..errors import CommandError, counted
from ..extras import extra
from ..files.write import locked_folder, write_atomically

with extra("print", "Printing"):
    from playwright.sync_api import Page, sync_playwright
    from pypdf import PdfReader

    from .chromium import find_or_install
    from .pdf_tags import add_metadata

# The text of every link, by its URL as Chromium writes it into a PDF.
LINKS = """() => Object.fromEntries(Array.from(document.links, (link) =>
  [link.hash && link.pathname === location.pathname ? decodeURI(link.hash) : link.href, link.innerText.trim()]))"""
HEADINGS = """() => [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((each) =>
  each.innerText.replace(/\\s+/g, " ").trim())"""
SIZES = ("10pt", "9.5pt", "9pt", "8.5pt", "8pt")  # font sizes to try; smaller ones are not legible


class Sheet(NamedTuple):
    """A sheet to print: its file name, its HTML, and the number of pages that it has to fit, if that is fixed."""

    name: str
    html: str
    pages: int | None = None


def print_sheets(sheets: list[Sheet], folder: Path) -> list[Path]:
    """Print each sheet to a PDF of its name.

    Raises:
        CommandError: a sheet does not fit on its pages; no file is written then.
        WriteError: a file could not be written and is unchanged.
    """
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_or_install())
        page = browser.new_page(reduced_motion="reduce", color_scheme="light")  # no half-finished animation on paper
        pdfs = {folder / f"{sheet.name}.pdf": _print(page, sheet) for sheet in sheets}
        browser.close()
    with locked_folder(folder):
        for file, pdf in pdfs.items():
            write_atomically(file, pdf)
    return list(pdfs)


def _print(page: Page, sheet: Sheet) -> bytes:
    """Print one sheet, in the largest font size that fits its number of pages."""
    page.set_content(sheet.html)
    for size in SIZES:
        page.evaluate("size => { document.documentElement.style.fontSize = size; }", size)
        pdf = page.pdf(prefer_css_page_size=True, print_background=True, tagged=True, outline=True)
        if sheet.pages in (None, len(PdfReader(io.BytesIO(pdf)).pages)):
            return add_metadata(pdf, page.evaluate(LINKS), page.evaluate(HEADINGS))
    raise CommandError(
        f"{sheet.name}.pdf does not fit on {counted(sheet.pages or 0, 'page')} even in small print. Shorten its texts: "
        "names, recaps and signs that are red flags."
    )
