"""The undocumented behaviour of python-pptx that is used."""

from typing import Any

import pptx
import pytest
from miss.internals.pptx import paragraph_properties, set_language
from pptx.oxml.ns import qn


@pytest.fixture
def paragraph() -> Any:
    presentation = pptx.Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[0])
    return slide.shapes.add_textbox(0, 0, 0, 0).text_frame.paragraphs[0]


def test_paragraph_properties(paragraph: Any) -> None:
    properties = paragraph_properties(paragraph)
    assert properties.tag == qn("a:pPr")
    paragraph.level = 2
    assert properties.get("lvl") == "2"


def test_set_language(paragraph: Any) -> None:
    run = paragraph.add_run()
    set_language(run, "eo-001")
    [properties] = paragraph_properties(paragraph).getparent().iter(qn("a:rPr"))
    assert properties.get("lang") == "eo-001"
