"""Accessibility data that Chromium leaves out of a PDF: the texts of links, whole bookmarks, and XMP metadata.

The files do not claim PDF/UA conformance: Chromium does not tag what is printed in the page margins.
"""

import io
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from xml.sax.saxutils import escape

from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, TextStringObject

XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt>
<rdf:li xml:lang="x-default">{title}</rdf:li><rdf:li xml:lang="{language}">{title}</rdf:li>
</rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{created}</xmp:CreateDate>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def add_metadata(pdf: bytes, links: dict[str, str], headings: list[str]) -> bytes:
    """Return the PDF with the text of each link (``/Contents``), with XMP metadata, and with whole bookmarks.

    Args:
        pdf: the file as Chromium printed it, with a title and a language.
        links: the text of each link, by its URL; ``#id`` for a link within the file.
        headings: the text of each heading, in order: Chromium makes a bookmark of each, and joins words at line ends.
    """
    reader = PdfReader(io.BytesIO(pdf))
    writer = PdfWriter(clone_from=reader)
    writer.pdf_header = reader.pdf_header  # pypdf's default is a version without tags
    for page in writer.pages:
        for annotation in page.get("/Annots", []):
            _set_text(annotation.get_object(), links)
    for bookmark, heading in zip(_bookmarks(writer), headings, strict=True):
        bookmark[NameObject("/Title")] = TextStringObject(heading)
    writer.xmp_metadata = _xmp(writer)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def _bookmarks(writer: PdfWriter) -> list[Any]:
    """Return every bookmark, each before those below it."""
    return list(_below(writer.root_object.get("/Outlines", {})))


def _below(parent: Any) -> Iterator[Any]:
    part = parent.get("/First")
    while part is not None:
        yield (bookmark := part.get_object())
        yield from _below(bookmark)
        part = bookmark.get("/Next")


def _set_text(annotation: Any, links: dict[str, str]) -> None:
    """Set the text of a link annotation; a link that wraps has one annotation for each line."""
    if annotation["/Subtype"] == "/Link":
        url = annotation["/A"]["/URI"] if "/A" in annotation else "#" + annotation["/Dest"].removeprefix("/")
        annotation[NameObject("/Contents")] = TextStringObject(links.get(url, url))


def _xmp(writer: PdfWriter) -> bytes:
    """Return the document information and language as XMP."""
    info: Any = writer.metadata
    created = info.creation_date or datetime.now().astimezone()
    title, language = escape(info.title), escape(str(writer.root_object["/Lang"]))
    return XMP.format(title=title, language=language, created=created.isoformat(timespec="seconds")).encode()
