"""The sheets on both sizes of paper: how many pages, how full, with which link, and legible in gray."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from miss.export.handouts import render_sheets, sheet_names
from miss.export.layout import Layout
from miss.schema.content import Content
from miss.schema.placed import only_asks
from miss.schema.text import plain
from miss.schema.trainer import SESSIONS
from playwright.sync_api import Browser
from pypdf import PdfReader

from tests.conftest import COURSE
from tests.support.printed import bookmarks, fullness, pictures

from .codes import read
from .other_course import make_window_box, miss
from .test_paper import miss_handouts, squeezed

ADDRESS = "https://school.example/course/"
HEIGHT = {"a4": 297.0, "letter": 279.4}
WIDTH = {"a4": 210.0, "letter": 215.9}
HEAD, FOOT = 12, 25  # the margins, in mm
MAX_PAGES = 12
# Of each text on its own background, the contrast of the two as grays: the luminance of WCAG 2.2.
GRAYS = """() => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const gray = (color) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((each) => each / 255)
      .map((each) => (each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const background = (element) => {
    const color = element ? getComputedStyle(element).backgroundColor : "#fff";
    return /, 0\\)$/.test(color) ? background(element.parentElement) : color;
  };
  const written = [...document.querySelectorAll("main :not(svg, svg *)")].filter((each) =>
    each.checkVisibility() && [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
  return written.map((each) => {
    const [light, dark] = [gray(getComputedStyle(each).color), gray(background(each))].sort((a, b) => b - a);
    return [each.textContent.trim().slice(0, 40), (light + 0.05) / (dark + 0.05)];
  });
}"""


class Printed:
    """Every sheet on one size of paper."""

    def __init__(self, paper: str, folder: Path) -> None:
        self.paper, self.folder = paper, folder
        ran = miss_handouts(folder, f"--paper={paper}", f"--address={ADDRESS}")
        assert ran.returncode == 0, ran.stderr
        self.pdfs = {file.stem: PdfReader(file) for file in folder.iterdir()}

    def fullness(self, name: str) -> list[float]:
        """How full each page of a sheet is."""
        shown = pictures(self.folder / f"{name}.pdf", 50)
        return [fullness(page, HEIGHT[self.paper], HEAD, FOOT) for page in shown]


@pytest.fixture(scope="module", params=["a4", "letter"])
def printed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Printed:
    return Printed(request.param, tmp_path_factory.mktemp("paper") / request.param)


def test_every_page_has_the_size_of_the_paper(printed: Printed) -> None:
    assert set(printed.pdfs) == set(sheet_names())
    boxes = [page.mediabox for pdf in printed.pdfs.values() for page in pdf.pages]
    sizes = {(round(box.width * 25.4 / 72), round(box.height * 25.4 / 72)) for box in boxes}
    assert sizes == {(round(WIDTH[printed.paper]), round(HEIGHT[printed.paper]))}


def test_handout_and_summary_are_short(printed: Printed) -> None:
    assert 8 < len(printed.pdfs["handout"].pages) <= MAX_PAGES
    assert len(printed.pdfs["summary"].pages) == 1
    assert len(printed.pdfs["session-plan"].pages) == len(SESSIONS)


def test_pages_of_the_handout_are_full(printed: Printed) -> None:
    *pages, _last = printed.fullness("handout")
    assert min(pages) >= 0.6, pages


def test_no_heading_of_the_handout_stands_at_the_foot_of_a_page(printed: Printed) -> None:
    """Below each, there is room for more than its own line."""
    found = bookmarks(printed.pdfs["handout"])
    assert len(found) > 40 and not [each for each in found if each.height_mm < FOOT + 12]


def test_nothing_in_the_handout_is_split_between_pages(printed: Printed, content: Content) -> None:
    pages = [squeezed(page.extract_text()) for page in printed.pdfs["handout"].pages]
    for risk in content.records["risks"]:
        texts = [risk.name, *(each.text for each in (*risk.patient, *risk.signs, *risk.lower))]
        assert any(all(squeezed(text) in page for text in texts) for page in pages), risk.id
    for stem in ("conditions", "operations"):
        for entry in content.records[stem]:
            texts = [entry.name, *(each.text for each in (*entry.patient, *entry.signs))]
            assert any(all(squeezed(text) in page for text in texts) for page in pages), entry.id


def test_the_handout_says_the_core(printed: Printed, content: Content) -> None:
    shown = squeezed("".join(page.extract_text() for page in printed.pdfs["handout"].pages))
    taught = [section for section in content.sections if not only_asks(section)]
    texts = [
        *(objective.text for objective in content.course.objectives),
        *(each.text for section in taught for each in (section.lead, *section.recap)),
        *(each.text for section in taught for topic in section.topics for each in topic.body),
        *(each.text for section in content.sections for each in section.recap),
        *(f"{step.name}" for step in content.records["procedure"].steps),
        *(each.text for step in content.records["procedure"].steps for each in step.patient),
        *(each for _, tier in content.course.urgency for each in (tier.name, tier.ward, tier.home, tier.meanwhile)),
        *(sign.whom or sign.meanwhile or sign.text for risk in content.records["risks"] for sign in risk.signs),
    ]
    assert len(texts) > 90 and not [text for text in texts if squeezed(text) not in shown]
    noted = [note.text for entry in content.records["conditions"] for note in entry.nursing if note.urgency]
    assert len(noted) == 2 and all(squeezed(text) in shown for text in noted), "a red flag in a note is left out"


def test_numbers_in_a_picture_are_those_beside_it(printed: Printed, content: Content) -> None:
    shown = squeezed(printed.pdfs["handout"].pages[0].extract_text())
    names = [part.name for part in content.drawing("section").parts]
    assert squeezed(f"{names.index('Tubular retractor') + 1}Tubular retractor") in shown


def test_every_page_has_the_link_and_its_code(printed: Printed) -> None:
    """All pages of a sheet have the same margins: of the long ones, the first and the last are read."""
    corner = (0, 0, WIDTH[printed.paper] - 40, HEIGHT[printed.paper] - FOOT)
    for name, pdf in printed.pdfs.items():
        numbers = range(len(pdf.pages)) if len(pdf.pages) <= MAX_PAGES else (0, len(pdf.pages) - 1)
        assert all(squeezed(ADDRESS) in squeezed(pdf.pages[number].extract_text()) for number in numbers), name
        codes = pictures(printed.folder / f"{name}.pdf", 150, numbers, corner)
        assert [read(code) for code in codes] == [[ADDRESS]] * len(numbers), name


@pytest.mark.parametrize("name", ["exercises", "answers"])
def test_each_question_has_a_bookmark(printed: Printed, content: Content, name: str) -> None:
    first, *found = bookmarks(printed.pdfs[name])
    assert first.level == 0 and {each.level for each in found} == {1}
    stems = [f"{number}. {plain(item.stem)}" for number, item in enumerate(content.records["quiz"], 1)]
    assert len(found) == len(stems)
    assert all(each.title.endswith(stem.partition(". ")[2]) for each, stem in zip(found, stems, strict=True))
    assert all(each.title.startswith(f"{number}. ") for number, each in enumerate(found, 1))


def test_questions_of_a_case_stand_below_its_stops(printed: Printed, content: Content) -> None:
    found = [each for each in bookmarks(printed.pdfs["case_answers"]) if each.level == 3]
    cases = [content.records[stem] for stem in ("case", "mrs-t")]
    assert len(found) == sum(len(stop.items) for case in cases for stop in case.stops)


def test_each_section_and_entry_of_the_handout_has_a_bookmark(printed: Printed, content: Content) -> None:
    titles = [each.title for each in bookmarks(printed.pdfs["handout"])]
    taught = [section for section in content.sections if not only_asks(section)]
    names = [f"{number} {section.title}" for number, section in enumerate(taught, 1)]
    names += [topic.title for section in taught for topic in section.topics]
    names += [entry.name for stem in ("conditions", "operations", "risks") for entry in content.records[stem]]
    assert not [name for name in names if name not in titles]


@pytest.fixture(scope="module")
def shown_in_gray(chromium: Browser) -> Iterator[dict[str, list[tuple[str, float]]]]:
    with closing(chromium.new_page()) as page:
        page.emulate_media(media="print")
        found = {}
        for sheet in render_sheets(COURSE, Layout("letter", ADDRESS)):
            page.set_content(sheet.html)
            found[sheet.name] = page.evaluate(GRAYS)
        yield found


@pytest.mark.parametrize("name", sheet_names())
def test_text_is_legible_in_gray(shown_in_gray: dict[str, list[tuple[str, float]]], name: str) -> None:
    assert len(shown_in_gray[name]) > 20
    assert not [(text, contrast) for text, contrast in shown_in_gray[name] if contrast < 4.5]


def test_tiers_are_told_apart_without_color(chromium: Browser, content: Content) -> None:
    """Each sign stands beside the name of its tier, a sign and a line of its own kind."""
    [sheet] = [each for each in render_sheets(COURSE) if each.name == "handout"]
    with closing(chromium.new_page()) as page:
        page.set_content(sheet.html)
        lines = {}
        for urgency, tier in content.course.urgency:
            signs = page.locator(f".brief .sign.{urgency}").all()
            assert signs and all(tier.name in (each.text_content() or "") for each in signs)
            assert all(each.locator("svg.icon").count() == 1 for each in signs)
            lines[urgency] = signs[0].evaluate("each => getComputedStyle(each).borderInlineStart.replace(/ rgb.*/, '')")
            lines[urgency] += signs[0].locator("svg.icon").inner_html()
        assert len(set(lines.values())) == len(lines)


@pytest.fixture(scope="module")
def other_handout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = make_window_box(tmp_path_factory.mktemp("other") / "course")
    ran = miss("handouts", folder.parent / "out", "--course", folder, f"--address={ADDRESS}")
    assert ran.returncode == 0, ran.stderr
    return folder.parent / "out" / "handout.pdf"


def test_another_course_has_a_handout(other_handout: Path) -> None:
    pdf = PdfReader(other_handout)
    shown = squeezed("".join(page.extract_text() for page in pdf.pages))
    for text in ("Planting a window box", "Choose the right plants", "Act at once", "Herbs for the sun", ADDRESS):
        assert squeezed(text) in shown, text
    sizes = [fullness(page, HEIGHT["letter"], HEAD, FOOT) for page in pictures(other_handout, 50)]
    assert len(sizes) == len(pdf.pages) and all(size >= 0.6 for size in sizes[:-1]) and sizes[-1] > 0.05
    assert "Two windows" in [each.title for each in bookmarks(pdf)]
