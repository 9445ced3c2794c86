"""The page to keep: what was reached, the signs by urgency, what to read again; on one sheet, and as a file."""

import io
import json
from datetime import date

import pytest
from miss import KnowledgeCheck
from miss.interactions.case.records import items_of
from miss.render.tiers import TIERS, signs_by_tier
from miss.schema.content import Content
from miss.schema.text import plain
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from tests.conftest import COURSE
from tests.support.answers import wrong_answer

from .deliveries import FileSite, ServedSite
from .finish import finish
from .moment_bar import leave_section
from .test_done import CHECK, finish_cases
from .walking import CASES

KEEP = "keep.html"
OPEN = "article.item[data-open]"
ITEMS = [*COURSE.content.records["quiz"], *(item for case in CASES.values() for item in items_of(case.stops))]
ASKED = {item.objective for item in ITEMS}


def store_results(page: Page, site: FileSite | ServedSite, results: dict[str, str]) -> None:
    page.goto(f"{site.address}{CHECK}")
    page.evaluate(
        "(results) => document.querySelector('knowledge-check').change({ results: JSON.parse(results) })",
        json.dumps(results),
    )
    page.goto(f"{site.address}{KEEP}")


def test_who_has_done_nothing_sees_the_same_page_and_no_praise(page: Page, site: ServedSite, content: Content) -> None:
    page.goto(f"{site.address}{KEEP}")
    objectives = page.locator(".reached li")
    for item, objective in zip(objectives.all(), content.course.objectives, strict=True):
        expect(item).to_contain_text(plain(objective.text))
    assert objectives.locator("b").all_inner_texts() == [
        "Not answered yet" if objective.id in ASKED else "Try it aloud: no question asks this"
        for objective in content.course.objectives
    ]
    expect(page.locator("[data-reached]")).to_have_count(0)
    expect(page.locator(".again")).to_contain_text("Nothing yet: what you answer wrong in the course will be listed")
    expect(page.locator(".keep .notice")).to_contain_text(content.course.review_notice)


def test_without_a_script_it_is_whole(chromium: Browser, files: FileSite, content: Content) -> None:
    with chromium.new_page(java_script_enabled=False) as page:
        page.goto(f"{files.address}{KEEP}")
        shown = page.locator("main").inner_text()
    signs = [sign for signs in signs_by_tier(content).values() for sign in signs]
    assert not [part.text for part in [*content.course.objectives, *signs] if plain(part.text) not in shown]
    assert shown.count("Not answered yet") == len(ASKED) and "Save as a file" not in shown


def test_signs_stand_by_urgency_each_once(page: Page, site: ServedSite, content: Content) -> None:
    tiers = signs_by_tier(content)
    assert list(tiers) == list(TIERS)
    page.goto(f"{site.address}{KEEP}")
    for tier, signs in tiers.items():
        shown = page.locator(f".signs-of.{tier} li").all_inner_texts()
        assert shown == [plain(sign.text) for sign in signs] and len(shown) == len(set(shown)) > 5
        assert not [sign for sign in shown if any(sign.lower() in other.lower() for other in shown if other != sign)]
    expect(page.locator(".signs .instructions")).to_have_text(content.course.red_flag_notice)


def test_objectives_are_counted_from_first_answers(page: Page, site: ServedSite) -> None:
    store_results(page, site, {"q01": "first", "q02": "first", "q03": "later", "q04": "wrong"})
    texts = page.locator(".reached b").all_inner_texts()
    items = {item.id: item.objective for item in COURSE.content.records["quiz"]}
    assert texts[0] == "2 of 2 right at the first try" and items["q01"] == items["q02"] == "LO1"
    assert page.locator("[data-reached]").evaluate_all("all => all.map((each) => each.dataset.objective)") == ["LO1"]
    links = page.locator(".again li a")
    expect(links).to_have_count(1)
    links.click()
    expect(page.locator("main.course h1")).to_be_visible()
    assert KEEP not in page.url


def test_a_first_answer_is_kept_through_another_round(page: Page, site: ServedSite) -> None:
    page.goto(f"{site.address}{CHECK}")
    finish(page, chosen=":first-child")
    first = page.evaluate("document.querySelector('knowledge-check').state.results")
    assert len(first) == 6 and {"first", "wrong"} >= set(first.values())
    wrong = [id for id, result in first.items() if result == "wrong"]
    assert wrong, "the first option is not always the right one"
    page.get_by_role("button", name="Try the wrong ones again").click()
    assert page.evaluate("document.querySelector('knowledge-check').state.results") == first
    page.reload()
    assert page.evaluate("document.querySelector('knowledge-check').state.results") == first
    page.goto(f"{site.address}{KEEP}")
    expect(page.locator(".reached b", has_text="at the first try")).not_to_have_count(0)


def test_python_keeps_the_same_results() -> None:
    check = KnowledgeCheck(COURSE)
    check.start(6)
    id = check.drawn[0]
    right = check.right(id)
    check.answer(id, *wrong_answer(check.pool[id]))
    assert check.results == {id: "wrong"}
    check.answer(id, *right)
    check.start(6, seed=2)
    assert check.results == {id: "later"}


def test_answers_of_earlier_versions_count(page: Page, site: ServedSite) -> None:
    page.goto(f"{site.address}index.html")
    state = {"seed": 1, "drawn": ["q15", "q12"], "answers": {"q15": ["with-team"]}, "position": 0}
    progress = json.dumps({"version": 1, "states": {"knowledge-check": state}})
    page.evaluate("progress => localStorage.setItem('course / miss', progress)", progress)
    page.goto(f"{site.address}{CHECK}")
    assert list(page.evaluate("document.querySelector('knowledge-check').state.results")) == ["q15"]


@pytest.mark.parametrize("format", ["A4", "Letter"])
@pytest.mark.parametrize("result", ["", "first", "wrong"])
def test_it_prints_on_one_sheet(page: Page, site: ServedSite, content: Content, format: str, result: str) -> None:
    results = {item.id: result for item in content.records["quiz"]} if result else {}
    store_results(page, site, results)
    pdf = PdfReader(io.BytesIO(page.pdf(format=format)))
    assert len(pdf.pages) == 1
    text = pdf.pages[0].extract_text()
    for heading in ("What you reached", "How fast to pass it on", "Read again"):
        assert heading in text
    assert str(date.today().year) in text and "prints on one sheet" in text


def test_it_is_saved_as_one_file(page: Page, files: FileSite, content: Content) -> None:
    store_results(page, files, {"q01": "first", "q04": "wrong"})
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a file").click()
    assert download.value.suggested_filename == "page-to-keep.html"
    html = download.value.path().read_text(encoding="utf-8")
    assert "<script" not in html and "src=" not in html and len(html) < 30_000
    assert "1 of 1 right at the first try" in html and content.course.review_notice in html
    assert f'href="{files.address}' in html


def test_next_leads_from_the_last_section_to_it_and_ends_there(page: Page, site: ServedSite, content: Content) -> None:
    last = content.sections[-1]
    page.goto(f"{site.address}{last.notebook}.html")
    leave_section(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("A page to keep")
    expect(page.locator("nav.turn a[rel=next]")).to_have_count(0)
    expect(page.locator("nav.turn a[rel=prev]")).to_have_text(f"Previous: {last.title}")


def test_the_last_section_leads_to_the_page_to_keep(page: Page, site: ServedSite, content: Content) -> None:
    for section in content.sections:
        page.goto(f"{site.address}{section.notebook}.html")
        finish(page)
        finish_cases(page)
    page.goto(f"{site.address}index.html")
    expect(page.locator(".way .progress")).to_have_text("{0} of {0} sections done".format(len(content.sections)))
    page.goto(f"{site.address}{content.sections[-1].notebook}.html")
    leave_section(page)
    expect(page.locator("page-to-keep")).to_be_visible()
