"""Style sheets: in cascade layers on pages, plain in JupyterLab; each primitive and each kind of rule has its place."""

import re
from pathlib import Path

import pytest
from miss import Course
from miss.errors import ContentError
from miss.export.handouts import render_handout
from miss.presenter.script import _data
from miss.render.styles import LAYERS
from miss.schema.content import Content
from miss.schema.interaction import interactions
from miss.web.assets import course_css
from miss.widgets.base import element_css

from tests.conftest import COURSE, ROOT

MISS = ROOT / "notebooks" / "miss"
FILES = [*MISS.rglob("*.css"), *(ROOT / "assets" / "illustrations").glob("*.css")]
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")


def text_of(file: Path) -> str:
    return COMMENT.sub("", file.read_text(encoding="utf-8"))


def files_with(pattern: str) -> set[str]:
    """The files that have a rule whose declarations match, each named by its path in its folder of styles."""
    assert len(FILES) > 30
    return {
        str(file.relative_to(ROOT)).removeprefix("notebooks/miss/")
        for file in FILES
        if any(re.search(pattern, " ".join(body.split())) for _, body in RULE.findall(text_of(file)))
    }


def top_level(style: str) -> list[str]:
    """What stands at the top level of a style sheet: the names of its at-rules, and the start of its other rules."""
    outside, depth = "", 0
    for character in COMMENT.sub("", style):
        depth -= character == "}"
        outside += character if depth == 0 else ""
        depth += character == "{"
    return [part.split()[0] for part in re.split(r"[{};]", outside) if part.strip()]


def test_every_rule_of_a_page_is_in_a_layer() -> None:
    style = course_css(COURSE)
    assert style.startswith(f"@layer {', '.join(LAYERS)};")
    assert {*top_level(style)} == {"@layer"}
    assert {*re.findall(r"^@layer (\w+) \{", style, re.MULTILINE)} == {*LAYERS} - {"presenter", "sheets"}


def test_presenter_and_sheets_come_after_all_other_layers(content: Content) -> None:
    assert LAYERS[-2:] == ("presenter", "sheets")
    style = _data(content)["style"]
    assert {*top_level(style)} == {"@layer"} and "@layer presenter {\n.trainer-note {" in style
    sheet = render_handout(COURSE).html.partition("</style>")[0]
    assert "@layer sheets {\n.paper .kind {" in sheet


def test_jupyterlab_gets_no_layers() -> None:
    """Its own rules are in no layer, and would override layered ones."""
    for interaction in interactions().values():
        style = element_css(interaction, COURSE)
        assert "@layer" not in style and "\n.lesson {" in style


def test_comments_are_not_sent() -> None:
    assert not re.search(r"^ */\*", course_css(COURSE), re.MULTILINE)


@pytest.fixture
def figures_css(words: Path) -> Path:
    """A style sheet of a course's illustrations."""
    file = words.parents[1] / "assets" / "illustrations" / "figures.css"
    (words.parents[1] / "assets").unlink()
    file.parent.mkdir(parents=True)
    return file


@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_a_rule_after_a_comment_on_its_line_is_kept(words: Path, figures_css: Path, line_break: str) -> None:
    lines = ["/* one */ .a {}", ".b {}", "/* two", "lines */", ".c {}", ""]
    figures_css.write_bytes(line_break.join(lines).encode("utf-8-sig"))
    style = course_css(Course(words.parents[1]))
    assert "@layer pictures {\n/* one */ .a {}\n.b {}\n.c {}" in style


def test_a_style_sheet_that_cannot_be_read_is_reported(words: Path, figures_css: Path) -> None:
    figures_css.write_bytes("/* é */".encode("latin-1"))
    with pytest.raises(ContentError, match=r"figures\.css:1: expected UTF-8"):
        course_css(Course(words.parents[1]))


def test_importance_is_for_resets() -> None:
    assert files_with("!important") == {"render/reset.css", "assets/illustrations/figures.css"}
    drawings = text_of(ROOT / "assets" / "illustrations" / "figures.css")
    motion = [selector for selector, body in RULE.findall(drawings) if "!important" in body]
    declared = {"".join(body.split()) for _, body in RULE.findall(drawings) if "!important" in body}
    assert len(motion) == 2 and declared == {"transition:none!important;animation:none!important;"}


def test_print_rules_are_in_the_files_of_that_name() -> None:
    """The layer is joined as one ``@media print``."""
    assert not [file for file in FILES if re.search(r"@media[^{]*\bprint\b", text_of(file))]
    style = course_css(COURSE)
    assert style.count("@media print {") == 1
    printed = COMMENT.sub("", style.partition("@media print {")[2])
    first_rules = [RULE.search(text_of(file)) for file in FILES if file.name == "print.css"]
    assert len(first_rules) > 5
    assert all(rule and rule.group(2).strip() in printed for rule in first_rules)


@pytest.mark.parametrize(
    ("declarations", "others"),
    [
        (r"font: inherit;.*min-height: 44px", set()),  # a button
        (r"background: none;.*text-decoration: underline", set()),  # a button that looks like a link
        (
            r"(?=.*border: 1px solid var\(--line\))(?=.*border-radius: var)(?=.*background: var\(--raised\))",
            set(),
        ),  # a card
        (r"outline: 3px solid var\(--teal\); outline-offset: 3px", set()),  # the focus ring
        # there, at some widths only
        (r"clip: rect", {"web/styles/header.css", "web/styles/moments.css", "widgets/labels.css"}),
    ],
)
def test_primitives_are_written_once(declarations: str, others: set[str]) -> None:
    assert files_with(declarations) == {"render/primitives.css"} | others


def test_style_sheets_are_of_a_size_to_read() -> None:
    lengths = {str(file): len(file.read_text(encoding="utf-8").splitlines()) for file in MISS.rglob("*.css")}
    assert not {name: length for name, length in lengths.items() if length > 250}
