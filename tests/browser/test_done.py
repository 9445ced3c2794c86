"""Done is counted from what was done, and shown on every page: on home, in the header, at the end of a section."""

from pathlib import Path

import pytest
from miss import Course
from miss.author import create_course
from miss.export.site import write_site
from miss.interactions.case.records import items_of
from miss.notebooks.sync import regenerate
from playwright.sync_api import Locator, Page, expect

from tests.conftest import COURSE
from tests.support.answers import right_answer

from .deliveries import FileSite, ServedFolder, ServedSite
from .finish import choose_any, finish
from .walking import CASES, ELEMENT, set_state, state_of

READING = """
- id: story
  notebook: 3-story
  title: "A story"
  short: "Story"
  lead: {text: "Nothing to do here, but to read.", facts: [F01]}
  objectives: [LO1]
  topics:
    - id: long
      title: "A long story"
      body:
        - {text: "LINES", facts: [F01]}
  recap:
    - {text: "It was long.", facts: [F01]}
""".replace("LINES", "It goes on. " * 99)
WHY, CHECK = "2-why-it-is-done.html", "5-check-yourself.html"
SECTIONS = len(COURSE.content.sections)


def finish_cases(page: Page) -> None:
    """Put each case of a page at its end, with every question answered rightly: test_case.py walks through them."""
    for element in page.locator(ELEMENT).all():
        expect(element).to_have_attribute("data-live", "")
        case = CASES[element.get_attribute("data-key") or ""]
        answers = {item.id: right_answer(item) for item in items_of(case.stops)}
        set_state(element, path=case.fork.paths[0].id if case.fork else "", answers=answers)
        set_state(element, position=len(state_of(element)["drawn"]))
        expect(element.locator(".end")).to_be_visible()


def at_home(page: Page, section: str) -> Locator:
    return page.locator(f'.way li[data-section="{section}"]')


def in_header(page: Page, section: str) -> Locator:
    return page.locator(f'header.site li[data-section="{section}"]')


def choose(page: Page, count: int) -> None:
    for radio in page.locator(".choices input").all()[:count]:
        radio.check()


def filled(item: Locator) -> float:
    """Which share of its mark is filled, from below."""
    return float(item.evaluate("item => getComputedStyle(item).getPropertyValue('--done')"))


def test_what_is_done_is_counted_everywhere(page: Page, site: ServedSite) -> None:
    page.goto(f"{site.address}{WHY}")
    choose(page, 6)
    expect(in_header(page, "why")).to_contain_text("6 of 8 conditions")
    assert filled(in_header(page, "why")) == 6 / 11
    page.goto(f"{site.address}index.html")
    expect(at_home(page, "why").locator(".section-count")).to_have_text("0 of 3 questions, 6 of 8 conditions")
    expect(at_home(page, "how").locator(".section-count")).to_have_text("0 of 3 questions, 0 of 6 steps")
    assert [filled(at_home(page, id)) for id in ("what", "why")] == [0, 6 / 11]
    expect(page.locator(".way .progress")).to_have_text("No section done yet. Start with the first one.")


def test_the_end_of_a_section_says_what_is_left_and_leads_there(page: Page, site: ServedSite) -> None:
    page.goto(f"{site.address}{WHY}")
    choose(page, 7)
    end = page.locator(".section-end")
    expect(end.locator(".section-verdict")).to_have_text("Still to do in this section:")
    expect(end.locator("[data-part=condition-selector]")).to_have_text("Eight conditions 7 of 8 conditions")
    end.get_by_role("link", name="Eight conditions").click()
    assert page.url.endswith(f"{WHY}#conditions")
    expect(page.locator("#conditions")).to_be_in_viewport()
    choose(page, 8)
    expect(end.locator(".section-parts li[data-part-done]")).to_have_text(["Eight conditions 8 of 8 conditions"])
    finish(page)
    expect(end.locator(".section-verdict")).to_have_text("This section is done.")
    expect(end.locator(".section-parts li[data-part-done]")).to_have_count(4)
    expect(in_header(page, "why").get_by_text("Done", exact=True)).to_have_count(1)
    expect(in_header(page, "how").locator(".section-state")).to_be_hidden()
    marks = page.locator(".section-marks > [data-section]:has(svg)")
    assert [mark.get_attribute("data-done") for mark in marks.all()] == ["no", "yes", *["no"] * (SECTIONS - 2)]


def test_a_finished_round_of_questions_is_a_section_done_and_stays_so(page: Page, site: ServedSite) -> None:
    page.goto(f"{site.address}{CHECK}")
    finish(page)
    page.goto(f"{site.address}index.html")
    expect(page.locator(".way .progress")).to_have_text(f"1 of {SECTIONS} sections done")
    page.goto(f"{site.address}{CHECK}")
    page.get_by_role("button", name="Start again with other questions").click()
    page.get_by_role("button", name="Start", exact=True).click()
    page.goto(f"{site.address}index.html")
    expect(at_home(page, "check").locator(".section-count")).to_have_text("6 of 6 questions")


def test_a_longer_round_counts_its_own_questions(page: Page, site: ServedSite) -> None:
    page.goto(f"{site.address}{CHECK}")
    page.get_by_label("How many questions?").select_option("12")
    page.get_by_role("button", name="Start", exact=True).click()
    choose_any(page.locator("article.item:visible"))
    page.get_by_role("button", name="Check my answer").click()
    expect(in_header(page, "check")).to_contain_text("1 of 12 questions")


def test_another_tab_shows_it_at_once(page: Page, site: ServedSite) -> None:
    page.goto(f"{site.address}index.html")
    other = page.context.new_page()
    other.goto(f"{site.address}{WHY}")
    choose(other, 3)
    expect(at_home(page, "why").locator(".section-count")).to_have_text("0 of 3 questions, 3 of 8 conditions")


def test_a_tick_of_earlier_versions_is_no_progress(page: Page, site: ServedSite) -> None:
    page.goto(f"{site.address}index.html")
    page.evaluate("localStorage.setItem('course / miss', JSON.stringify({version: 1, states: {}, done: {why: true}}))")
    page.reload()
    expect(page.locator(".way .progress")).to_have_text("No section done yet. Start with the first one.")


def test_a_section_without_an_interaction_is_done_at_its_end(page: Page, tmp_path: Path) -> None:
    create_course(tmp_path / "new")
    course = Course(tmp_path / "new")
    with (course.content_folder / "sections.yaml").open("a", encoding="utf-8") as sections:
        sections.write(READING)
    list(regenerate(course))
    write_site(course.reloaded(), tmp_path / "site")
    with ServedFolder(tmp_path / "site") as served:
        page.set_viewport_size({"width": 360, "height": 500})
        page.goto(f"{served.address}3-story.html")
        mark = page.locator("header.site li:has([aria-current])")
        expect(mark).to_have_attribute("data-done", "no")
        page.locator(".section-end").scroll_into_view_if_needed()
        expect(mark).to_have_attribute("data-done", "yes")


@pytest.mark.parametrize("motion", ["no-preference", "reduce"])
def test_the_mark_fills_once_when_the_section_becomes_done(page: Page, site: ServedSite, motion: str) -> None:
    page.emulate_media(reduced_motion=motion)  # type: ignore[arg-type]
    page.goto(f"{site.address}{WHY}")
    level = in_header(page, "why").locator(".level")
    fills, is_still = ("transition-duration", "1.1s"), ("transition-duration", "0s")
    choose(page, 8)
    expect(level).to_have_css(*is_still)
    finish(page)
    choose(page, 1)  # what is done is shown once more while the mark fills
    expect(level).to_have_css(*(fills if motion == "no-preference" else is_still))
    page.reload()
    expect(level).to_have_css(*is_still)


def test_without_a_script_nothing_is_said_of_progress(page: Page, files: FileSite) -> None:
    html = (files.folder / WHY).read_text(encoding="utf-8")
    (files.folder / "without.html").write_text(html.replace("<script", "<noscript").replace("</script", "</noscript"))
    page.goto(f"{files.address}without.html")
    expect(page.locator(".section-end")).to_be_hidden()
    (files.folder / "without.html").unlink()
