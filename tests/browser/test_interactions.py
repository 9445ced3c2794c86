"""Interactions in a real browser: a toy kind, two instances of one kind on a page, and what counts as done."""

import json
from collections.abc import Iterator

import pytest
from miss import ConditionSelector, Course, KnowledgeCheck, OperationSelector, ProcedureSlider, RiskCards
from miss.export.site import write_site
from miss.widgets.base import LessonWidget
from playwright.sync_api import Locator, Page, expect

from tests.conftest import COURSE
from tests.support.drawers_course import make_drawers_course, registered

from .deliveries import FileSite, ServedFolder

WHAT, CHECK = "1-what-it-is.html", "5-check-yourself.html"


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Course]:
    with registered():
        course = make_drawers_course(tmp_path_factory.mktemp("drawers"))
        write_site(course, course.folder / "site", trainer=True)
        yield course


@pytest.fixture
def served(course: Course) -> Iterator[ServedFolder]:
    with ServedFolder(course.folder / "site") as served:
        yield served


def inside(page: Page, id: str) -> Locator:
    """What is in a drawer."""
    return page.locator(f'toy-drawers .entry[data-id="{id}"] .inside')


def test_it_opens_and_stays_open(page: Page, served: ServedFolder) -> None:
    page.goto(served.address + WHAT)
    expect(inside(page, "low")).to_be_hidden()
    page.get_by_role("heading", name="The low drawer").get_by_role("button").click()
    expect(inside(page, "low")).to_be_visible()
    expect(inside(page, "top")).to_be_hidden()
    page.reload()
    expect(inside(page, "low")).to_be_visible()
    expect(inside(page, "top")).to_be_hidden()
    states = page.evaluate("Object.values(localStorage).map(JSON.parse).map(({ states }) => states)[0]")
    assert states == {"other-drawers": {"opened": ["low"]}}


def test_it_brings_its_words_in_plural_forms(page: Page, served: ServedFolder) -> None:
    page.goto(served.address + WHAT)
    chest = page.locator('[data-key="toy-drawers"]')
    expect(chest.locator(".holds")).to_have_text("This chest has 2 drawers.")
    for id, said in (("top", "1 drawer of 2 is closed."), ("middle", "0 drawers of 2 are closed.")):
        chest.locator(f'.entry[data-id="{id}"]').get_by_role("button", name="Open").click()
        expect(chest.locator(".status")).to_have_text(said)


@pytest.mark.parametrize(
    ("link", "opened"),
    [
        ("?drawer=top", "top"),
        ("?drawer=last", "last"),
        ("?drawer=last#other-drawers", "last"),
        ("?drawer=middle#toy-drawers", "middle"),
    ],
)
def test_a_link_opens_one_drawer(link: str, opened: str, page: Page, served: ServedFolder) -> None:
    page.goto(served.address + WHAT + link)
    for id in ("top", "middle", "low", "last"):
        expect(inside(page, id)).to_be_visible(visible=id == opened)


def test_a_trainer_sees_its_notes_and_its_slide(page: Page, served: ServedFolder) -> None:
    page.goto(f"{served.address}{WHAT}?view=trainer")
    note = page.locator('toy-drawers .entry[data-id="last"] .trainer-note')
    expect(note).to_contain_text("Pull the last drawer.")
    page.get_by_role("button", name="Present from here").click()
    slide = page.locator(".slide-stage .slide")
    expect(slide).to_be_visible()
    page.keyboard.press("Home")
    for _ in range(60):
        if slide.get_attribute("data-slide") == "low":
            break
        page.keyboard.press("PageDown")
    expect(slide.locator("h1")).to_have_text("The low drawer")
    expect(page).to_have_title("Open: The low drawer")


def test_two_checks_on_a_page_are_two(page: Page, served: ServedFolder) -> None:
    page.goto(f"{served.address}{CHECK}?round=7-6#second-check")
    first, second = page.locator('[data-key="knowledge-check"]'), page.locator('[data-key="second-check"]')
    expect(second.locator("article.item:visible .place")).to_have_text("Question 1 of 6. ")
    expect(first.locator("article.item:visible")).to_have_count(0)
    first.get_by_role("button", name="Start").click()
    expect(first.locator("article.item:visible .place")).to_have_text("Question 1 of 6. ")
    assert second.evaluate("element => element.state.seed") == 7
    seed = first.evaluate("element => element.state.seed")
    page.reload()
    assert first.evaluate("element => element.state.seed") == seed


# For each kind, what is done in Python, and the page.
DONE = {
    OperationSelector: ("1-what-it-is", lambda widget: widget.select("laminectomy")),
    ConditionSelector: ("2-why-it-is-done", lambda widget: widget.select("spondylolysis")),
    ProcedureSlider: ("3-how-it-is-done", lambda widget: widget.go_to(3)),
    RiskCards: ("4-risks", lambda widget: [widget.sort("bleeding", "record"), widget.reveal("infection")]),
    KnowledgeCheck: (
        "5-check-yourself",
        lambda widget: [widget.start(6), widget.answer(widget.drawn[0], *widget.right(widget.drawn[0]))],
    ),
}


@pytest.mark.parametrize("widget", DONE, ids=lambda widget: widget.__name__)
def test_what_counts_as_done_is_the_same_in_both_languages(
    widget: type[LessonWidget], page: Page, files: FileSite
) -> None:
    name, do = DONE[widget]
    made = widget(COURSE)
    do(made)
    page.goto(f"{files.address}{name}.html")
    element = f"document.querySelector('[data-key=\"{made.key}\"]')"
    state = {trait: getattr(made, trait) for trait in page.evaluate(f"Object.keys({element}.state)")}
    found = page.evaluate(f"(({element}).state = {json.dumps(state)}, ({element}).progress)")
    assert found == made.progress._asdict() and made.progress.done
