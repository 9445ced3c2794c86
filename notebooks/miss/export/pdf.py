"""HTML to PDF: Chromium prints it, with tags, an outline and the page's own title and language."""

import io
from pathlib import Path
from typing import NamedTuple

from ..errors import CommandError
from ..extras import extra
from ..files.write import write_whole, writing_in

with extra("print", "Printing"):
    from playwright.sync_api import Page, sync_playwright
    from pypdf import PdfReader

    from .chromium import find_or_install
    from .pdf_tags import described

# The words of every link, by its address as Chromium writes it into a PDF.
LINKS = """() => Object.fromEntries(Array.from(document.links, (link) =>
  [link.hash && link.pathname === location.pathname ? decodeURI(link.hash) : link.href, link.innerText.trim()]))"""
SIZES = ("10pt", "9.5pt", "9pt", "8.5pt", "8pt")  # below, a sheet is no longer read


class Print(NamedTuple):
    """What is to be printed; ``pages`` is how many it has to be, where that is given."""

    name: str
    html: str
    pages: int | None = None


def print_all(prints: list[Print], folder: Path) -> list[Path]:
    """Print each to a PDF of its name.

    Raises:
        CommandError: something does not fit on the pages that it has; nothing is then written.
        WriteError: a file could not be written, and is as it was.
    """
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_or_install())
        page = browser.new_page(reduced_motion="reduce", color_scheme="light")  # no movement half done on paper
        made = {folder / f"{sheet.name}.pdf": _printed(page, sheet) for sheet in prints}
        browser.close()
    with writing_in(folder):
        for file, pdf in made.items():
            write_whole(file, pdf)
    return list(made)


def _printed(page: Page, sheet: Print) -> bytes:
    """Print one; where it must fit on some pages, in the largest letters that do."""
    page.set_content(sheet.html)
    for size in SIZES:
        page.evaluate("size => { document.documentElement.style.fontSize = size; }", size)
        pdf = page.pdf(prefer_css_page_size=True, print_background=True, tagged=True, outline=True)
        if sheet.pages in (None, len(PdfReader(io.BytesIO(pdf)).pages)):
            return described(pdf, page.evaluate(LINKS))
    raise CommandError(
        f"{sheet.name}.pdf does not fit on {sheet.pages} A4 even in small letters. Shorten what stands on it: "
        "names, recaps and signs that are red flags."
    )
