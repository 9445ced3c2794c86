"""Cases in a real browser: each way is walked to its end, what follows from an answer is seen, and nothing is lost."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from miss import PatientCase
from miss.interactions.case.records import items_of, picture_at, stops_on
from miss.interactions.case.screen import stop_title
from miss.schema.text import plain
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.conftest import COURSE
from tests.support.answers import half_answer, right_answer, wrong_answer

from .choosing import choose
from .deliveries import ServedSite
from .moment_bar import BACK, NEXT
from .server import VoilaServer
from .test_widgets import follows, open_page
from .walking import (
    CASES,
    ELEMENT,
    FIGURE,
    OPEN,
    PAGES,
    Hand,
    KeyHand,
    expect_stop,
    open_case,
    set_state,
    state_of,
    walk,
)

# Each stop with questions from whose answers something follows.
TURNS = [("mr-k", "ward-bell", "q122"), ("mr-k", "home-headache", "q153"), ("mrs-t", "early", "q208")]
# The points of some answers to each question; of a question without points, whether they are right.
SCORES = """(element, given) => Object.fromEntries(Object.entries(given).map(([id, answers]) => {
  const question = element.byId.get(id);
  const { maximum } = question.scoreOf([]);
  return [id, answers.map((answer) =>
    question.rule ? [question.scoreOf(answer).points, maximum] : [Number(question.isRight(answer)), 1])];
}))"""


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Page]:
    with chromium.new_context(viewport={"width": 390, "height": 844}, has_touch=True) as context:
        yield context.new_page()


def right_answers(key: str, path: str) -> dict[str, list[str]]:
    """The right answers on a path."""
    return {item.id: right_answer(item) for item in items_of(stops_on(CASES[key], path or None))}


def in_any_order(answers: Mapping[str, list[str]]) -> dict[str, list[str]]:
    return {id: sorted(answer) for id, answer in answers.items()}


def expect_answers(element: Locator, answers: Mapping[str, list[str]]) -> None:
    assert in_any_order(state_of(element)["answers"]) == in_any_order(answers)


def expect_end(element: Locator, key: str, path: str) -> None:
    """Each stop of the path has its result, and nothing is to be read again or left open."""
    results = [
        f"{stop_title(CASES[key], stop)}: {len(stop.items)} of {len(stop.items)} questions all right."
        for stop in stops_on(CASES[key], path or None)
    ]
    expect(element.locator(".stop-results li")).to_have_text(results)
    expect(element.locator(".end .reading")).to_be_hidden()
    expect(element.locator(".end .to-open")).to_be_hidden()


def go_other_way(hand: Hand, element: Locator, path: str, name: str) -> None:
    """Take the way that was not taken; its first question is shown."""
    other = element.locator(".other-way:visible")
    expect(other).to_have_text(f"Go the other way: {name}")
    hand.press(f"{ELEMENT} .other-way:visible")
    first = next(stop for stop in CASES["mr-k"].stops if stop.path == path)
    expect(element.locator(".patient-when")).to_have_text(first.when)
    expect(element.page.locator(OPEN)).to_have_attribute("data-id", first.items[0].id)
    expect(element.page.locator(f"{OPEN} legend").first).to_be_focused()


def test_the_first_way_is_walked_by_mouse(page: Page, site: ServedSite) -> None:
    element = open_case(page, site, "mr-k")
    hand = Hand(page)
    walk(hand, element, "mr-k", "rings")
    expect_end(element, "mr-k", "rings")
    expect_answers(element, right_answers("mr-k", "rings"))
    go_other_way(hand, element, "sleeps", "He sleeps most of the evening")
    expect_answers(element, right_answers("mr-k", "rings"))


def test_the_other_way_is_walked_by_touch(phone: Page, site: ServedSite) -> None:
    """It begins where the first way ends; what was answered there is kept, and seen again."""
    element = open_case(phone, site, "mr-k")
    first, hand = right_answers("mr-k", "rings"), Hand(phone, touch=True)
    set_state(element, path="rings", answers=first, position=len(first))
    go_other_way(hand, element, "sleeps", "He sleeps most of the evening")
    walk(hand, element, "mr-k", "sleeps", begin=3)
    expect_end(element, "mr-k", "sleeps")
    go_other_way(hand, element, "rings", "He rings for the nurse")
    expect(phone.locator(f"{OPEN} .result")).to_contain_text("Right")
    expect_answers(element, first | right_answers("mr-k", "sleeps"))
    progress = element.evaluate("element => element.progress")
    assert progress["done"] == progress["total"] == len(items_of(CASES["mr-k"].stops))


def test_a_case_without_a_fork_is_walked_by_keys(page: Page, site: ServedSite) -> None:
    element = open_case(page, site, "mrs-t")
    hand = KeyHand(page)
    walk(hand, element, "mrs-t", "")
    expect_end(element, "mrs-t", "")
    expect(element.locator(".other-way")).to_have_count(0)
    hand.press(f"{ELEMENT} .end .again")
    expect_stop(element, "mrs-t", CASES["mrs-t"].stops[0], "")
    expect_answers(element, {})
    assert not hand.keys.faults


@pytest.mark.parametrize(("key", "id", "asked"), TURNS)
def test_what_follows_from_an_answer_is_seen_once_it_is_given(
    page: Page, site: ServedSite, key: str, id: str, asked: str
) -> None:
    stop = next(each for each in CASES[key].stops if each.id == id)
    item = next(item for item in stop.items if item.id == asked)
    element = open_case(page, site, key, f"?stop={id}")
    before = picture_at(stop, asked, {})
    figure, told, question = page.locator(FIGURE), element.locator(".outcome:visible"), page.locator(OPEN)
    set_state(element, position=state_of(element)["drawn"].index(asked))
    outcomes = [outcome for outcome in stop.outcomes if outcome.item == asked]
    assert sorted(outcome.option for outcome in outcomes) == sorted(option.id for option in item.options)
    for outcome in outcomes:
        set_state(element, answers={})
        expect(question).to_have_attribute("data-id", asked)
        expect(figure).to_have_attribute("data-state", before)
        expect(told).to_have_count(0)
        choose(question, item, [outcome.option])
        expect(told).to_have_count(0)
        question.locator(".check").click()
        expect(figure).to_have_attribute("data-state", outcome.picture)
        expect(told).to_contain_text(plain(outcome.text))
        for seen in (figure, told, question.locator(".result")):
            expect(seen).to_be_in_viewport(ratio=0.9)
    page.locator(BACK).click()
    expect(figure).to_have_attribute("data-state", stop.picture)
    set_state(element, position=state_of(element)["position"] + 1)
    expect(figure).to_have_attribute("data-state", outcomes[-1].picture)
    expect(told).to_have_count(1)


def test_a_reader_goes_to_any_stop_and_goes_on_tomorrow(context: BrowserContext, page: Page, site: ServedSite) -> None:
    stops = {stop.id: stop for stop in CASES["mr-k"].stops}
    element, question = open_case(page, site, "mr-k", "?stop=ward-quiet"), page.locator(OPEN)

    def go_to(name: str, asked: str) -> Any:
        element.locator(".stops").get_by_role("button", name=f": {name}").click()
        expect(question).to_have_attribute("data-id", asked)
        return next(item for item in items_of(CASES["mr-k"].stops) if item.id == asked)

    expect_stop(element, "mr-k", stops["ward-quiet"], "sleeps")
    assert element.evaluate("element => element.permalinkValue") == "ward-quiet"
    page.locator(BACK).click()
    expect_stop(element, "mr-k", stops["recovery"], "sleeps")
    expect(question).to_have_attribute("data-id", "q119")
    for stop, asked, following in (("Clinic", "q101", "q102"), ("Ward", "q141", "q142")):
        item = go_to(stop, asked)
        choose(question, item, wrong_answer(item))
        question.locator(".check").click()
        page.locator(NEXT).click()
        expect(question).to_have_attribute("data-id", following)
    go_to("Clinic", "q102")  # the first open one
    go_to("Ward", "q142")
    left = state_of(element)
    page.close()
    again = context.new_page()
    again.goto(site.address)
    expect(again.locator(".section-count").get_by_text("2 of 46 questions").first).to_be_visible()
    again.locator(".begin a").click()
    element = again.locator(f"{ELEMENT}[data-live]")
    expect_stop(element, "mr-k", stops["ward-quiet"], "sleeps")
    expect(again.locator(OPEN)).to_have_attribute("data-id", "q142")
    assert state_of(element) == left
    set_state(element, path="", position=0)
    element.locator(".stops").get_by_role("button", name=": Home").click()
    expect(element.locator(".fork")).to_be_focused()


@pytest.mark.parametrize("key", CASES)
def test_python_scores_every_answer_as_the_page_does(page: Page, site: ServedSite, key: str) -> None:
    element, made = open_case(page, site, key), PatientCase(COURSE, key=key)
    given = {
        id: [right_answer(item), half_answer(item), wrong_answer(item), []]
        for id, item in ((item.id, item) for item in items_of(CASES[key].stops))
    }
    scores = {id: [[*made.score(id, *answer)] for answer in answers] for id, answers in given.items()}
    assert element.evaluate(SCORES, given) == scores
    made.answers = {id: answers[1] for id, answers in given.items() if answers[1]}
    set_state(element, answers=made.answers)
    assert element.evaluate("element => element.progress") == made.progress._asdict()


PICTURES = """(element, [path, answers]) => {
  element.change({ path, answers, position: 0 });
  return element.state.drawn.map((_, position) => {
    element.change({ position });
    return element.querySelector("figure-view").getAttribute("state");
  });
}"""


@pytest.mark.parametrize("key", CASES)
def test_the_picture_at_each_question_is_what_python_says(page: Page, site: ServedSite, key: str) -> None:
    element, made = open_case(page, site, key), PatientCase(COURSE, key=key)
    outcomes = [outcome for stop in CASES[key].stops for outcome in stop.outcomes]
    seen = set()
    for answers in [{}, *({outcome.item: [outcome.option]} for outcome in outcomes)]:
        for path in made.paths or [""]:
            made.path, made.answers = path, answers
            expected = []
            for position in range(len(made.drawn)):
                made.position = position
                expected.append(made.picture)
            assert element.evaluate(PICTURES, [path, answers]) == expected
            seen |= {*expected}
    assert {outcome.picture for outcome in outcomes} < seen


def test_next_leads_by_the_story_to_the_question_and_at_the_fork_to_the_choice(phone: Page, site: ServedSite) -> None:
    phone.goto(f"{site.address}{PAGES['mr-k']}.html")
    element, question = phone.locator(f"{ELEMENT}[data-live]"), phone.locator(f"{OPEN} legend").first
    expect(question).not_to_be_in_viewport()
    for shown in (element.locator(".story:visible"), question):
        phone.locator(NEXT).tap()
        expect(shown).to_be_in_viewport()
        assert state_of(element)["position"] == 0
    phone.locator(NEXT).tap()
    expect(phone.locator(OPEN)).to_have_attribute("data-id", CASES["mr-k"].stops[0].items[1].id)
    set_state(element, position=len(state_of(element)["drawn"]))
    phone.locator(NEXT).tap()
    expect(element.locator(".fork")).to_be_in_viewport()
    assert state_of(element)["path"] == ""


def test_its_state_reaches_a_kernel_and_comes_back(page: Page, voila: VoilaServer) -> None:
    open_page(page, voila, "6-mr-k")
    element, question = page.locator(ELEMENT), page.locator(OPEN)
    stops = {stop.id: stop for stop in CASES["mr-k"].stops}
    first = stops["clinic"].items[0]
    choose(question, first, half_answer(first))
    question.locator(".check").click()
    score = question.locator(".result small").first.inner_text().removesuffix(" points.")
    assert follows(voila, "sorted(case_mr_k.answers['q101'])", str(sorted(half_answer(first))))
    assert voila.run("print(case_mr_k.score('q101', *case_mr_k.answers['q101']))") == score
    voila.run("case_mr_k.choose('sleeps'); case_mr_k.answer('q141', *case_mr_k.right('q141'))")
    expect_stop(element, "mr-k", stops["ward-quiet"], "sleeps")
    expect(question.locator(".result")).to_contain_text("Right")
    page.locator(NEXT).click()
    expect(question).to_have_attribute("data-id", "q142")
    assert follows(
        voila,
        "(case_mr_k.path, case_mr_k.stop, case_mr_k.drawn[case_mr_k.position])",
        "('sleeps', 'ward-quiet', 'q142')",
    )
    assert voila.run("print(case_mr_k.results)") == "{'q101': 'wrong', 'q141': 'first'}"
