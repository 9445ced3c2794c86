"""A bow-tie in a real browser: its slots fill as one chooses, and show what was right."""

from collections.abc import Iterator

import pytest
from miss import Course
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.support.asked_course import KEY, PAGE, make_asked_course

from .a11y.axe import judge, prepare
from .asking import ask, choose, press_check, same_in_python
from .at_rest import open_at_rest

ID = "q50"
RIGHT = ["actions.call", "actions.flat", "conditions.hematoma", "parameters.legs", "parameters.saddle"]
FOUR = ["actions.call", "actions.round", "conditions.hematoma", "parameters.saddle", "parameters.legs"]
TEXTS = [
    "Call the surgeon now and stay",
    "Tell the surgeon on the next round",
    "A hematoma on the cauda equina",
    "Saddle feeling and bladder",
    "Leg strength, both sides",
]
# Whether the text of each slot is inside it, and each slot inside the window.
FITS = """(bow) => [...bow.querySelectorAll('.slot')].every((slot) => {
  const { left, right, top, bottom } = slot.getBoundingClientRect(), text = document.createRange();
  text.selectNodeContents(slot);
  const words = text.getBoundingClientRect();
  return left >= 0 && right <= innerWidth && words.left >= left && words.right <= right && words.top >= top
    && words.bottom <= bottom;
})"""

LINES = """(cell) => {
  const text = document.createRange();
  text.selectNodeContents(cell);
  return new Set([...text.getClientRects()].map(({ top }) => top)).size;
}"""
MARKS = "all => all.map((each) => getComputedStyle(each, '::before').content)"


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    return make_asked_course(tmp_path_factory.mktemp("bowtie"), ID)


@pytest.fixture(scope="module")
def address(course: Course) -> str:
    return f"{(course.folder / 'site').as_uri()}/"


@pytest.fixture(params=["mouse", "keys", "touch"])
def by(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def context(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    touch = "touch" in request.node.name
    size = {"width": 360, "height": 740} if touch else {"width": 1280, "height": 800}
    with chromium.new_context(viewport=size, has_touch=touch) as opened:  # type: ignore[arg-type]
        yield opened


def slots(question: Locator) -> list[str]:
    return question.locator(".slot .held").all_inner_texts()


def verdicts(question: Locator) -> list[str]:
    return [slot.get_attribute("data-verdict") or "" for slot in question.locator(".slot").all()]


def test_its_slots_fill_and_show_what_was_right(page: Page, address: str, course: Course, by: str) -> None:
    question = ask(page, address, ID)
    assert slots(question) == [""] * 5
    choose(question, by, *FOUR)
    assert slots(question) == TEXTS
    choose(question, by, "actions.ring")
    expect(question.get_by_role("alert")).to_have_text("Choose 2 at most. Take one back first.")
    assert slots(question) == TEXTS
    press_check(question, by)
    assert same_in_python(page, course, ID, FOUR) == "4 of 5"
    expect(question.locator(".result")).to_contain_text("Partly right")
    expect(question.locator(".result small")).to_have_text("4 of 5 points.")
    assert verdicts(question) == ["both", "chosen", "both", "both", "both"]
    marks = question.locator(".slot .held").evaluate_all(MARKS)
    assert [mark.strip('" ') for mark in marks] == ["✓", "✕", "✓", "✓", "✓"]
    told = {"call": "Your answer, and right.", "round": "Your answer, not right.", "flat": "Right answer."}
    for id, said in told.items():
        why = question.locator(f'.option[data-id="actions.{id}"] .why')
        expect(why).to_be_visible()
        expect(why).to_contain_text(said)
    page.reload()
    expect(question.locator(".result")).to_contain_text("4 of 5 points.")
    assert sorted(slots(question)) == sorted(TEXTS)
    assert sorted(verdicts(question)) == ["both"] * 4 + ["chosen"]


def test_a_slot_keeps_what_it_holds(page: Page, address: str) -> None:
    question = ask(page, address, ID)
    choose(question, "mouse", "actions.ring", "actions.call")
    assert slots(question)[:2] == ["Look for a ring on the dressing", "Call the surgeon now and stay"]
    choose(question, "mouse", "actions.ring")
    assert slots(question)[:2] == ["", "Call the surgeon now and stay"]
    choose(question, "mouse", "actions.flat", "conditions.leak", "conditions.opioid")
    assert slots(question)[:3] == [
        "Keep him flat, give nothing by mouth",
        "Call the surgeon now and stay",
        "Too much of an opioid",
    ]


def test_all_right(page: Page, address: str, course: Course) -> None:
    question = ask(page, address, ID)
    choose(question, "mouse", *RIGHT[::-1])
    press_check(question, "mouse")
    assert same_in_python(page, course, ID, RIGHT) == "5 of 5"
    expect(question.locator(".result")).to_have_text("Right 5 of 5 points.")


def test_all_slots_are_filled_first(page: Page, address: str) -> None:
    question = ask(page, address, ID)
    press_check(question, "mouse")
    expect(question.get_by_role("alert")).to_have_text("Choose an answer first.")
    choose(question, "mouse", *RIGHT[:-1])
    press_check(question, "mouse")
    expect(question.get_by_role("alert")).to_contain_text("Fill all five places first")
    expect(question.locator(".result")).to_be_empty()


def test_its_banks_have_names(page: Page, address: str) -> None:
    question = ask(page, address, ID)
    for name, role, count in (("Actions to take", "checkbox", 5), ("Condition most likely", "radio", 4)):
        group = question.get_by_role("group", name=name)
        expect(group.get_by_role(role)).to_have_count(count)  # type: ignore[arg-type]
    monitored = question.get_by_role("group", name="Parameters to monitor Choose 2", exact=True)
    expect(monitored.get_by_role("checkbox")).to_have_count(5)


@pytest.mark.parametrize("width", [320, 390, 900, 1280, 1920])
def test_its_words_fit(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    question = ask(page, address, ID)
    bow = question.locator(".bow")
    assert bow.evaluate(FITS)
    choose(question, "mouse", *FOUR)
    assert bow.evaluate(FITS)
    press_check(question, "mouse")
    assert bow.evaluate(FITS)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert (bow.bounding_box() or {"height": 0})["height"] < 330
    across = question.locator(".bow .across").is_visible()
    assert across == (width > 600) and question.locator(".bow .down").is_visible() != across


def test_no_value_of_a_chart_breaks_on_a_narrow_phone(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    cells = ask(page, address, ID).locator(".exhibit td")
    for value in ("130/80", "36.9", "normal", "numb"):
        assert cells.get_by_text(value, exact=True).first.evaluate(LINES) == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(page: Page, address: str, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    question = ask(page, address, ID)
    prepare(page)
    assert not judge(page).violations
    choose(question, "mouse", *FOUR)
    press_check(question, "mouse")
    assert not judge(page).violations


def test_in_a_given_check_it_is_tried_again(page: Page, address: str) -> None:
    open_at_rest(page, f"{address}{PAGE}.html")
    check = page.locator(f'knowledge-check[data-key="{KEY}"]')
    choose(check, "mouse", *FOUR)
    press_check(check, "mouse")
    expect(check.locator(".result")).to_contain_text("Not this one")
    expect(check.locator(".reason")).to_contain_text("Strength can go within minutes to hours.")
    assert verdicts(check) == ["both", "chosen", "both", "both", "both"]
    expect(check.locator('.option[data-id="actions.flat"]')).to_have_attribute("data-verdict", "")
    check.get_by_role("button", name="Try again").click()
    assert slots(check) == TEXTS and verdicts(check) == [""] * 5
    choose(check, "mouse", "actions.round", "actions.flat")
    press_check(check, "mouse")
    expect(check.locator(".result")).to_have_text("Right")
    page.reload()
    expect(check.locator(".result")).to_contain_text("Right")
    assert verdicts(check) == ["both"] * 5


def test_without_a_script_the_key_is_open(chromium: Browser, address: str) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}5-check-yourself.html")
        question = page.locator(f'.item[data-id="{ID}"]')
        assert sorted(slots(question)) == sorted([TEXTS[0], "Keep him flat, give nothing by mouth", *TEXTS[2:]])
        for why in question.locator(".why").all():
            expect(why).to_be_visible()


def test_the_room_sees_the_slots_filled_at_the_end(page: Page, address: str) -> None:
    page.goto(f"{address}5-check-yourself.html?view=trainer")
    key = page.locator(f".answer-key [data-id={ID}]")
    expect(key.locator(".slot .held").first).to_have_text(TEXTS[0])
    key.locator(".ask-room").click()
    poll = page.locator("dialog.room-dialog")
    expect(poll.locator(".exhibit")).to_be_visible()
    expect(poll.locator(".answers").first).to_be_hidden()
    poll.locator("button.on").click()
    expect(poll.locator(".answers > li")).to_have_count(14)
    expect(poll.locator(".answers > li").first).to_be_visible()
    right = poll.locator(".answers > li.in[data-right=yes]")
    for told in (2, 3, 5):
        poll.locator("button.on").click()
        expect(right).to_have_count(told)
