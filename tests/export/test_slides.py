"""What is read of the stage, as PowerPoint's shapes: read back by python-pptx."""

import io
from pathlib import Path
from typing import Any

import pptx
import pytest
from miss.cli import main
from miss.export.slides.powerpoint import as_pptx
from miss.export.slides.shapes import Shape, SlideShapes
from miss.export.slides.template import THEME
from PIL import Image
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.oxml.ns import qn
from pptx.util import Inches

from tests.conftest import COURSE

COLORS = {name: f"rgb({place}, 20, 30)" for place, name in enumerate(THEME)}
PLAIN = {"bold": False, "underlined": False, "color": COLORS["ink"], "size": 36}


def paragraph(*texts: str, list: str = "", start: int = 1, **look: Any) -> dict[str, Any]:
    runs = [PLAIN | look | {"text": text} for text in texts]
    return {"runs": runs, "list": list, "start": start, "before": 12, "indent": 0, "leading": 1.18}


def shape(kind: str, *paragraphs: dict[str, Any], **own: Any) -> Shape:
    box = {"x": 64, "y": 100, "width": 640, "height": 200}
    bare = {
        "color": COLORS["ink"],
        "fill": "rgba(0, 0, 0, 0)",
        "edge": "",
        "edgeWidth": 0,
        "size": 36,
        "padding": [0, 0],
    }
    flags = {
        "round": False,
        "middle": False,
        "centered": False,
        "role": "",
        "alt": "",
        "shot": 1,
        "points": [],
        "rows": [],
    }
    return Shape.model_validate(bare | flags | {"kind": kind, "box": box, "paragraphs": paragraphs} | own)


def shoot(number: int) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (20, 10), (number, 0, 0)).save(file, "PNG")
    return file.getvalue()


def read(*shapes: Shape, notes: str = "") -> Any:
    slide = SlideShapes(shapes=list(shapes), notes=notes)
    return pptx.Presentation(io.BytesIO(as_pptx(COURSE.content, [slide], COLORS, shoot)))


def only_slide(*shapes: Shape, notes: str = "") -> Any:
    [slide] = read(*shapes, notes=notes).slides
    return slide


TITLE = shape("text", paragraph("What may", " help"), role="title")


def test_it_is_wide_and_in_the_colors_of_the_course() -> None:
    made = read(TITLE)
    assert (made.slide_width, made.slide_height) == (Inches(40 / 3), Inches(7.5))
    [theme] = [part for part in made.slide_master.part.package.iter_parts() if part.partname.endswith("theme1.xml")]
    assert all(f"{place:02X}141E".encode() in theme.blob for place in range(len(THEME)))
    assert made.core_properties.title == COURSE.content.course.title
    assert made.core_properties.language == "en-US"
    sizes = [int(font.get("sz")) for font in made.slide_master._element.xpath("p:txStyles/p:bodyStyle//a:defRPr")]
    assert len(sizes) == 9 and min(sizes) >= 2400


def test_title_and_list_are_placeholders_that_an_outline_has() -> None:
    answers = [paragraph("One", list="letter"), paragraph("Two", list="letter", start=2)]
    steps = paragraph("Three", list="number", start=3)
    listed = shape("text", *answers, steps, paragraph("Four", list="disc"), paragraph("Why"), role="body")
    slide = only_slide(TITLE, listed)
    assert slide.slide_layout.name == "Title and Content"
    assert slide.shapes.title.text_frame.text == "What may help"
    body = slide.placeholders[1]
    assert [each.text for each in body.text_frame.paragraphs] == ["One", "Two", "Three", "Four", "Why"]
    marks = [each._p.pPr[-1] for each in body.text_frame.paragraphs]
    assert [mark.get("type") for mark in marks] == ["alphaUcPeriod", "alphaUcPeriod", "arabicPeriod", None, None]
    assert [mark.get("startAt") for mark in marks] == ["1", "2", "3", None, None]
    assert (marks[3].get("char"), marks[4].tag) == ("•", qn("a:buNone"))


def test_a_slide_without_a_list_has_no_empty_placeholder() -> None:
    slide = only_slide(TITLE, shape("text", paragraph("A fact")))
    assert slide.slide_layout.name == "Title Only"
    assert [each.text_frame.text for each in slide.shapes] == ["What may help", "A fact"]


def test_shapes_keep_the_order_in_which_they_are_read() -> None:
    facts = [shape("text", paragraph(name)) for name in ("First", "Second")]
    listed = shape("text", paragraph("Between", list="disc"), role="body")
    slide = only_slide(TITLE, facts[0], listed, facts[1])
    assert [each.text_frame.text for each in slide.shapes] == ["What may help", "First", "Between", "Second"]


def test_text_is_in_the_language_and_in_colors_that_follow_the_theme() -> None:
    strange = paragraph("strange", color="rgb(1, 2, 3)", bold=True, underlined=True)
    slide = only_slide(TITLE, shape("text", paragraph("Call", color=COLORS["alarm"]), strange))
    [[call], [other]] = [each.runs for each in slide.shapes[1].text_frame.paragraphs]
    assert call._r.rPr.get("lang") == "en-US" and call.font.size.pt == 28
    assert call.font.color.theme_color == MSO_THEME_COLOR.ACCENT_5
    assert str(other.font.color.rgb) == "010203" and other.font.bold and other.font.underline


def test_the_end_of_a_line_is_no_paragraph() -> None:
    [said] = only_slide(shape("text", paragraph("“Will I?”", "\n", "Which?"), role="title")).shapes
    assert said.text_frame.text == "“Will I?”\vWhich?"


def test_a_picture_says_what_it_shows_or_that_it_shows_nothing() -> None:
    shown = shape("picture", alt="The belly is to the left.", shot=7)
    line = shape("line", points=[[1, 2], [3, 4], [5, 6]], edge=COLORS["ink"], edgeWidth=3)
    slide = only_slide(
        TITLE, shown, shape("picture", round=True), line, shape("ring"), shape("bar", fill=COLORS["teal"])
    )
    _, picture, lens, *drawn = slide.shapes
    assert picture.shape_type == MSO_SHAPE_TYPE.PICTURE and Image.open(io.BytesIO(picture.image.blob)).mode == "P"
    described = [each._element.xpath(".//p:cNvPr")[0] for each in (picture, lens, *drawn)]
    assert described[0].get("descr") == "The belly is to the left."
    assert [each.get("descr") for each in described[1:]] == [""] * 5
    decorative = [b"decorative" in each.xml.encode() for each in described]
    assert decorative == [False, True, True, True, True, True]
    assert lens.auto_shape_type is not None and not slide.element.findall(f".//{qn('p:style')}")


def test_a_card_keeps_its_words_from_its_edge() -> None:
    card = shape("card", paragraph("Call"), fill=COLORS["paper"], edge=COLORS["amber"], edgeWidth=3, padding=[10, 20])
    [_, made] = only_slide(TITLE, card).shapes
    assert made.fill.fore_color.theme_color == MSO_THEME_COLOR.BACKGROUND_1
    assert made.line.fill.fore_color.theme_color == MSO_THEME_COLOR.ACCENT_3
    assert made.text_frame.margin_left == 2 * made.text_frame.margin_top > 0


def test_a_table_stays_a_table() -> None:
    [_, made] = only_slide(TITLE, shape("table", rows=[["Time", "Pulse"], ["8:00", "72"]])).shapes
    assert [[cell.text for cell in row.cells] for row in made.table.rows] == [["Time", "Pulse"], ["8:00", "72"]]


def test_what_is_said_is_in_the_notes() -> None:
    slide = only_slide(TITLE, notes="Say this.\n\n• Then that.")
    assert slide.notes_slide.notes_text_frame.text == "Say this.\n\n• Then that."
    assert not only_slide(TITLE).has_notes_slide


@pytest.mark.parametrize(
    ("option", "why"),
    [("--minutes=50", "invalid choice: 50"), ("--address=school", "is not the web address of a folder")],
)
def test_an_option_that_cannot_be_is_refused(
    option: str, why: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        status = main(["slides", str(tmp_path / "made"), f"--course={COURSE.folder}", option])
    except SystemExit as ended:
        status = ended.code  # type: ignore[assignment]
    assert status and why in capsys.readouterr().err
    assert not (tmp_path / "made").exists()


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.pptx").touch()
    assert main(["slides", str(tmp_path), f"--course={COURSE.folder}"]) == 1
    assert "holds other files, such as mine.pptx" in capsys.readouterr().err
