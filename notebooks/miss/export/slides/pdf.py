"""The slides as PDF: a page for each, with a bookmark."""

import io

from ...extras import extra
from .stage_page import StagePage

with extra("print", "Making slides"):
    from pypdf import PdfReader, PdfWriter

    from ..pdf_tags import add_metadata


def as_pdf(stages: StagePage) -> bytes:
    """Return the slides of a session as PDF, each after its last press."""
    titles = stages.show_deck()
    pdf = stages.page.pdf(prefer_css_page_size=True, print_background=True, tagged=True)
    return add_metadata(_with_bookmarks(pdf, titles), {}, titles)


def _with_bookmarks(pdf: bytes, titles: list[str]) -> bytes:
    reader = PdfReader(io.BytesIO(pdf))
    writer = PdfWriter(clone_from=reader)
    writer.pdf_header = reader.pdf_header  # pypdf's default is a version without tags
    for number, title in enumerate(titles):
        writer.add_outline_item(title=title, page_number=number)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()
