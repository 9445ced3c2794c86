"""An empty presentation in the look of the course: 16:9, with the course's colors as those of its theme."""

from collections.abc import Mapping
from typing import Any

from ...extras import extra
from .shapes import STAGE_HEIGHT, STAGE_WIDTH

with extra("print", "Making slides"):
    import pptx
    from pptx.enum.dml import MSO_THEME_COLOR
    from pptx.opc.constants import RELATIONSHIP_TYPE
    from pptx.opc.oxml import serialize_part_xml
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import qn
    from pptx.oxml.xmlchemy import OxmlElement
    from pptx.presentation import Presentation
    from pptx.util import Emu

EMU_PER_PIXEL = 9525
# Which color of the course stands at which place of a theme: of its file, and of PowerPoint's list.
THEME = {
    "ink": ("dk1", MSO_THEME_COLOR.TEXT_1),
    "paper": ("lt1", MSO_THEME_COLOR.BACKGROUND_1),
    "soft": ("dk2", MSO_THEME_COLOR.TEXT_2),
    "plate": ("lt2", MSO_THEME_COLOR.BACKGROUND_2),
    "teal": ("accent1", MSO_THEME_COLOR.ACCENT_1),
    "coral": ("accent2", MSO_THEME_COLOR.ACCENT_2),
    "amber": ("accent3", MSO_THEME_COLOR.ACCENT_3),
    "leaf": ("accent4", MSO_THEME_COLOR.ACCENT_4),
    "alarm": ("accent5", MSO_THEME_COLOR.ACCENT_5),
    "edge": ("accent6", MSO_THEME_COLOR.ACCENT_6),
}
LAYOUTS = {"body": "Title and Content", "": "Title Only"}  # by the role of what stands below the title
TITLE_SIZE, BODY_SIZES = 3600, (2700, 2600, *7 * [2400])  # hundredths of a point, by level


def new_presentation(colors: Mapping[str, str], language: str) -> Presentation:
    """Return a presentation without slides.

    Args:
        colors: the colors of the course by name, such as ``14272b``.
        language: the language of what is written, such as ``en-US``.
    """
    presentation = pptx.Presentation()
    widen = STAGE_WIDTH * EMU_PER_PIXEL / int(presentation.slide_width or 1)
    presentation.slide_width, presentation.slide_height = (Emu(n * EMU_PER_PIXEL) for n in (STAGE_WIDTH, STAGE_HEIGHT))
    for layout in presentation.slide_layouts:
        if layout.name not in LAYOUTS.values():
            presentation.slide_layouts.remove(layout)
    for page in (presentation.slide_master, *presentation.slide_layouts):
        _widen(page, widen)
    _set_sizes(presentation.slide_master.element)
    _set_colors(presentation, colors)
    for run in presentation.slide_master.element.iter(qn("a:rPr"), qn("a:endParaRPr")):
        run.set("lang", language)
    return presentation


def _widen(page: Any, factor: float) -> None:
    """Move the placeholders of a page that was 4:3 to where they are on a wider one."""
    for shape in page.placeholders:
        if shape.element.spPr.find(qn("a:xfrm")) is not None:
            shape.left, shape.width = Emu(int(shape.left * factor)), Emu(int(shape.width * factor))


def _set_sizes(master: Any) -> None:
    """Let titles begin at the left, in bold, and let no level of a list be too small for the back row."""
    [title] = master.iter(qn("p:titleStyle"))
    title[0].set("algn", "l")
    for font in title.iter(qn("a:defRPr")):
        font.set("sz", str(TITLE_SIZE))
        font.set("b", "1")
    [body] = master.iter(qn("p:bodyStyle"))
    for font, size in zip(body.iter(qn("a:defRPr")), BODY_SIZES, strict=True):
        font.set("sz", str(size))


def _set_colors(presentation: Presentation, colors: Mapping[str, str]) -> None:
    part = presentation.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme = parse_xml(part.blob)
    for name, (place, _) in THEME.items():
        [slot] = theme.iter(qn(f"a:{place}"))
        slot[:] = [OxmlElement("a:srgbClr")]
        slot[0].set("val", colors[name])
    part.blob = serialize_part_xml(theme)
