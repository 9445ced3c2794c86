"""Draws shapes on a slide of PowerPoint."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from ...extras import extra
from .shapes import STAGE_WIDTH, Box, Shape
from .text import Writer, hex_color

with extra("print", "Making slides"):
    from PIL import Image
    from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import qn
    from pptx.util import Emu

    from .template import EMU_PER_PIXEL

SLACK = 8  # pixels by which a text box is wider than its words, for another typeface
CORNER = 12  # pixels of the radius of a card's corners
DECORATIVE = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative val="1" '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"/></a:ext></a:extLst>'
)


@dataclass(frozen=True)
class Drawing:
    """Draws with a writer; ``shoot`` returns a picture, by its number."""

    writer: Writer
    shoot: Callable[[int], bytes]

    def draw(self, slide: Any, shape: Shape) -> list[Any]:
        """Draw a shape on a slide, and return the shapes of PowerPoint that it is made of."""
        return getattr(self, f"_{shape.kind}")(slide, shape)

    def _text(self, slide: Any, shape: Shape) -> list[Any]:
        if shape.role == "title":
            added = slide.shapes.title
        elif shape.role == "body":
            added = slide.placeholders[1]
        else:
            added = slide.shapes.add_textbox(0, 0, 0, 0)
        added.left, added.top, added.width, added.height = _emu(_wider(shape.box))
        self.writer.write(added.text_frame, shape)
        return [added]

    def _card(self, slide: Any, shape: Shape) -> list[Any]:
        """Draw a text box with an edge or a ground."""
        added = slide.shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, *_emu(shape.box))
        added.adjustments[0] = CORNER / min(shape.box.width, shape.box.height)
        self._paint(added, shape)
        self.writer.write(added.text_frame, shape)
        return [added]

    def _picture(self, slide: Any, shape: Shape) -> list[Any]:
        left, top, width, height = _emu(shape.box)
        added = slide.shapes.add_picture(_small(self.shoot(shape.shot)), left, top, width, height)
        if shape.round:
            added.auto_shape_type = MSO_SHAPE.OVAL
        self._edge(added.line, shape)
        _describe(added, shape.alt)
        return [added]

    def _bar(self, slide: Any, shape: Shape) -> list[Any]:
        added = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *_emu(shape.box))
        self._paint(added, shape)
        _describe(added, "")
        return [added]

    def _ring(self, slide: Any, shape: Shape) -> list[Any]:
        added = slide.shapes.add_shape(MSO_SHAPE.OVAL, *_emu(shape.box))
        self._paint(added, shape)
        _describe(added, "")
        return [added]

    def _line(self, slide: Any, shape: Shape) -> list[Any]:
        """Draw a line, or one for each part of it."""
        added = []
        for ends in pairwise(shape.points):
            begin, end = ([Emu(int(number * EMU_PER_PIXEL)) for number in point] for point in ends)
            line = slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *begin, *end)
            _unstyle(line)
            self._edge(line.line, shape)
            _describe(line, "")
            added.append(line)
        return added

    def _table(self, slide: Any, shape: Shape) -> list[Any]:
        columns = max(map(len, shape.rows))
        added = slide.shapes.add_table(len(shape.rows), columns, *_emu(shape.box))
        for row, cells in zip(added.table.rows, shape.rows, strict=True):
            for cell, words in zip(row.cells, cells, strict=False):
                self.writer.write_cell(cell.text_frame, words, shape)
        return [added]

    def _paint(self, added: Any, shape: Shape) -> None:
        _unstyle(added)
        if hex_color(shape.fill):
            added.fill.solid()
            self.writer.color(added.fill.fore_color, shape.fill)
        else:
            added.fill.background()
        self._edge(added.line, shape)

    def _edge(self, line: Any, shape: Shape) -> None:
        if not hex_color(shape.edge):
            line.fill.background()
            return
        line.width = Emu(int(shape.edgeWidth * EMU_PER_PIXEL))
        line.fill.solid()
        self.writer.color(line.fill.fore_color, shape.edge)


def _unstyle(added: Any) -> None:
    """Remove the style of the theme, which has a shadow."""
    added.element.remove(added.element.find(qn("p:style")))


def _small(png: bytes) -> io.BytesIO:
    """Return a drawing with a palette, which is a third as large and looks the same."""
    file = io.BytesIO()
    Image.open(io.BytesIO(png)).convert("RGB").quantize().save(file, "PNG", optimize=True)
    return file


def _emu(box: Box) -> tuple[Emu, Emu, Emu, Emu]:
    left, top, width, height = (Emu(int(each * EMU_PER_PIXEL)) for each in (box.x, box.y, box.width, box.height))
    return left, top, width, height


def _wider(box: Box) -> Box:
    return box.model_copy(update={"width": min(box.width + SLACK, STAGE_WIDTH - box.x)})


def _describe(added: Any, alt: str) -> None:
    """Say what a shape shows, or that it shows nothing."""
    properties = added.element.xpath(".//p:cNvPr")[0]
    properties.set("descr", alt)
    if not alt:
        properties.append(parse_xml(DECORATIVE))
