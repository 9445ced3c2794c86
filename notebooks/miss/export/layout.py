"""What all sheets of a course have in common: the size of the paper, and where the course stands."""

from typing import NamedTuple

from babel.core import get_global

PAPERS = {"a4": "A4", "letter": "Letter"}  # by their names in CSS and on the command line
# Where printers are loaded with Letter, as the Unicode CLDR lists it; A4 is usual everywhere else.
LETTER_TERRITORIES = {"BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"}


class Layout(NamedTuple):
    """The layout of the sheets.

    ``paper`` is one of PAPERS; without it, a course has the one that is usual for its language. ``address`` is the URL
    at which the course stands, with a slash at its end; without it, the sheets have no link and no QR code.
    """

    paper: str | None = None
    address: str | None = None

    def paper_for(self, language: str) -> str:
        """Return the size of the paper, for a course in this language."""
        return self.paper or usual_paper(language)


AS_USUAL = Layout()


def usual_paper(language: str) -> str:
    """Return the paper that is usual where a language is spoken most, or in the territory that its tag names."""
    tag = language.replace("-", "_")
    territory = get_global("likely_subtags").get(tag, tag).rpartition("_")[2]
    return "letter" if territory in LETTER_TERRITORIES else "a4"
