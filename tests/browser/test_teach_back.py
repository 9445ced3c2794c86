"""Teach-back in a real browser: first a talk is given, then it is compared with boxes and a model."""

from collections.abc import Iterator

import pytest
from miss import Course
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.support.asked_course import KEY, PAGE, make_asked_course

from .a11y.axe import judge, prepare
from .asking import ask, choose, press_check, same_in_python, use
from .at_rest import open_at_rest
from .choosing import SAID

ID = "q64"
TALK = "You may recover sooner. Fever: call the team."
BOXES = ["benefit", "risk", "sign", "said-back"]


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    return make_asked_course(tmp_path_factory.mktemp("talk"), ID)


@pytest.fixture(scope="module")
def address(course: Course) -> str:
    return f"{(course.folder / 'site').as_uri()}/"


@pytest.fixture(params=["touch", "keys"])
def by(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def context(chromium: Browser, by: str) -> Iterator[BrowserContext]:
    with chromium.new_context(viewport={"width": 390, "height": 844}, has_touch=by == "touch") as opened:
        yield opened


def is_first_said(question: Locator) -> None:
    """Nothing of the boxes is seen, reached by keys, or told to a screen reader."""
    expect(question.get_by_role("textbox")).to_be_visible()
    for each in question.locator(".compare, .compare input, .check").all():
        expect(each).to_be_hidden()
    tree = question.aria_snapshot()
    assert "checkbox" not in tree and "One way to say it" not in tree and "Check my answer" not in tree


def test_first_the_talk_then_the_boxes(page: Page, address: str, course: Course, by: str) -> None:
    question = ask(page, address, ID)
    is_first_said(question)
    prepare(page)
    assert not judge(page).violations
    words = question.get_by_role("textbox", name="Say it aloud, or write it here.")
    words.fill(TALK)
    assert question.locator(SAID).evaluate("each => each.getBoundingClientRect().height") >= 44
    use(question.locator(SAID), by, "Enter")
    expect(question.get_by_role("heading", name="Compare: what was in your talk?")).to_be_focused()
    expect(question.locator(SAID)).to_be_hidden()
    expect(words).to_be_in_viewport(ratio=1)
    expect(words).to_have_value(TALK)
    expect(question.locator(".model-talk")).to_be_visible()
    for example in question.locator(".example").all():
        expect(example).to_be_visible()
    assert not judge(page).violations
    choose(question, by, "nothing")
    choose(question, by, "benefit", "risk", "sign")
    expect(question.locator("input:checked")).to_have_count(3)  # not that there was none
    choose(question, by, "nothing")
    expect(question.locator("input:checked")).to_have_count(1)
    choose(question, by, "benefit", "risk", "sign")
    press_check(question, by)
    same_in_python(page, course, ID, BOXES[:3])
    expect(question.locator(".result")).to_have_text("3 of 4 are in it: say it once more")
    told = ["It was in your talk.", "It was in your talk.", "It was in your talk.", "Not in it yet."]
    expect(question.locator(".example .verdict")).to_have_text(told)
    expect(question.locator('[data-id="nothing"]')).to_be_hidden()
    assert not judge(page).violations
    page.reload()
    expect(question.locator(".result")).to_be_visible()
    expect(question.locator(".model-talk")).to_be_visible()
    expect(words).to_be_hidden()  # it was stored nowhere
    assert TALK not in page.evaluate("JSON.stringify({ ...localStorage, ...sessionStorage })")


def test_between_topics_it_is_said_once_more(page: Page, address: str, by: str) -> None:
    open_at_rest(page, f"{address}{PAGE}.html")
    check = page.locator(f'knowledge-check[data-key="{KEY}"][data-live]')
    question = check.locator(".item[data-open]")
    is_first_said(question)
    use(question.locator(SAID), by, "Enter")
    choose(question, by, "nothing")
    press_check(question, by)
    expect(question.locator(".reason")).to_have_text("Say it once more, with the example beside you.")
    use(question.get_by_role("button", name="Try again"), by, "Enter")
    expect(question.locator(".model-talk")).to_be_visible()
    choose(question, by, *BOXES)
    press_check(question, by)
    expect(question.locator(".result")).to_have_text("All 4 are in it")
    assert check.evaluate("check => check.state.answers")[ID] == BOXES
