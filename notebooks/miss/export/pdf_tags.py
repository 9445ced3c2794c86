"""What Chromium leaves out of a PDF for those who do not see it: what its links say, and its description as XMP.

The files make no claim to PDF/UA: Chromium leaves what stands in the margins of a page without a tag.
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
<xmp:CreateDate>{made}</xmp:CreateDate>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def described(pdf: bytes, links: dict[str, str]) -> bytes:
    """Say in a PDF what each of its links leads to, and what it is itself.

    Args:
        pdf: the file as Chromium printed it, with a title and a language.
        links: the words of each link, by its address; ``#id`` for one within the file.
    """
    reader = PdfReader(io.BytesIO(pdf))
    writer = PdfWriter(clone_from=reader)
    writer.pdf_header = reader.pdf_header  # or it would name a version that knows no tags
    for page in writer.pages:
        for annotation in page.get("/Annots", []):
            _say(annotation.get_object(), links)
    writer.xmp_metadata = _xmp(writer)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def _say(annotation: Any, links: dict[str, str]) -> None:
    """Write the words of a link into it; one that goes on in the next line is two."""
    if annotation["/Subtype"] == "/Link":
        address = annotation["/A"]["/URI"] if "/A" in annotation else "#" + annotation["/Dest"].removeprefix("/")
        annotation[NameObject("/Contents")] = TextStringObject(links.get(address, address))


def _xmp(writer: PdfWriter) -> bytes:
    """Say in XMP what Chromium wrote into the older places for it."""
    info: Any = writer.metadata
    made = info.creation_date or datetime.now().astimezone()
    title, language = escape(info.title), escape(str(writer.root_object["/Lang"]))
    return XMP.format(title=title, language=language, made=made.isoformat(timespec="seconds")).encode()
