"""Slides for PowerPoint, made of shapes: the title and a list are placeholders, what else is written is a text box."""

import io
from collections.abc import Callable, Mapping
from typing import Any

from babel.core import get_global

from ...extras import extra
from ...schema.content import Content
from .drawing import Drawing
from .shapes import SlideShapes

with extra("print", "Making slides"):
    from .template import LAYOUTS, new_presentation
    from .text import Writer, hex_color

Shoot = Callable[[int], bytes]


def as_pptx(content: Content, slides: list[SlideShapes], colors: Mapping[str, str], shoot: Shoot) -> bytes:
    """Return a presentation.

    Args:
        content: the content of the course.
        slides: what stands on each slide.
        colors: the colors of the course, by name.
        shoot: returns a picture, by its number.
    """
    language = _with_region(content.course.language)
    hexes = {name: hex_color(color) for name, color in colors.items()}
    presentation = new_presentation(hexes, language)
    presentation.core_properties.title = presentation.core_properties.subject = content.course.title
    presentation.core_properties.author = presentation.core_properties.keywords = ""
    presentation.core_properties.comments = content.course.notice
    presentation.core_properties.language = language
    layouts = {role: presentation.slide_layouts.get_by_name(name) for role, name in LAYOUTS.items()}
    drawing = Drawing(Writer({value: name for name, value in hexes.items()}, language), shoot)
    for slide in slides:
        roles = {shape.role for shape in slide.shapes}
        _fill(presentation.slides.add_slide(layouts["body" if "body" in roles else ""]), slide, drawing)
    file = io.BytesIO()
    presentation.save(file)
    return file.getvalue()


def _fill(made: Any, slide: SlideShapes, drawing: Drawing) -> None:
    """Put the shapes on a slide, in the order in which they are read, and what is said of it into its notes."""
    for shape in slide.shapes:
        for each in drawing.draw(made, shape):
            made.shapes.element.append(each.element)  # to the end: placeholders were there before
    if slide.notes:
        drawing.writer.write_plain(made.notes_slide.notes_text_frame, slide.notes)


def _with_region(language: str) -> str:
    """Return a language with the region of most who write it: PowerPoint checks the spelling of no other."""
    likely = get_global("likely_subtags").get(language, "").split("_")
    return f"{language}-{likely[-1]}" if len(likely) == 3 else language
