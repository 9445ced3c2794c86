"""Writes paragraphs into a shape of PowerPoint."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ...extras import extra
from ...internals.pptx import paragraph_properties, set_language
from .shapes import Paragraph, Run, Shape

with extra("print", "Making slides"):
    from pptx.dml.color import RGBColor
    from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
    from pptx.oxml.xmlchemy import OxmlElement
    from pptx.util import Emu, Pt

    from .template import EMU_PER_PIXEL, THEME

# PowerPoint's Calibri is narrower than the course's typeface, so that it may be a little larger.
POINTS_PER_PIXEL = 0.75
LARGER = 1.05
LINE_OF_CALIBRI = 1.22  # the height of its lines, as a share of that of its letters
INDENT = 1.4  # between the mark of a paragraph and its words, as a share of its letters
NUMBERING = {"letter": "alphaUcPeriod", "number": "arabicPeriod"}


def hex_color(color: str) -> str:
    """Return a color of a style as PowerPoint writes it; nothing if it is transparent.

    >>> hex_color("rgb(20, 39, 43)"), hex_color("rgba(0, 0, 0, 0)"), hex_color("none")
    ('14272B', '', '')
    """
    parts = [float(part) for part in re.findall(r"[\d.]+", color)] if color.startswith("rgb") else []
    if not parts or parts[3:] == [0]:
        return ""
    return "".join(f"{round(part):02X}" for part in parts[:3])


@dataclass(frozen=True)
class Writer:
    """Writes in the colors of the theme, by what they are, and in a language."""

    names: Mapping[str, str]
    language: str

    def write(self, frame: Any, shape: Shape) -> None:
        """Write the paragraphs of a shape into a text frame."""
        frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
        frame.vertical_anchor = MSO_ANCHOR.MIDDLE if shape.middle else MSO_ANCHOR.TOP
        block, inline = (Emu(int(padding * EMU_PER_PIXEL)) for padding in shape.padding)
        frame.margin_top, frame.margin_bottom, frame.margin_left, frame.margin_right = block, block, inline, inline
        for number, each in enumerate(shape.paragraphs):
            paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
            paragraph.alignment = PP_ALIGN.CENTER if shape.centered else PP_ALIGN.LEFT
            paragraph.line_spacing = round(each.leading / (LARGER * LINE_OF_CALIBRI), 2)
            paragraph.space_before = Pt(round(each.before * POINTS_PER_PIXEL))
            self.mark(paragraph, each)
            for run in each.runs:
                self.run(paragraph, run)

    def run(self, paragraph: Any, run: Run) -> None:
        """Add text that looks the same throughout, or the end of a line."""
        if run.text == "\n":
            paragraph.add_line_break()
            return
        added = paragraph.add_run()
        added.text, added.font.bold = run.text, run.bold
        added.font.size = Pt(int(run.size * POINTS_PER_PIXEL * LARGER))
        added.font.underline = run.underlined or None
        set_language(added, self.language)
        self.color(added.font.color, run.color)

    def color(self, target: Any, color: str) -> None:
        """Set a color: that of the theme if it is one of the course's, so that it changes with the theme."""
        name = self.names.get(hex_color(color))
        if name:
            target.theme_color = THEME[name][1]
        elif hex_color(color):
            target.rgb = RGBColor.from_string(hex_color(color))

    def write_plain(self, frame: Any, words: str) -> None:
        """Write plain text, in lines."""
        frame.text = words
        for run in (run for paragraph in frame.paragraphs for run in paragraph.runs):
            set_language(run, self.language)

    def write_cell(self, frame: Any, words: str, shape: Shape) -> None:
        """Write the words of a cell of a table, as large as those above the table."""
        run = Run(text=words, bold=False, underlined=False, color=shape.color, size=shape.size)
        self.run(frame.paragraphs[0], run)

    @staticmethod
    def mark(paragraph: Any, each: Paragraph) -> None:
        """Mark a paragraph by its letter, its number or a disc, or by nothing."""
        properties = paragraph_properties(paragraph)
        indent = each.runs[0].size * INDENT if each.list else 0
        properties.set("marL", str(int((indent or each.indent) * EMU_PER_PIXEL)))
        properties.set("indent", str(int(-indent * EMU_PER_PIXEL)))
        mark = OxmlElement("a:buAutoNum" if each.list in NUMBERING else "a:buChar" if each.list else "a:buNone")
        if each.list in NUMBERING:
            mark.set("type", NUMBERING[each.list])
            mark.set("startAt", str(each.start))
        elif each.list:
            mark.set("char", "•")
        properties.append(mark)
