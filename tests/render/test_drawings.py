"""The drawings: sources that a person can edit, and what pages carry of them."""

import re
import shutil
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from miss import Course
from miss.errors import ContentError
from miss.render import drawings
from miss.render.drawings import read_svg
from miss.render.figures import render_figure
from miss.schema.content import Content
from miss.web.assets import static_files

from tests.conftest import COURSE, ROOT

ICONS = [ROOT / "assets" / "icon.svg", ROOT / "notebooks" / "miss" / "web" / "icon.svg"]
SOURCES = [*sorted((ROOT / "assets" / "illustrations").rglob("*.svg")), *ICONS]
SVG = "{http://www.w3.org/2000/svg}"
TOY = '<svg xmlns="http://www.w3.org/2000/svg"{}>\n  <!-- A part -->\n  {}\n</svg>\n'


def name(source: Path) -> str:
    return f"{source.parent.name}/{source.stem}"


def parse(text: str) -> ET.Element:
    return ET.fromstring(text)  # noqa: S314  our own


def is_named(group: ET.Element) -> bool:
    return bool(group.get("id") or group.get("data-part") or group.get("class", "layer") != "layer")


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which minified drawings are kept: none is there, nor in this process."""
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(tmp_path / "runtime"))
    drawings._minified.cache_clear()
    return tmp_path / "runtime" / "minified-svg"


def minified(folder: Path, text: str) -> str:
    file = folder / "toy.svg"
    file.write_text(text, encoding="utf-8")
    return read_svg(file)


def test_all_drawings_are_found() -> None:
    drawn = {f"illustrations/{each}" for each in ("side", "behind", "section", "canal")}
    assert {*drawn, "marks/infection", "faces/mr-k", "faces/mrs-t"} < {*map(name, SOURCES)}


@pytest.mark.parametrize("source", SOURCES, ids=name)
def test_a_source_has_short_lines_and_one_element_on_each(source: Path) -> None:
    lines = source.read_text(encoding="utf-8").splitlines()
    assert not [number for number, line in enumerate(lines, 1) if len(line) > 200 or len(re.findall(r"<\w", line)) > 1]


@pytest.mark.parametrize("source", SOURCES, ids=name)
def test_a_source_has_comments_and_each_group_a_name(source: Path) -> None:
    """A name is an id, the part that a label points at, or the class that style sheets move it by."""
    text = source.read_text(encoding="utf-8")
    elements = list(parse(text).iter())
    unnamed = [element.attrib for element in elements if element.tag == f"{SVG}g" and not is_named(element)]
    assert "<!--" in text and not unnamed
    ids = [element.get("id") for element in elements if element.get("id")]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("source", SOURCES, ids=name)
def test_pages_carry_the_same_elements_without_comments_names_or_line_breaks(source: Path) -> None:
    text = source.read_text(encoding="utf-8")
    shipped = read_svg(source)
    assert "<!--" not in shipped and "\n" not in shipped and not re.search(r"> | id=|  ", shipped)
    assert len(shipped) < len(text)
    kept = [
        [
            (element.tag, {name: value for name, value in element.attrib.items() if name not in ("id", "d")})
            for element in parse(each).iter()
        ]
        for each in (re.sub(r"\s+", " ", text), shipped)
    ]
    assert kept[0] == kept[1]


def test_what_style_sheets_and_scripts_may_use_is_kept(tmp_path: Path) -> None:
    parts = (
        '<title>Bones</title><style>.a{fill:var(--ink)}</style><defs><linearGradient id="used"/><symbol id="s"/></defs>'
        '<g class="layer" data-show="a b"/><g><path class="sp" fill="url(#used)" d="M 0 0 h 0"/></g><use href="#s"/>'
        '<g class="label" data-part="disk"><text/></g>'
    )
    assert minified(tmp_path, TOY.format(' aria-label="a"', parts)) == (
        '<svg xmlns="http://www.w3.org/2000/svg" aria-label="a"><title>Bones</title><style>.a{fill:var(--ink)}</style>'
        '<defs><linearGradient id="used"/><symbol id="s"/></defs><g class="layer" data-show="a b"/>'
        '<g><path class="sp" fill="url(#used)" d="M0 0h0"/></g><use href="#s"/>'
        '<g class="label" data-part="disk"><text/></g></svg>'
    )


def test_ids_that_nothing_refers_to_are_left_out(tmp_path: Path) -> None:
    assert " id=" not in minified(tmp_path, TOY.format("", '<g id="left-pedicle"><path d="M0 0h1"/></g>'))


def test_ids_of_names_and_descriptions_are_kept(tmp_path: Path) -> None:
    parts = '<title id="t">Bones</title><desc id="d">Of the back</desc><g id="free"/>'
    shipped = minified(tmp_path, TOY.format(' aria-labelledby="t d"', parts))
    assert '<title id="t">' in shipped and '<desc id="d">' in shipped and "free" not in shipped


def test_of_two_moves_in_a_row_both_are_kept(tmp_path: Path) -> None:
    assert "5 5" in minified(tmp_path, TOY.format("", '<path d="M 5 5 m -2 0 h 4"/>'))


def test_another_process_reads_what_the_first_one_minified(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    toy = TOY.format("", "<circle/>")
    first = minified(tmp_path, toy)
    assert [file.read_text(encoding="utf-8") for file in kept.iterdir()] == [first]
    drawings._minified.cache_clear()
    monkeypatch.delattr(drawings, "_minify")
    assert minified(tmp_path, toy) == first
    monkeypatch.setattr(drawings, "version", lambda _: "another")
    drawings._minified.cache_clear()
    with pytest.raises(NameError, match="_minify"):
        minified(tmp_path, toy)


@pytest.mark.parametrize("damaged", [b"", b"<svg><circle/", b"\xff\xfe"])
def test_a_damaged_file_is_replaced(kept: Path, tmp_path: Path, damaged: bytes) -> None:
    toy = TOY.format("", "<circle/>")
    first = minified(tmp_path, toy)
    [file] = kept.iterdir()
    file.write_bytes(damaged)
    drawings._minified.cache_clear()
    assert minified(tmp_path, toy) == file.read_text(encoding="utf-8") == first


def test_a_folder_that_cannot_be_written_is_done_without(kept: Path, tmp_path: Path) -> None:
    kept.parent.write_text("a file")
    assert minified(tmp_path, TOY.format("", "<circle/>")).endswith("<circle/></svg>")


def test_a_drawing_that_is_saved_is_shown_anew(tmp_path: Path) -> None:
    first, second = (minified(tmp_path, TOY.format("", f'<circle r="{radius}"/>')) for radius in (1, 2))
    assert 'r="1"' in first and 'r="2"' in second


@pytest.fixture
def side(words: Path) -> Path:
    """A drawing of a copy of the course, to be broken."""
    assets = words.parents[1] / "assets"
    assets.unlink()
    shutil.copytree(ROOT / "assets" / "illustrations", assets / "illustrations")
    return assets / "illustrations" / "side.svg"


@pytest.mark.parametrize(
    ("pattern", "new", "message"),
    [
        (
            b"<svg",
            b"<!-- \xe9 --><svg",
            "expected UTF-8, found another encoding; save the file with the encoding UTF-8",
        ),
        (b"viewBox", b"viewbox", "expected a viewBox of four numbers; give <svg> one, as in viewBox="),
        (rb"<text[^>]*/>", b"", "has no <text>; add an empty one where its name belongs"),
    ],
)
def test_a_drawing_that_cannot_be_used_is_reported(
    words: Path, side: Path, pattern: bytes, new: bytes, message: str
) -> None:
    side.write_bytes(re.sub(pattern, new, side.read_bytes()))
    content = Course(words.parents[1]).content
    with pytest.raises(ContentError) as raised:
        render_figure(content.figures("conditions")[0], content)
    assert "side.svg:" in str(raised.value) and message in str(raised.value)


def test_a_view_box_may_have_commas(words: Path, side: Path) -> None:
    content = Course(words.parents[1]).content
    figure = content.figures("conditions")[0]
    before = render_figure(figure, content).aspect_ratio
    text = side.read_text(encoding="utf-8")
    side.write_text(re.sub(r'(?<=viewBox=")[^"]*', lambda box: box.group().replace(" ", ", "), text), encoding="utf-8")
    assert render_figure(figure, content).aspect_ratio == before


def test_an_invalid_drawing_is_reported_with_file_and_line(words: Path, side: Path) -> None:
    file = side
    lines = file.read_text(encoding="utf-8").splitlines()
    number = next(number for number, line in enumerate(lines, 1) if "</g>" in line)
    lines[number - 1] = "</h>"
    file.write_text("\n".join(lines), encoding="utf-8")
    content = Course(words.parents[1]).content
    with pytest.raises(ContentError) as raised:
        render_figure(content.figures("conditions")[0], content)
    message = f"side.svg:{number}: invalid SVG: mismatched tag; correct what stands here or before."
    assert str(raised.value).endswith(message)


def test_the_icon_is_served_minified() -> None:
    assert static_files(COURSE)["icon.svg"][0] == read_svg(ICONS[0])


def test_every_layer_is_on_or_off_whatever_else_it_is(content: Content) -> None:
    for figure in content.pictures.figures:
        for svg in render_figure(figure, content).svgs:
            layers = [each for each in parse(svg).iter() if "layer" in each.get("class", "").split()]
            assert layers
            for layer in layers:
                on = "on" in layer.get("class", "").split()
                assert on != ("off" in layer.get("class", "").split())
                assert layer.get("visibility") == ("visible" if on else "hidden")


def test_every_class_of_a_drawing_has_a_style() -> None:
    """Or moves by a style or a script: what has no style is not drawn."""
    folder = ROOT / "assets" / "illustrations"
    styles = "\n".join(file.read_text(encoding="utf-8") for file in folder.glob("*.css"))
    styled = {*re.findall(r"\.([a-z][\w-]*)", styles), "label", "number", "name", "touch"}
    for source in folder.rglob("*.svg"):
        shapes = [each for each in parse(source.read_text(encoding="utf-8")).iter() if not each.tag.endswith("}g")]
        used = {name for shape in shapes for name in shape.get("class", "").split()}
        assert not used - styled, source.name
