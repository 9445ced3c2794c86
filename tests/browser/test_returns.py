"""What was answered comes back after 5, 14 and 35 days: on this device, by a calendar file, and by nothing else."""

from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.conftest import COURSE
from tests.support.answers import right_answer as right_answer_to
from tests.support.answers import wrong_answer

from .a11y.axe import judge, prepare
from .asking import ROUND, press_check
from .choosing import choose
from .deliveries import ServedSite
from .test_carry import other_device
from .test_done import CHECK
from .test_widgets import Course

TODAY = date(2026, 11, 27)
POOL = {item.id: item for item in COURSE.content.records["quiz"]}
ASKED = ("q01", "q06")
REMINDER = time(18)
RETURNS = "course-returns"


def at_day(page: Page, days: int) -> None:
    """Set the clock of the page: so many days later, at noon."""
    page.clock.set_fixed_time(datetime.combine(TODAY + timedelta(days), datetime.min.time()).replace(hour=12))


def right_answer(id: str) -> list[str]:
    return right_answer_to(POOL[id])


def answer(page: Page, id: str, ids: list[str]) -> None:
    question = page.locator(f'{ROUND} .item[data-id="{id}"]')
    expect(question).to_be_visible()
    choose(question, POOL[id], ids)
    press_check(question, "mouse")
    expect(question.locator(".result")).not_to_be_empty()


def go_on(page: Page) -> None:
    page.locator(ROUND).evaluate("check => check.forward()")


def answer_all(page: Page, address: str, answers: dict[str, list[str]]) -> None:
    """Answer a round of these questions, which a link names."""
    page.goto(f"{address}{CHECK}?round={','.join(answers)}")
    for id, ids in answers.items():
        answer(page, id, ids)
        go_on(page)


def told(page: Page, address: str) -> Locator:
    page.goto(f"{address}index.html")
    return page.locator(RETURNS)


@pytest.fixture
def answered(page: Page, site: ServedSite) -> Page:
    """A page on which two questions were answered right, on the first day."""
    at_day(page, 0)
    answer_all(page, site.address, {id: right_answer(id) for id in ASKED})
    return page


def test_who_has_answered_nothing_is_told_nothing(page: Page, course: Course) -> None:
    expect(told(page, course.address)).to_be_hidden()


def test_a_question_comes_back_after_5_and_14_and_35_days_and_a_miss_after_5(answered: Page, site: ServedSite) -> None:
    expect(answered.locator(RETURNS)).to_contain_text("2 questions come back on Wednesday, December 2.")
    day = 0
    for wait in (5, 14):
        at_day(answered, day + wait - 1)
        expect(told(answered, site.address).locator(".due")).to_be_hidden()
        day += wait
        at_day(answered, day)
        expect(told(answered, site.address).locator(".due p")).to_contain_text("2 questions are due today")
        answered.get_by_role("link", name="Answer 2 questions").click()
        for id in ASKED:
            wrong = id == "q06" and wait == 14
            answer(answered, id, wrong_answer(POOL[id]) if wrong else right_answer(id))
            go_on(answered)
        expect(told(answered, site.address).locator(".due")).to_be_hidden()
    at_day(answered, day + 5)
    expect(told(answered, site.address).locator(".due p")).to_contain_text("1 question is due today")
    assert "round=q06" in str(answered.locator(f"{RETURNS} .due a").get_attribute("href"))
    at_day(answered, day + 35)
    expect(told(answered, site.address).locator(".due p")).to_contain_text("2 questions are due today")


def test_a_long_list_is_given_in_pieces_of_a_few_minutes(page: Page, site: ServedSite) -> None:
    at_day(page, 0)
    page.goto(f"{site.address}{CHECK}")
    due = {id: ["2026-11-20", 5] for id in POOL}
    page.locator(ROUND).evaluate("check => check.change({})")  # so that something is stored
    store(page, {"returns": due})
    expect(told(page, site.address).locator(".due p")).to_contain_text(f"{len(POOL)} questions are due. The first ")
    page.locator(f"{RETURNS} .due a").click()
    drawn = page.locator(ROUND).evaluate("check => check.state.drawn")
    assert drawn == list(POOL)[: len(drawn)] and 1 <= len(drawn) <= 6
    assert page.locator(ROUND).evaluate("check => check.state.answers") == {}


def test_a_round_of_a_link_goes_on_and_begins_again_once_it_is_done(page: Page, site: ServedSite) -> None:
    link = f"{site.address}{CHECK}?round=q01,nothing,q06"
    page.goto(link)
    answer(page, "q01", right_answer("q01"))
    page.goto(link)
    state = page.locator(ROUND).evaluate("check => check.state")
    assert (state["drawn"], list(state["answers"])) == (["q01", "q06"], ["q01"])
    go_on(page)
    answer(page, "q06", right_answer("q06"))
    page.goto(link)
    assert page.locator(ROUND).evaluate("check => check.state.answers") == {}
    expect(page.locator(f'{ROUND} .item[data-id="q01"]')).to_be_visible()


def test_an_answer_between_topics_comes_back_too(page: Page, site: ServedSite) -> None:
    at_day(page, 0)
    page.goto(f"{site.address}1-what-it-is.html")
    check = page.locator("knowledge-check[data-given]").first
    check.evaluate("check => check.scrollIntoView()")
    id = check.locator(".item").first.get_attribute("data-id") or ""
    choose(check.locator(".item").first, POOL[id], wrong_answer(POOL[id]))
    if check.locator(".check").first.is_visible():
        press_check(check.locator(".item").first, "mouse")
    expect(told(page, site.address)).to_contain_text("1 question comes back on Wednesday, December 2.")


def calendar_events(page: Page, folder: Path) -> list[Any]:
    """Return the events of the file that the home page gives, as an independent reader finds them."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Put it in my calendar").click()
    assert download.value.suggested_filename == "questions-come-back.ics"
    download.value.save_as(folder / "file.ics")
    file = icalendar.Calendar.from_ical((folder / "file.ics").read_bytes())
    assert not file.errors and not [event.errors for event in file.events if event.errors]
    return list(file.events)


def test_a_calendar_reminds_on_three_days_and_its_link_brings_everything_back(
    answered: Page, site: ServedSite, chromium: Browser, folder: Path
) -> None:
    told(answered, site.address)
    events = calendar_events(answered, folder)
    days = [TODAY + timedelta(after) for after in (5, 5 + 14, 5 + 14 + 35)]
    assert [event.start for event in events] == [datetime.combine(day, REMINDER) for day in days]
    assert all(event.alarms.times for event in events)
    assert {str(event["SUMMARY"]) for event in events} == {"MISS: questions come back"}
    link = str(events[0]["URL"])
    assert link in str(events[0]["DESCRIPTION"])
    with other_device(chromium) as other:  # or this one, after its browser has deleted what was stored
        at_day(other, 5)
        other.goto(link)
        expect(other.locator(".carry .said")).to_contain_text("Added.")
        expect(other.locator(f"{RETURNS} .due p")).to_contain_text("2 questions are due today")


def test_a_later_calendar_file_replaces_the_earlier_one(answered: Page, site: ServedSite, folder: Path) -> None:
    told(answered, site.address)
    before = calendar_events(answered, folder)
    at_day(answered, 1)
    told(answered, site.address)
    after = calendar_events(answered, folder)
    assert [event["UID"] for event in before] == [event["UID"] for event in after]
    assert all(one["SEQUENCE"] < other["SEQUENCE"] for one, other in zip(before, after, strict=True))


@pytest.mark.parametrize("vendor", ["Apple Computer, Inc.", "Google Inc."])
def test_a_browser_that_forgets_is_told_of_once(answered: Page, site: ServedSite, vendor: str) -> None:
    answered.add_init_script(f"Object.defineProperty(navigator, 'vendor', {{ get: () => '{vendor}' }})")
    shown = [told(answered, site.address).locator(".storage").is_visible() for _ in range(2)]
    assert shown == [vendor.startswith("Apple"), False]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(answered: Page, site: ServedSite, scheme: Any) -> None:
    answered.emulate_media(color_scheme=scheme)
    for after in (0, 5):
        at_day(answered, after)
        expect(told(answered, site.address)).to_be_visible()
        prepare(answered)
        found = judge(answered, RETURNS)
        assert not found.violations, [str(each) for each in found.violations]


def test_what_was_done_is_cleared_with_all_else(answered: Page, site: ServedSite) -> None:
    expect(told(answered, site.address)).to_be_visible()
    answered.get_by_role("button", name="Forget what I have done").click()
    expect(answered.locator(RETURNS)).to_be_hidden()


def test_a_second_try_is_given_if_it_was_asked_for(page: Page, site: ServedSite) -> None:
    at_day(page, 0)
    page.goto(f"{site.address}{CHECK}")
    page.get_by_label("A second try before the answer is shown").check()
    page.locator("form.start [type=submit]").click()
    page.locator(ROUND).evaluate("check => check.startRound(1, ['q01', 'q06'])")
    question = page.locator(f'{ROUND} .item[data-id="q01"]')
    choose(question, POOL["q01"], wrong_answer(POOL["q01"]))
    press_check(question, "mouse")
    expect(question.locator(".hint")).to_have_text("Not right yet. Change your answer: there is one more try.")
    expect(question.locator(".why").first).to_be_hidden()
    page.reload()
    answer(page, "q01", right_answer("q01"))
    go_on(page)
    question = page.locator(f'{ROUND} .item[data-id="q06"]')
    choose(question, POOL["q06"], wrong_answer(POOL["q06"]))
    press_check(question, "mouse")
    press_check(question, "mouse")
    expect(question.locator(".result")).to_contain_text("Not right")
    assert page.locator(ROUND).evaluate("check => check.state.results") == {"q01": "later", "q06": "wrong"}
    at_day(page, 5)
    expect(told(page, site.address).locator(".due p")).to_contain_text("2 questions are due today")


def test_a_round_ends_with_what_was_right_of_each_objective(answered: Page, site: ServedSite) -> None:
    answered.goto(f"{site.address}{CHECK}?round=q01,q02,q06")
    for id in ("q01", "q02", "q06"):
        answer(answered, id, wrong_answer(POOL[id]) if id == "q02" else right_answer(id))
        go_on(answered)
    listed = answered.locator(".by-objective li:visible")
    expect(listed).to_have_count(0)
    answered.get_by_role("button", name="Show how many were right").click()
    expect(listed.locator("b")).to_have_text(["1 of 2 right", "1 of 1 right"])
    objectives = {objective.id: objective.text for objective in COURSE.content.course.objectives}
    expect(listed).to_contain_text([objectives["LO1"], objectives["LO3"]])


def store(page: Page, states: dict[str, Any]) -> None:
    """Add states to what the page has stored."""
    page.evaluate(
        """states => {
            const key = Object.keys(localStorage).find((each) => each.startsWith('course '))
            const stored = JSON.parse(localStorage[key])
            localStorage[key] = JSON.stringify({ ...stored, states: { ...stored.states, ...states } })
        }""",
        states,
    )
