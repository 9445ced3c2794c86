"""A question of the toy kind in a real browser: answered with the mouse, judged, told, and voted on."""

from collections.abc import Iterator

import pytest
from miss import Course, KnowledgeCheck
from miss.export.site import write_site
from playwright.sync_api import Page, expect

from tests.support.pair_course import ID, make_pair_course, registered


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Course]:
    with registered():
        course = make_pair_course(tmp_path_factory.mktemp("pairs"))
        write_site(course, course.folder / "site", trainer=True)
        yield course


@pytest.fixture
def address(course: Course) -> str:
    return f"{(course.folder / 'site').as_uri()}/5-check-yourself.html"


@pytest.mark.parametrize("second", ["lock", "kite"])
def test_it_is_answered_with_the_mouse(page: Page, course: Course, address: str, second: str) -> None:
    page.goto(address)
    page.evaluate(f"document.querySelector('knowledge-check').startRound(1, ['{ID}'])")
    question = page.locator("article.item:visible")
    expect(question).to_have_attribute("data-id", ID)
    expect(question.locator(".task")).to_have_text("Turn over two cards.")
    expect(question.locator(".why").first).to_be_hidden()
    question.get_by_role("button", name="Check my answer").click()
    expect(question.get_by_role("alert")).to_have_text("Choose an answer first.")
    for id, said in (("key", "1 card turned over"), (second, "2 cards turned over")):
        question.locator(f'[data-id="{id}"] .pick').click()
        expect(page.locator("knowledge-check > .status")).to_have_text(said)
    question.get_by_role("button", name="Check my answer").click()

    state = page.evaluate("document.querySelector('knowledge-check').state")
    check = KnowledgeCheck(course)
    check.drawn = state["drawn"]
    assert sorted(state["answers"][ID]) == sorted(["key", second])
    right = check.answer(ID, *state["answers"][ID])
    assert page.evaluate("document.querySelector('knowledge-check').progress") == check.progress._asdict()
    assert right == (second == "lock")
    expect(question.locator(".result")).to_have_attribute("data-right", "yes" if right else "no")
    expect(question.locator(".result")).to_have_text("Right 2 of 2 points." if right else "Partly right 1 of 2 points.")
    expect(question.locator('[data-id="lock"]')).to_have_attribute("data-verdict", "both" if right else "right")
    expect(question.locator('[data-id="lock"] .why')).to_contain_text("It takes the key.")
    page.reload()
    expect(question.locator(".result")).to_have_attribute("data-right", "yes" if right else "no")
    expect(question.locator(".pick[aria-pressed=true]")).to_have_count(2)


def test_it_is_in_the_answer_key_and_in_a_poll(page: Page, address: str) -> None:
    page.goto(f"{address}?view=trainer")
    entry = page.locator(f".answer-key [data-id={ID}]")
    expect(entry.locator(".pair")).to_have_text("A key + A lock")
    entry.locator(".ask-room").click()
    poll = page.locator("dialog.room-dialog")
    expect(poll.locator(".stem")).to_have_text("Which two hang together?")
    poll.locator(".answers > li").first.click()
    expect(poll.locator(".hands").first).to_have_text("1")
    expect(poll.locator(".why:visible")).to_have_count(0)
    poll.locator("button.on").click()
    expect(poll.locator(".why:visible")).to_contain_text("It opens the lock.")
