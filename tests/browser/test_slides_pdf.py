"""`miss slides` in real Chromium: the PDF and the presentations, read back by pypdf and python-pptx."""

import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import pptx
import pytest
from bs4 import BeautifulSoup
from miss import Course
from miss.course import course_at
from miss.export.slides.write import SLIDES, SLIDES_PDF, SUMMARY
from miss.presenter.deck import deck
from miss.presenter.slides import JOIN, course_slides
from miss.schema.placed import placed_in
from miss.schema.slide import Slide
from miss.schema.text import RED_FLAGS, plain
from miss.schema.trainer import SESSIONS
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.oxml.ns import qn
from pypdf import PdfReader

from tests.conftest import COURSE, copy_course
from tests.support.changes import write
from tests.support.processes import run

from .other_course import make_window_box

ADDRESS = "https://school.example/course/"
LONGEST = max(SESSIONS)
SMALLEST_PT = 24
WORDS = b"""\
- id: herniated-disk
  labels:
    - text: "It was sound before"
      at: "240 270"
      state: healthy
      added: [A01]
    - text: "A piece may push out"
      at: "265 362"
      state: herniated-disk
      added: [A01]
  last:
    text: "Tell the surgeon of a new weakness."
    urgency: emergency
    added: [A01]
"""


class Made(NamedTuple):
    """The files of a session, and the slides that it has."""

    deck: list[Slide]
    pdf: PdfReader
    slides: Any
    summary: Any


def miss_slides(course: Course, folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    ran = run([sys.executable, "-m", "miss", "slides", str(folder), f"--course={course.folder}", *options])
    assert ran.returncode == 0, ran.stderr
    return ran


def make(course: Course, folder: Path, minutes: int, *options: str) -> Made:
    miss_slides(course, folder, f"--minutes={minutes}", *options)
    known = course_slides(course.content)
    planned = [known[each.slide] for each in deck(course.content, minutes, known)]
    shown = [slide for slide in planned if slide.id != JOIN or options]
    presentations = [pptx.Presentation(str(folder / name)) for name in (SLIDES, SUMMARY)]
    return Made(shown, PdfReader(folder / SLIDES_PDF), *presentations)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The longest session, with the address of the course."""
    return make(COURSE, tmp_path_factory.mktemp("slides"), LONGEST, f"--address={ADDRESS}")


@pytest.fixture(scope="module")
def worded(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A short session without an address, with words for one slide."""
    folder = tmp_path_factory.mktemp("worded")
    course = copy_course(folder)
    write("slides", WORDS)(folder / "content" / "en")
    return make(course, folder / "made", min(SESSIONS))


def squeezed(text: str) -> str:
    """Lines break anywhere on a slide, so words are compared without what stands between them."""
    return re.sub(r"[\s\v]", "", plain(text))


def title_of(slide: Any) -> str:
    return slide.shapes.title.text_frame.text


def texts_of(slide: Any) -> list[str]:
    return [each.text_frame.text for each in slide.shapes if each.has_text_frame]


def runs_of(presentation: Any) -> Iterator[tuple[Any, Any]]:
    for slide in presentation.slides:
        for written in slide.element.iter(qn("a:r")):
            yield slide, written


def html_of(slide: Slide) -> BeautifulSoup:
    """The HTML of a slide, with the quotation marks that a style adds."""
    html = BeautifulSoup(slide.html, "html.parser")
    for quote in html.find_all("q"):
        quote.replace_with(f"“{quote.get_text()}”")
    return html


def heading_of(slide: Slide) -> str:
    heading = html_of(slide).find(["h1", "h2"])
    assert heading
    return squeezed(heading.get_text())


def test_a_pdf_has_a_page_for_each_slide(made: Made, worded: Made) -> None:
    for each in (made, worded):
        assert len(each.pdf.pages) == len(each.deck)
        assert {(page.mediabox.width, page.mediabox.height) for page in each.pdf.pages} == {(960, 540)}
        assert [item["/Title"] for item in each.pdf.outline] == [plain(slide.title) for slide in each.deck]
        places = [each.pdf.get_destination_page_number(item) for item in each.pdf.outline]
        assert places == list(range(len(each.deck)))


def test_a_page_of_the_pdf_has_its_words_as_text_and_its_drawing_as_lines(made: Made) -> None:
    for slide, page in zip(made.deck, made.pdf.pages, strict=True):
        text = squeezed(page.extract_text())
        assert heading_of(slide) in text
        assert not page.images
    assert squeezed(ADDRESS.removeprefix("https://").strip("/")) in squeezed(made.pdf.pages[1].extract_text())


def test_the_pdf_is_told_by_its_title_and_is_tagged(made: Made) -> None:
    catalog: Any = made.pdf.trailer["/Root"]
    assert made.pdf.metadata and made.pdf.metadata.title == COURSE.content.course.title
    assert catalog["/Lang"] == COURSE.content.course.language and catalog["/MarkInfo"]["/Marked"]


def test_each_slide_of_the_session_is_one_and_a_question_is_followed_by_its_solution(made: Made) -> None:
    titles = iter([squeezed(title_of(slide)) for slide in made.slides.slides])
    for slide in made.deck:
        assert next(titles) == heading_of(slide)
        if html_of(slide).select(".answers"):
            assert next(titles) == f"{heading_of(slide)}✓"
    assert next(titles, None) is None


def test_a_solution_has_the_right_answers_with_their_reasons_and_its_notes_have_all(made: Made) -> None:
    slides = {squeezed(title_of(slide)): slide for slide in made.slides.slides}
    asked = [slide for slide in made.deck if "answers" in slide.html]
    assert len(asked) > 5
    for slide in asked:
        html = html_of(slide)
        question, solution = (slides[heading_of(slide) + end] for end in ("", "✓"))
        listed = question.placeholders[1].text_frame.paragraphs
        answers = html.select(".answers > li")
        assert [squeezed(each.text) for each in listed] == [
            squeezed(part.get_text()) for part in html.select(".answers .answer > span")
        ]
        told, notes = squeezed("".join(texts_of(solution))), squeezed(solution.notes_slide.notes_text_frame.text)
        for answer in answers:
            why = html.select_one(f'.reasons .why[data-only="{answer["data-lights"]}"]')
            assert why and why.b
            why.b.decompose()  # its letter, which the answer has
            assert squeezed(why.get_text()) in notes
            assert (squeezed(why.get_text()) in told) == (answer["data-right"] == "yes")


def test_what_a_trainer_says_is_in_the_notes(made: Made) -> None:
    slides = iter(made.slides.slides)
    told: set[tuple[str, str]] = set()
    for slide in made.deck:
        shown = next(slides)
        words = squeezed(shown.notes_slide.notes_text_frame.text) if shown.has_notes_slide else ""
        note = [each for each in COURSE.content.trainer if (each.kind, each.about) == (slide.kind, slide.about)]
        for each in note if (slide.kind, slide.about) not in told else []:
            assert squeezed(each.say[0].text) in words and squeezed(each.misunderstanding.thought) in words
        told.add((slide.kind, slide.about))
        assert ".+" not in words, "a mark that only a page explains"
        for part in BeautifulSoup(slide.notes, "html.parser").select(".note-say li"):
            assert squeezed(part.get_text()).removesuffix("+") in words
        if "answers" in slide.html:
            next(slides)


def test_labels_and_what_follows_are_text_that_can_be_edited(worded: Made) -> None:
    [slide] = [each for each in worded.slides.slides if title_of(each) == "Herniated disk"]
    texts = texts_of(slide)
    tier = COURSE.content.course.urgency.emergency.name
    assert {"It was sound before", "A piece may push out"} < set(texts)
    assert any(tier in text and "Tell the surgeon of a new weakness." in text for text in texts)
    marked = [run for run in slide.element.iter(qn("a:r")) if run.text == "may"]
    assert marked and marked[0].rPr.get("u") == "sng"


def test_a_label_points_only_into_the_state_that_the_picture_shows(worded: Made) -> None:
    [slide] = [each for each in worded.slides.slides if title_of(each) == "Herniated disk"]
    lines = [each for each in slide.shapes if each.shape_type == MSO_SHAPE_TYPE.LINE]
    label = next(
        each for each in slide.shapes if each.has_text_frame and each.text_frame.text == "A piece may push out"
    )
    assert len(lines) == 1
    assert label.left <= max(lines[0].begin_x, lines[0].end_x) <= label.left + label.width
    assert label.top <= lines[0].begin_y <= label.top + label.height


def test_every_picture_says_what_it_shows_or_is_decorative(made: Made, worded: Made) -> None:
    states = {state.text for figure in COURSE.content.pictures.figures for state in figure.states}
    described = []
    for slide in chain(made.slides.slides, made.summary.slides, worded.slides.slides):
        for each in slide.shapes:
            properties = each._element.xpath(".//p:cNvPr")[0]
            words = properties.get("descr", "")
            assert words or (each.has_text_frame and each.text_frame.text) or "decorative" in properties.xml
            if each.shape_type == MSO_SHAPE_TYPE.PICTURE:
                described.append(words)
    assert len(states & set(described)) > 10
    assert [words for words in described if ADDRESS in words], "the QR code"


@pytest.mark.parametrize("name", ["slides", "summary"])
def test_words_can_be_read_from_the_back_and_are_in_their_language(made: Made, name: str) -> None:
    for slide, written in runs_of(getattr(made, name)):
        assert int(written.rPr.get("sz")) >= 100 * SMALLEST_PT, (title_of(slide), written.text)
        assert written.rPr.get("lang") == "en-US"


def test_nothing_is_beyond_the_edge_of_its_slide(made: Made, worded: Made) -> None:
    for presentation in (made.slides, made.summary, worded.slides):
        width, height = presentation.slide_width, presentation.slide_height
        for slide in presentation.slides:
            for each in slide.shapes:
                words = each.text_frame.text if each.has_text_frame else each.name
                within = 0 <= each.left <= each.left + each.width <= width + 1
                assert within and 0 <= each.top <= each.top + each.height <= height + 1, (title_of(slide), words)


def test_each_slide_has_a_title_that_is_read_first(made: Made) -> None:
    for slide in chain(made.slides.slides, made.summary.slides):
        assert title_of(slide).strip()
        assert slide.shapes[0] == slide.shapes.title


def test_the_summary_has_every_red_flag_and_whom_to_call(made: Made) -> None:
    content = COURSE.content
    told = squeezed("".join(chain.from_iterable(map(texts_of, made.summary.slides))))
    assert title_of(made.summary.slides[0]) == content.course.title and squeezed(content.course.notice) in told
    for risk in content.records["risks"]:
        assert squeezed(risk.name) in told
        assert all(squeezed(sign.text) in told for sign in risk.signs if sign.urgency in RED_FLAGS)
    for _, tier in content.course.urgency:
        assert all(squeezed(words) in told for words in (tier.name, tier.ward, tier.home))
    first = content.sections[0]
    assert placed_in([first]) and all(squeezed(each.text) in told for each in first.recap)
    titles = [title_of(slide) for slide in made.summary.slides]
    assert len(set(titles)) == len(titles) <= 12


def test_another_course_has_its_summary_and_is_told_why_no_more(tmp_path: Path) -> None:
    course = course_at(make_window_box(tmp_path / "window box"), None)
    ran = miss_slides(course, tmp_path / "made")
    written, reason = ran.stdout.splitlines()
    assert [written] == [str(file) for file in (tmp_path / "made").iterdir()]
    assert reason == "The course has no trainer's notes, so no session is planned: only the summary was written."
    summary = pptx.Presentation(written)
    told = squeezed("".join(chain.from_iterable(map(texts_of, summary.slides))))
    assert title_of(summary.slides[0]) == course.content.course.title
    assert all(squeezed(each.text) in told for each in course.content.sections[0].recap)
