"""The handouts as PDF: their pages, their texts, and their metadata."""

import io
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from miss import Course
from miss.export.handouts import render_sheets, render_summary, sheet_names
from miss.interactions.questions.exercises import build_exercises
from miss.loading.walk import walk
from miss.presenter.plan import plan
from miss.render.review import review_status
from miss.schema.content import Content
from miss.schema.interaction import interactions
from miss.schema.item_kind import item_kind_of
from miss.schema.text import RED_FLAGS, Statement, plain
from miss.schema.trainer import SESSIONS
from miss.web.frame import render_page
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from tests.conftest import COURSE, ROOT, records_of
from tests.support.changes import enter_review, replace
from tests.support.processes import run

from .at_rest import open_at_rest
from .deliveries import FileSite

CUT = """[...document.querySelectorAll('main *:not(svg *):not(.unseen)')]
    .filter((e) => e.clientWidth && e.scrollWidth > e.clientWidth + 1).map((e) => e.outerHTML.slice(0, 80))"""
# The boxes before the options of a printed question are there to be ticked.
# The texts that are too light for white paper: browsers print no backgrounds. The luminance is that of WCAG 2.2.
TOO_LIGHT = """() => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const luminance = (color) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = "#fff";
    canvas.fillRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((each) => each / 255)
      .map((each) => (each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const written = [...document.querySelectorAll("main :not(svg, svg *, script, style)")].filter((each) =>
    each.checkVisibility() && [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
  return [written.length, written.filter((each) => 1.05 / (luminance(getComputedStyle(each).color) + 0.05) < 4.5)
    .map((each) => each.textContent.trim())];
}"""
CONTROLS = ":is(button, input:not(.option input), select, header.site, nav.turn, .moment-bar, footer.site):visible"
TAUGHT = ("sections", "operations", "conditions", "procedure", "risks", "pictures", "glossary")


def miss_handouts(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "miss", "handouts", str(folder), *options]
    return run(command)


@pytest.fixture(scope="module")
def handouts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, PdfReader]:
    folder = tmp_path_factory.mktemp("paper") / "handouts"
    ran = miss_handouts(folder)
    assert ran.returncode == 0, ran.stderr
    assert "--address=" in ran.stdout and "--paper=a4" in ran.stdout, "the other ways are not told"
    return {file.stem: PdfReader(file) for file in folder.iterdir()}


def squeezed(text: str) -> str:
    """Lines break anywhere on paper, so words are compared without what stands between them."""
    return re.sub(r"\s", "", plain(text))


def words_of(pdf: PdfReader) -> str:
    return squeezed("".join(_without_margins(page.extract_text()) for page in pdf.pages))


def _without_margins(text: str) -> str:
    """A sentence may go on over a page, past what stands in the margins."""
    course = COURSE.content.course
    notice = squeezed(f"{COURSE.content.interface.paper.no_address} {course.notice} {course.review_notice}")
    head = r"[^·]{0,40}·" + re.escape(squeezed(course.title)) + r"\d+/\d+" + re.escape(notice)
    return re.sub(rf"^{head}", "", re.sub(r"\s", "", text))


def statements(content: Content) -> Iterator[str]:
    """Everything that the course says to a student."""
    for stem in TAUGHT:
        for _, part in walk(records_of(content, stem)):
            if isinstance(part, Statement):
                yield part.text
    yield from (term.meaning for term in content.glossary)
    yield from (objective.text for objective in content.course.objectives)
    yield from (fact.statement for fact in content.facts)
    yield from (source.statement for source in content.sources)


def test_every_sheet_is_made(handouts: dict[str, PdfReader]) -> None:
    assert set(handouts) == set(sheet_names())
    assert len(handouts["course"].pages) > 20


@pytest.mark.parametrize("name", sheet_names())
def test_a_reader_is_told_what_it_is(handouts: dict[str, PdfReader], content: Content, name: str) -> None:
    pdf = handouts[name]
    catalog: Any = pdf.trailer["/Root"]
    words = content.interface
    [group] = [each.kind for each in interactions().values() if name in each.sheets] or ["paper"]
    title = getattr(getattr(words, group), name.replace("-", "_"))
    assert pdf.metadata and pdf.metadata.title == f"{title} – {content.course.title}"  # noqa: RUF001
    assert catalog["/Lang"] == content.course.language
    assert catalog["/MarkInfo"]["/Marked"] and "/StructTreeRoot" in catalog
    assert pdf.outline, "no outline"


@pytest.mark.parametrize("name", sheet_names())
def test_xmp_says_the_same(handouts: dict[str, PdfReader], content: Content, name: str) -> None:
    pdf = handouts[name]
    assert pdf.metadata and pdf.xmp_metadata and pdf.metadata.creation_date
    assert pdf.xmp_metadata.dc_title == {"x-default": pdf.metadata.title, content.course.language: pdf.metadata.title}
    assert pdf.xmp_metadata.dc_language == [content.course.language]
    assert pdf.xmp_metadata.xmp_create_date == pdf.metadata.creation_date.replace(tzinfo=None)
    assert b"pdfuaid" not in pdf.trailer["/Root"]["/Metadata"].get_data(), "what the margins hold has no tag"
    assert pdf.pdf_header >= "%PDF-1.4"


def tags(pdf: PdfReader, kind: str) -> list[Any]:
    """The parts of one kind in the tree that a screen reader walks through."""
    found, open_ends = [], [pdf.trailer["/Root"]["/StructTreeRoot"]]
    while open_ends:
        part: Any = open_ends.pop().get_object()
        if isinstance(part, list):
            open_ends += part
        elif isinstance(part, dict):
            found += [part] if part.get("/S") == kind else []
            open_ends += [part["/K"]] if "/K" in part else []
    return found


def test_every_picture_of_the_course_is_told(handouts: dict[str, PdfReader], content: Content) -> None:
    alternatives = [figure.get("/Alt") for figure in tags(handouts["course"], "/Figure")]
    states = [state.title for figure in content.pictures.figures for state in figure.states]
    sign = content.interface.layers.beyond_sign
    assert sorted(str(each) for each in alternatives if each != sign) == sorted(states)
    assert alternatives.count(sign) > 100


def test_every_picture_in_the_handout_is_described(handouts: dict[str, PdfReader], content: Content) -> None:
    """What is beside a picture on paper does not describe it, so that its alternative text does."""
    alternatives = {str(figure.get("/Alt")) for figure in tags(handouts["handout"], "/Figure")}
    entries = {entry.id for stem in ("conditions", "operations") for entry in content.records[stem]}
    shown = [(figure, state) for figure in content.pictures.figures for state in figure.states
             if entries & {figure.id, state.id}]  # fmt: skip
    assert len(shown) > 10
    assert not [state.id for _, state in shown if f"{state.title}. {plain(state.text)}" not in alternatives]


def test_every_link_says_where_it_leads(handouts: dict[str, PdfReader], content: Content) -> None:
    pages = [page for pdf in handouts.values() for page in pdf.pages]
    annotations = [each.get_object() for page in pages for each in page.get("/Annots", [])]
    texts = [str(each.get("/Contents", "")) for each in annotations if each["/Subtype"] == "/Link"]
    assert len(texts) > 600 and {section.title for section in content.sections} < set(texts)
    assert all(texts) and not [text for text in texts if text.startswith(("#", "http"))]


def test_sheets_have_headings(handouts: dict[str, PdfReader], content: Content) -> None:
    counted = {name: [len(tags(pdf, f"/H{level}")) for level in (1, 2)] for name, pdf in handouts.items()}
    assert {first for first, _ in counted.values()} == {1}
    assert counted["exercises"][1] == counted["answers"][1] == len(content.records["quiz"])
    assert counted["session-plan"][1] == len(SESSIONS)


@pytest.mark.parametrize("name", sheet_names())
def test_pages_are_numbered_and_carry_the_notice(handouts: dict[str, PdfReader], content: Content, name: str) -> None:
    pdf = handouts[name]
    for number, page in enumerate(pdf.pages, 1):
        text = squeezed(page.extract_text())
        assert f"{number}/{len(pdf.pages)}" in text
        assert squeezed(content.course.notice) in text
        assert squeezed(content.course.review_notice) in text


@pytest.mark.parametrize("name", sheet_names())
def test_without_an_address_the_sheets_say_whom_to_ask(
    handouts: dict[str, PdfReader], content: Content, name: str
) -> None:
    whom = squeezed(content.interface.paper.no_address)
    assert all(whom in squeezed(page.extract_text()) for page in (handouts[name].pages[0], handouts[name].pages[-1]))


@pytest.mark.parametrize("name", sheet_names())
def test_fonts_are_embedded(handouts: dict[str, PdfReader], name: str) -> None:
    fonts = [font.get_object() for page in handouts[name].pages for font in page["/Resources"]["/Font"].values()]
    assert fonts and all(_embedded(font) for font in fonts)


def _embedded(font: Any) -> bool:
    if font["/Subtype"] == "/Type3":
        return True  # its letters are drawings in the file
    described = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
    return any(key in described["/FontDescriptor"] for key in ("/FontFile", "/FontFile2", "/FontFile3"))


def test_the_whole_course_says_everything(handouts: dict[str, PdfReader], content: Content) -> None:
    shown = words_of(handouts["course"])
    texts = [
        *statements(content),
        *(record.name for record in (*content.records["conditions"], *content.records["risks"])),
        *(risk.sort.why for risk in content.records["risks"]),
    ]
    assert len(texts) > 400
    assert not [text for text in texts if squeezed(text) not in shown]


def test_summary_has_every_red_flag(handouts: dict[str, PdfReader], content: Content) -> None:
    shown = words_of(handouts["summary"])
    flags = [sign.text for risk in content.records["risks"] for sign in risk.signs if sign.urgency in RED_FLAGS]
    texts = [*flags, *(step.name for step in content.records["procedure"].steps), content.course.red_flag_notice]
    texts += [risk.name for risk in content.records["risks"]]
    assert flags and not [text for text in texts if squeezed(text) not in shown]


def test_exercises_ask_and_answers_tell(handouts: dict[str, PdfReader], content: Content) -> None:
    exercises, answers = words_of(handouts["exercises"]), words_of(handouts["answers"])
    for item in content.records["quiz"]:
        kind = item_kind_of(item)
        choices = kind.choices(item)
        names = [field.name for field in kind.fields(item) if item.kind != "bowtie"]  # its banks are named by words
        asked = kind.right(item) if kind.self_scored else getattr(item, "tokens", choices)
        for text in [item.stem, *names, *(choice.text for choice in asked)]:
            assert squeezed(plain(text)) in exercises, (item.id, text)
        for text in [item.stem, *names, *(choice.text for choice in kind.right(item))]:
            assert squeezed(plain(text)) in answers, (item.id, text)
        model = getattr(item, "model_reply", getattr(item, "model_talk", choices[0].why))
        reasons = [*(choice.why for choice in choices), model]
        assert all(squeezed(why) in answers and squeezed(why) not in exercises for why in reasons), item.id


def test_letters_lead_to_the_right_choices(handouts: dict[str, PdfReader], content: Content) -> None:
    answers, exercises = words_of(handouts["answers"]), words_of(handouts["exercises"])
    lettered = [item for item in content.records["quiz"] if item_kind_of(item).votes or item_kind_of(item).ordered]
    assert len(lettered) > 25
    for exercise in build_exercises(lettered):
        kind, [part] = item_kind_of(exercise.item), exercise.parts
        letters = {choice.text: choice.letter for choice in part.choices}
        wanted = [letters[choice.text] for choice in kind.right(exercise.item)]
        assert part.answer == (wanted if kind.ordered else sorted(wanted))
        assert part.answer != sorted(part.answer) or not kind.ordered, "the order is given away"
        assert squeezed(f"{content.interface.questions.answer}: {', '.join(part.answer)}") in answers
        assert all(squeezed(letter + text) in exercises for text, letter in letters.items())


def test_session_plan_is_the_plan(handouts: dict[str, PdfReader], content: Content) -> None:
    for page, minutes in zip(handouts["session-plan"].pages, SESSIONS, strict=True):
        shown = squeezed(page.extract_text())
        words = content.interface.paper
        for item in plan(content, minutes).items:
            must = words.must if item.must else words.optional
            assert squeezed(f"{item.start}{item.minutes}{item.title}{must}") in shown


def test_reasons_of_every_kind_of_question_are_indented_alike(page: Page, files: FileSite) -> None:
    page.goto(f"{files.address}5-check-yourself.html")
    page.emulate_media(media="print")
    indent = "all => all.map((why) => getComputedStyle(why).marginInlineStart)"
    assert set(page.locator("main .item .options:not([data-gap]) > .option .why").evaluate_all(indent)) == {
        "29.3333px"
    }  # 22 pt


def test_nothing_is_wider_than_its_page(chromium: Browser) -> None:
    with chromium.new_page(viewport={"width": 182 * 96 // 25, "height": 1000}) as page:  # A4 without its margins
        page.emulate_media(media="print")
        for sheet in render_sheets(COURSE):
            page.set_content(sheet.html)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), sheet.name
            assert not page.evaluate(CUT), sheet.name
            assert not page.locator("main :is(button, input, select)").count(), "a control on paper"


def test_a_course_without_notes_and_pictures(words: Path) -> None:
    for stem in ("trainer", "slides"):
        (words / f"{stem}.yaml").unlink()
    (words / "pictures.yaml").write_text("drawings: []\nfigures: []\n", encoding="utf-8")
    replace("sections", "      interaction: {kind: comparison}\n", "")(words)
    made = {sheet.name: sheet.html for sheet in render_sheets(Course(words.parents[1]))}
    assert set(made) == set(sheet_names()) - {"session-plan"}
    assert "<svg" not in made["course"] and 'class="close-up' not in made["handout"]


def test_a_review_stands_in_every_margin(chromium: Browser, words: Path) -> None:
    enter_review(words)
    reviewed = Course(words.parents[1])
    with closing(chromium.new_page()) as page:
        for made in (render_summary(reviewed).html, render_page(ROOT / "notebooks" / "index.ipynb", reviewed)):
            page.set_content(made)
            sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
            texts = [squeezed(sheet.extract_text()) for sheet in sheets]
            assert texts and all(
                squeezed(f"{reviewed.content.course.notice} {review_status(reviewed.content)}") in text
                for text in texts
            )


def test_words_that_do_not_fit_on_the_page(words: Path) -> None:
    file = words / "signs.yaml"
    sign = "Sudden breathlessness, chest pain"
    longer = sign + ", and more that takes long to tell" * 150
    file.write_text(file.read_text(encoding="utf-8").replace(sign, longer), encoding="utf-8")
    ran = miss_handouts(words / "out", f"--course={words.parents[1]}")
    assert ran.returncode == 1
    assert "summary.pdf does not fit on 1 page " in ran.stderr and "Traceback" not in ran.stderr
    assert not (words / "out").exists()


def test_a_folder_with_other_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "lecture.odp").write_text("mine")
    ran = miss_handouts(tmp_path)
    assert ran.returncode == 1
    assert "lecture.odp" in ran.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["lecture.odp"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_printed_page_shows_every_state_and_no_control(
    page: Page, files: FileSite, content: Content, scheme: Any
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{files.address}2-why-it-is-done.html?condition=spondylolysis")
    expect(page.locator("condition-selector [data-open]").first).to_be_visible()
    page.emulate_media(media="print", color_scheme=scheme)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    for condition in content.records["conditions"]:
        entry = page.locator(f".entry[data-id={condition.id}]")
        expect(entry.get_by_text(plain(condition.leaflet.text))).to_be_visible()
        expect(entry.locator(f".for-paper > svg[data-state={condition.id}]")).to_be_visible()
        expect(entry.locator(f".for-paper > .lens svg[data-state={condition.id}]")).to_be_visible()
    expect(page.locator("figure-view").first).to_be_hidden()
    expect(page.locator(".where .folded").last).to_be_visible()
    expect(page.locator(".option input:visible")).not_to_have_count(0)
    expect(page.locator(CONTROLS)).to_have_count(0)
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "light"
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator("figure.for-paper")).to_have_count(0)
    expect(page.locator("figure-view").first).to_be_visible()


@pytest.mark.parametrize("name", ["index", "1-what-it-is", "2-why-it-is-done", "3-how-it-is-done", "4-risks", "keep"])
def test_all_text_is_dark_enough_for_paper(page: Page, files: FileSite, name: str) -> None:
    open_at_rest(page, f"{files.address}{name}.html")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    written, too_light = page.evaluate(TOO_LIGHT)
    assert written > 20 and not too_light


def test_button_prints(page: Page, files: FileSite, content: Content) -> None:
    page.add_init_script("window.print = () => { window.printed = true; };")
    page.goto(f"{files.address}index.html")
    page.get_by_role("button", name=content.interface.page.print).click()
    page.wait_for_function("window.printed")
    pdf = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert all(squeezed(content.course.notice) in squeezed(sheet.extract_text()) for sheet in pdf.pages)
