"""Accessibility data that Chromium leaves out of a PDF: the texts of links, and XMP metadata.

The files do not claim PDF/UA conformance: Chromium does not tag what is printed in the page margins.
"""

import io
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


def add_metadata(pdf: bytes, links: dict[str, str]) -> bytes:
    """Return the PDF with the text of each link (``/Contents``) and with XMP metadata.

    Args:
        pdf: the file as Chromium printed it, with a title and a language.
        links: the text of each link, by its URL; ``#id`` for a link within the file.
    """
    reader = PdfReader(io.BytesIO(pdf))
    writer = PdfWriter(clone_from=reader)
    writer.pdf_header = reader.pdf_header  # pypdf's default is a version without tags
    for page in writer.pages:
        for annotation in page.get("/Annots", []):
            _set_text(annotation.get_object(), links)
    writer.xmp_metadata = _xmp(writer)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


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
