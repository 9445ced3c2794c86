"""The typeface, Atkinson Hyperlegible Next: its file, and the rules that make it known to a page.

The file is the Latin subset of the variable font, as Google Fonts and Fontsource publish it, under the SIL Open Font
License 1.1 (``fonts/OFL.txt``).
"""

import base64
from pathlib import Path

from ..loading.yaml_file import read_text

FONT = Path(__file__).parent / "fonts" / "atkinson-hyperlegible-next.woff2"
FONT_MEDIA_TYPE = "font/woff2"
FALLBACK = Path(__file__).parent / "font_fallback.css"

# `optional`: a page is shown in the typeface or in its fallback from the start, and never changes under its reader.
FONT_FACE = (
    '@font-face {{ font-family: "Atkinson Hyperlegible Next"; font-weight: 200 800; font-display: {display}; '
    'src: url("{url}") format("woff2"); }}\n'
)


def font_styles(url: str) -> str:
    """Return the rules for the typeface and its fallback.

    Args:
        url: the URL of the font's file, relative to the style sheet or page that has the rules.
    """
    return FONT_FACE.format(url=url, display="optional") + read_text(FALLBACK)


def embedded_font_styles() -> str:
    """Return the same rules with the font inside, for a document that no server delivers, such as one to be printed."""
    data = base64.b64encode(FONT.read_bytes()).decode()
    return FONT_FACE.format(url=f"data:{FONT_MEDIA_TYPE};base64,{data}", display="block") + read_text(FALLBACK)
