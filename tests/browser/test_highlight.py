"""A highlight in a real browser: words of a text and cells of a table are marked, and judged where they stand."""

from collections.abc import Iterator

import pytest
from miss import Course
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.support.asked_course import KEY, PAGE, make_asked_course

from .a11y.axe import judge, prepare
from .asking import ask, choose, label_of, press_check, same_in_python
from .at_rest import open_at_rest

TEXT, TABLE = "q52", "q54"
RIGHT = {TEXT: ["upright", "lying", "sick", "watery", "pads"], TABLE: ["breaths", "saturation", "awake"]}
# Some right ones and a wrong one, with the points in words.
HALF = {TEXT: ["upright", "lying", "watery", "legs"], TABLE: ["breaths", "awake", "ankle"]}
TOLD = {
    TEXT: "2 of 5 points. 3 right \N{MINUS SIGN} 1 wrong = 2.",
    TABLE: "1 of 3 points. 2 right \N{MINUS SIGN} 1 wrong = 1.",
}
# How an option is drawn: its frame, apart from its color.
FRAME = """(option) => {
  const { borderTopStyle, borderTopColor } = getComputedStyle(option.querySelector('.answer'));
  return borderTopColor === 'rgba(0, 0, 0, 0)' ? 'none' : borderTopStyle;
}"""


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    return make_asked_course(tmp_path_factory.mktemp("highlight"), TEXT, TABLE)


@pytest.fixture(scope="module")
def address(course: Course) -> str:
    return f"{(course.folder / 'site').as_uri()}/"


@pytest.fixture(params=["mouse", "keys", "touch"])
def by(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=[TEXT, TABLE], ids=["text", "table"])
def id(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def context(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    touch = "touch" in request.node.name
    size = {"width": 360, "height": 740} if touch else {"width": 1280, "height": 800}
    with chromium.new_context(viewport=size, has_touch=touch) as opened:  # type: ignore[arg-type]
        yield opened


def option(question: Locator, token: str) -> Locator:
    return question.locator(f'.option[data-id="{token}"]')


def test_it_is_marked_and_judged_in_place(page: Page, address: str, course: Course, id: str, by: str) -> None:
    question = ask(page, address, id)
    expect(question.locator(".because")).to_be_hidden()
    choose(question, by, *HALF[id][:1])
    assert option(question, HALF[id][0]).evaluate(FRAME) == "solid"
    choose(question, by, *HALF[id][:1])  # taken back
    assert option(question, HALF[id][0]).evaluate(FRAME) == "none"
    press_check(question, by)
    expect(question.get_by_role("alert")).to_have_text("Choose an answer first.")
    choose(question, by, *HALF[id])
    press_check(question, by)
    points = same_in_python(page, course, id, HALF[id])
    expect(question.locator(".result")).to_contain_text("Partly right")
    expect(question.locator(".result")).to_contain_text(TOLD[id])
    assert f"{points} points" in TOLD[id]
    shown(question, id)
    page.reload()
    expect(question.locator(".result")).to_contain_text(TOLD[id])
    shown(question, id)


def shown(question: Locator, id: str) -> None:
    """Each token has its verdict where it stands, in words and by its frame, and its reason in the list below."""
    for each in question.locator(".option").all():
        token = each.get_attribute("data-id") or ""
        marked, right = token in HALF[id], token in RIGHT[id]
        assert each.locator("input").is_checked() == marked
        sign = {(True, True): "right", (False, True): "missed", (True, False): "not right"}.get((marked, right), "")
        expect(each.locator(".verdict")).to_have_text(sign)
        assert each.evaluate(FRAME) == {"right": "solid", "missed": "dotted", "not right": "dashed"}.get(sign, "none")
        expect(question.locator(f'.because [data-token="{token}"] .why')).to_be_visible()
    expect(question.locator(".because li")).to_have_count(question.locator(".option").count())


def test_all_right(page: Page, address: str, course: Course, id: str) -> None:
    question = ask(page, address, id)
    choose(question, "mouse", *RIGHT[id][::-1])
    press_check(question, "mouse")
    same_in_python(page, course, id, RIGHT[id])
    expect(question.locator(".result")).to_contain_text("Right")
    maximum = len(RIGHT[id])
    expect(question.locator(".result")).to_contain_text(f"{maximum} of {maximum} points.")


def test_nothing_tells_how_many_are_right(page: Page, address: str, id: str) -> None:
    question = ask(page, address, id)
    shown = question.inner_text()
    assert "points" not in shown and "missed" not in shown and "Choose" not in shown
    frames = {option.evaluate(FRAME) for option in question.locator(".option").all()}
    assert frames == {"none"}


def test_a_cell_is_named_by_its_row_and_time(page: Page, address: str) -> None:
    question = ask(page, address, TABLE)
    expect(question.get_by_role("checkbox", name="Ankle up, left / right, 11:00: 4 / 5", exact=True)).to_be_visible()
    expect(question).to_contain_text("For tables we count the whole table as one.")
    expect(ask(page, address, TEXT)).not_to_contain_text("For tables")


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_each_token_is_as_high_as_a_finger(page: Page, address: str, id: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    question = ask(page, address, id)
    for each in question.locator(".option").all():
        label = each.evaluate("each => Math.min(...[...each.getClientRects()].map(({ height }) => height))")
        assert label >= 43.5
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_focus_can_be_seen(page: Page, address: str, id: str) -> None:
    question = ask(page, address, id)
    first = question.locator(".option input").first
    first.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    expect(first).to_be_focused()
    assert label_of(first).evaluate("label => getComputedStyle(label).outlineStyle") == "solid"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(page: Page, address: str, id: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    question = ask(page, address, id)
    prepare(page)
    assert not judge(page).violations
    choose(question, "mouse", *HALF[id])
    press_check(question, "mouse")
    assert not judge(page).violations


def test_in_a_given_check_it_is_tried_again(page: Page, address: str) -> None:
    open_at_rest(page, f"{address}{PAGE}.html")
    check = page.locator(f'knowledge-check[data-key="{KEY}"]')
    question = check.locator(".item[data-open]")
    choose(question, "mouse", "upright", "legs")
    press_check(question, "mouse")
    untold = "Not this one"
    expect(question.locator(".result")).to_have_text(untold)
    expect(question.locator(".reason")).to_contain_text("as strong as before Good news")
    expect(option(question, "legs").locator(".verdict")).to_have_text("not right")
    for token in RIGHT[TEXT][1:]:
        expect(option(question, token)).to_have_attribute("data-verdict", "")
    expect(question.locator(".because")).to_be_hidden()
    check.get_by_role("button", name="Try again").click()
    expect(question.locator("input:checked")).to_have_count(2)
    choose(question, "mouse", "legs", *RIGHT[TEXT][1:])
    press_check(question, "mouse")
    expect(question.locator(".result")).to_contain_text("Right")
    expect(question.locator(".reasons summary")).to_be_visible()


def test_without_a_script_the_key_is_open(chromium: Browser, address: str, id: str) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}5-check-yourself.html")
        question = page.locator(f'.item[data-id="{id}"]')
        for each in question.locator(".option").all():
            told = "right" if each.get_attribute("data-id") in RIGHT[id] else ""
            expect(each.locator(".verdict")).to_have_text(told)
        for why in question.locator(".why").all():
            expect(why).to_be_visible()


def test_the_room_sees_what_is_right_at_the_end(page: Page, address: str, id: str) -> None:
    page.goto(f"{address}5-check-yourself.html?view=trainer")
    page.locator(f".answer-key [data-id={id}] .ask-room").click()
    poll = page.locator("dialog.room-dialog")
    expect(poll.locator(".token").first).to_be_visible()
    expect(poll.locator(".why:visible")).to_have_count(0)
    poll.locator("button.on").click()
    expect(poll.locator(".why:visible")).to_have_count(1)
    expect(poll.locator(".token.lit")).to_have_count(1)
