"""Checks between the topics of a page: answered at once, tried again, kept, and shared with Python."""

import json
from collections.abc import Iterator

import pytest
from miss import Course
from miss.export.site import write_site
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.support.checks_course import CHECKS, PAGE, make_checks_course

from .a11y.axe import judge, prepare
from .at_rest import open_at_rest
from .deliveries import ServedFolder, ServedSite
from .finish import finish
from .moment_bar import BACK, press_in
from .other_course import miss
from .server import MissServer, VoilaServer
from .test_layout_shift import GOOD, phone, shifted
from .test_widgets import follows, open_page

CHECK = 'knowledge-check[data-key="{}"]'
QUESTION = {"ask-single": "q04", "ask-reply": "q08", "ask-several": "q02", "ask-order": "q07"}
BOXES = """(check) => [...check.querySelectorAll('.item[data-open] :is(.option, legend)')]
  .map((each) => { const { width, height } = each.getBoundingClientRect(); return [width, height]; })"""
# All of it in the window, and nothing over its middle.
IN_SIGHT = """(each) => {
  const { top, bottom, left, right } = each.getBoundingClientRect();
  const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  return top >= 0 && bottom <= innerHeight && Boolean(over) && each.contains(over);
}"""

# What the bar of a check covers: all of it, or a part.
COVERED = """(check) => {
  const { top, bottom } = check.querySelector('.item[data-open] .bar').getBoundingClientRect();
  return [...check.querySelectorAll('.item[data-open] :is(.option, .model, .feedback summary)')]
    .filter((each) => each.checkVisibility())
    .filter((each) => each.getBoundingClientRect().top < bottom && each.getBoundingClientRect().bottom > top)
    .map((each) => each.className || each.textContent);
}"""
# The options and what belongs to their verdict, that the edge of the bar cuts in two.
CUT = """(check) => {
  const { top } = check.querySelector('.item[data-open] .bar').getBoundingClientRect();
  return [...check.querySelectorAll('.item[data-open] .option')].map((each) => each.getBoundingClientRect())
    .filter((each) => each.top < top - 1 && each.bottom > top + 1).length;
}"""

# Where the name of a patient's words begins, where their bubble begins and ends, and where the room for it ends: beside
# the button that reads aloud.
SAID = """(check) => {
  const box = (selector) => check.querySelector(selector).getBoundingClientRect();
  const text = document.createRange();
  text.selectNodeContents(check.querySelector('.kicker'));
  const room = parseFloat(getComputedStyle(check.querySelector('legend')).paddingInlineEnd);
  const { left, right } = box('.patient');
  return [text.getBoundingClientRect().left, left, right, box('.options').right - room];
}"""
# Whether the first word of a line, but of the first one, would have had room in the line before it; how often.
TOO_EARLY = """(stem) => {
  const text = stem.firstChild, room = stem.closest('h3').getBoundingClientRect().right;
  const words = [...text.data.matchAll(/\\S+/g)].map(({ index, 0: word }) => {
    const range = document.createRange();
    range.setStart(text, index);
    range.setEnd(text, index + word.length);
    return range.getBoundingClientRect();
  });
  return words.filter((each, at) => at && each.top > words[at - 1].top && words[at - 1].right + 8 + each.width < room)
    .length;
}"""
# The boxes of the marks of the focus in a part, and that of the part itself.
MARKS = """(part) => {
  const box = (each, by = 0) => {
    const { left, top, right, bottom } = each.getBoundingClientRect();
    return [left - by, top - by, right + by, bottom + by];
  };
  const drawn = [part, ...part.querySelectorAll('*')].filter((each) => getComputedStyle(each).outlineStyle !== 'none');
  return [drawn.map((each) => box(each, parseFloat(getComputedStyle(each).outlineOffset))), box(part)];
}"""
# The buttons that can be seen and are filled: one at a time.
SOLID = """(check) => [...check.querySelectorAll('button')].filter((each) => each.checkVisibility() &&
  getComputedStyle(each).backgroundColor === getComputedStyle(check.querySelector('.try-again')).backgroundColor)
  .map((each) => each.textContent)"""


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    course = make_checks_course(tmp_path_factory.mktemp("checks"))
    write_site(course, course.folder / "site", trainer=True)
    return course


@pytest.fixture(scope="module")
def plain(course: Course) -> Iterator[ServedFolder]:
    with ServedFolder(course.folder / "site") as served:
        yield served


@pytest.fixture(scope="module")
def app(course: Course, tmp_path_factory: pytest.TempPathFactory) -> Iterator[VoilaServer]:
    with MissServer(tmp_path_factory.mktemp("app"), root=course.folder) as server:
        yield server


@pytest.fixture(params=["app", "plain"])
def delivered(request: pytest.FixtureRequest) -> VoilaServer | ServedFolder:
    return request.getfixturevalue(request.param)


@pytest.fixture
def opened(page: Page, plain: ServedFolder) -> Page:
    return open_at_rest(page, f"{plain.address}{PAGE}.html")


@pytest.fixture
def touched(chromium: Browser, plain: ServedFolder) -> Iterator[Page]:
    """The page on a phone."""
    with chromium.new_context(viewport={"width": 360, "height": 740}, has_touch=True) as context:
        yield open_at_rest(context.new_page(), f"{plain.address}{PAGE}.html")


def at(page: Page, key: str) -> Locator:
    return page.locator(CHECK.format(key))


def option(check: Locator, right: bool) -> Locator:
    return check.locator(f".item[data-open] .option[data-right={'yes' if right else 'no'}]").first


def answers(check: Locator) -> dict[str, list[str]]:
    found: dict[str, list[str]] = check.evaluate("check => check.state.answers")
    return found


@pytest.mark.parametrize("key", ["ask-single", "ask-reply"])
@pytest.mark.parametrize("right", [True, False], ids=["right", "wrong"])
@pytest.mark.parametrize("by", ["pointer", "Enter", "Space"])
def test_a_choice_answers(opened: Page, key: str, right: bool, by: str) -> None:
    check = at(opened, key)
    chosen = option(check, right)
    if by == "pointer":
        chosen.locator("label").click()
    else:
        chosen.locator("input").focus()
        opened.keyboard.press(by)
    id = chosen.get_attribute("data-id")
    assert answers(check) == {QUESTION[key]: [id]}
    expect(check.locator(".result")).to_have_text("Right" if right else "Not this one")
    reason = check.locator(".reason").inner_text()
    assert reason in chosen.locator(".why").evaluate("each => each.textContent")
    expect(check.locator(".status")).to_have_text(f"{'Right' if right else 'Not this one'}. {reason}")
    assert check.evaluate("check => check.results ?? check.state.results") == {
        QUESTION[key]: "first" if right else "wrong"
    }


def test_arrows_only_move(opened: Page) -> None:
    check = at(opened, "ask-single")
    check.locator("input").first.focus()
    for _ in range(4):
        opened.keyboard.press("ArrowDown")
        expect(check.locator("input:checked")).to_have_count(1)
        assert answers(check) == {} and check.evaluate("check => check.waiting")
    moved = check.locator("input:checked").input_value()
    opened.keyboard.press("Enter")
    assert answers(check) == {"q04": [moved]}


def test_what_the_arrows_chose_can_be_checked_by_a_button(opened: Page) -> None:
    check = at(opened, "ask-single")
    expect(check.locator(".check")).to_be_hidden()
    check.locator("input").first.focus()
    opened.keyboard.press("ArrowDown")
    check.get_by_role("button", name="Check my answer").click()
    assert len(answers(check)) == 1


@pytest.mark.parametrize("key", QUESTION)
def test_a_wrong_answer_gives_nothing_away(opened: Page, course: Course, key: str) -> None:
    check, id = at(opened, key), QUESTION[key]
    item = next(item for item in course.content.records["quiz"] if item.id == id)
    wrong = [choice.id for choice in getattr(item, "places", [])][::-1] or [
        next(each.id for each in item.options if not each.right)
    ]
    check.evaluate("(check, answers) => check.change({ answers })", {id: wrong})
    reasons = [choice.why for choice in getattr(item, "options", None) or item.places]
    shown = check.inner_text()
    assert len([why for why in reasons if why in shown]) == 1
    assert (
        check.locator(".option").evaluate_all(
            "all => all.filter(({ dataset }) => ['right', 'both', 'placed', 'other'].includes(dataset.verdict)).length"
        )
        == 0
    )
    for hidden in (".model", ".reasons", ".verdict"):
        for each in check.locator(hidden).all():
            expect(each).to_be_hidden()
    expect(check.locator(".try-again")).to_be_visible(visible=key in ("ask-several", "ask-order"))
    assert check.evaluate("check => check.waiting")


@pytest.mark.parametrize("key", ["ask-single", "ask-reply"])
@pytest.mark.parametrize("by", ["tap", "Enter", "Space"])
def test_another_option_is_chosen_after_a_wrong_one(touched: Page, key: str, by: str) -> None:
    check = at(touched, key)
    wrong = check.locator(".option[data-right=no]")
    order = check.locator(".option").evaluate_all("all => all.map((each) => each.dataset.id)")
    for number, each in enumerate([wrong.nth(0), wrong.nth(1)], 1):
        press(each, by)
        id = each.get_attribute("data-id")
        assert answers(check) == {QUESTION[key]: [id]}
        expect(each.locator("input")).to_be_focused()
        expect(check.locator(".option[data-verdict=chosen]")).to_have_count(number)
        expect(check.locator("input:enabled")).to_have_count(len(order))
        why = check.locator(".reason").inner_text()
        assert why in each.locator(".why").evaluate("each => each.textContent")
        expect(each.locator("input")).to_have_accessible_description(f"Your answer, not right. {why}")
        expect(check.get_by_role("button", name="Try again")).to_be_hidden()
        assert check.evaluate("check => [check.waiting, check.state.results]") == [True, {QUESTION[key]: "wrong"}]
    press(option(check, True), by)
    expect(check.locator(".result")).to_have_text("Right")
    expect(check.locator(".option[data-verdict=chosen]")).to_have_count(2)  # what was tried stays marked
    expect(check.locator(".option[data-verdict=both]")).to_have_count(1)
    expect(check.locator("input:enabled")).to_have_count(0)
    assert check.locator(".option").evaluate_all("all => all.map((each) => each.dataset.id)") == order
    assert check.evaluate("check => [check.waiting, check.state.results]") == [False, {QUESTION[key]: "later"}]


def press(option: Locator, by: str) -> None:
    """Answer with an option: by touch, or by a key."""
    if by == "tap":
        option.locator("label").tap()
    else:
        option.locator("input").focus()
        option.page.keyboard.press(by)


def test_arrows_only_move_from_a_wrong_answer(opened: Page) -> None:
    check = at(opened, "ask-single")
    press(option(check, False), "Enter")
    wrong = answers(check)
    expect(check.locator(".check")).to_be_hidden()
    opened.keyboard.press("ArrowDown")
    expect(check.locator("input:checked")).to_be_focused()
    assert answers(check) == wrong and wrong["q04"] != [check.locator("input:checked").input_value()]
    moved = check.locator("input:checked").input_value()
    check.get_by_role("button", name="Check my answer").click()
    assert answers(check) == {"q04": [moved]}


def test_the_other_reasons_are_one_tap_away(opened: Page, course: Course) -> None:
    check = at(opened, "ask-single")
    item = next(item for item in course.content.records["quiz"] if item.id == "q04")
    option(check, True).locator("label").click()
    fold = check.locator(".reasons")
    expect(fold.locator("summary")).to_have_text("Why not the others")
    expect(fold.locator("li").first).to_be_hidden()
    fold.locator("summary").click()
    for choice in item.options:
        expect(fold.get_by_text(choice.why)).to_have_count(0 if choice.right else 1)


def test_several_are_checked_by_a_button(opened: Page) -> None:
    check = at(opened, "ask-several")
    check.get_by_role("button", name="Check my answer").click()
    expect(check.get_by_role("alert")).to_have_text("Choose an answer first.")
    option(check, True).locator("input").check()
    assert answers(check) == {}
    check.get_by_role("button", name="Check my answer").click()
    expect(check.locator(".result")).to_have_text("Right so far, but not all of it")
    assert check.evaluate(SOLID) == ["Try again"]
    check.get_by_role("button", name="Try again").click()
    expect(check.locator(".option input").first).to_be_focused()
    expect(check.locator("input:checked")).to_have_count(1)
    for each in check.locator(".option[data-right=yes] input").all():
        each.check()
    check.get_by_role("button", name="Check my answer").click()
    expect(check.locator(".result")).to_have_text("Right")
    expect(check.locator(".reasons summary")).to_have_text("The reasons")


def test_another_tick_after_a_wrong_answer_keeps_the_others(opened: Page) -> None:
    check = at(opened, "ask-several")
    right = check.locator(".option[data-right=yes] input")
    right.first.check()
    check.get_by_role("button", name="Check my answer").click()
    expect(check.locator(".result")).to_have_text("Right so far, but not all of it")
    for each in right.all()[1:]:
        each.check()
        expect(check.locator(".result")).to_be_empty()
        expect(right.first).to_be_checked()
    check.get_by_role("button", name="Check my answer").click()
    expect(check.locator(".result")).to_have_text("Right")


def test_an_order_takes_what_comes_next(opened: Page, course: Course) -> None:
    check = at(opened, "ask-order")
    places = next(item for item in course.content.records["quiz"] if item.id == "q07").places
    last = check.locator(f'[data-id="{places[-1].id}"] .pick')
    last.click()
    expect(check.get_by_role("alert")).to_have_text(f"Not yet: {places[-1].why}")
    assert check.get_by_role("alert").evaluate(IN_SIGHT)
    expect(last).to_have_attribute("aria-pressed", "false")
    for number, place in enumerate(places, 1):
        pick = check.locator(f'[data-id="{place.id}"] .pick')
        pick.focus()
        opened.keyboard.press("Enter")
        expect(check.locator(".option").nth(number - 1)).to_have_attribute("data-id", place.id)
        expect(pick.locator(".number")).to_have_text(str(number))
        expect(check.locator(".hint")).to_be_empty()
    expect(check.locator(".result")).to_have_text("Right")
    assert answers(check) == {"q07": [place.id for place in places]}
    assert check.evaluate("check => check.state.results") == {"q07": "later"}  # the first one was not right


def test_it_is_there_again_and_in_another_tab(context: BrowserContext, plain: ServedFolder) -> None:
    page, other = context.new_page(), context.new_page()
    for tab in (page, other):
        tab.goto(f"{plain.address}{PAGE}.html")
    option(at(page, "ask-single"), True).locator("label").click()
    option(at(page, "ask-reply"), False).locator("label").click()
    expect(at(other, "ask-single").locator(".result")).to_have_text("Right")
    page.reload()
    for tab in (page, other):
        expect(at(tab, "ask-single").locator(".result")).to_have_text("Right")
        expect(at(tab, "ask-reply").locator(".reason")).not_to_be_empty()
        expect(at(tab, "ask-reply").locator("input:enabled")).to_have_count(4)
        expect(at(tab, "ask-several").locator(".result")).to_be_hidden()


def test_python_follows_and_leads(page: Page, delivered: VoilaServer | ServedFolder) -> None:
    open_page(page, delivered, PAGE)
    chosen = option(at(page, "ask-single"), True)
    chosen.locator("label").click()
    assert follows(delivered, "check_ask_single.answers", str({"q04": [chosen.get_attribute("data-id")]}))
    assert follows(delivered, "check_ask_single.progress.done", "1")
    if isinstance(delivered, VoilaServer):
        delivered.run("check_ask_several.answer('q02', 'cure')")
        wrong = "Not this one"
        expect(at(page, "ask-several").locator(".result")).to_have_text(wrong)


def test_two_questions_come_one_after_the_other(opened: Page) -> None:
    check = at(opened, "ask-two")
    ways = "check => [check.place, check.backward(), check.forward(), check.place, check.forward(), check.place]"
    assert check.evaluate(ways) == ["Question 1 of 2", False, True, "Question 2 of 2", False, "Question 2 of 2"]
    expect(check.locator("article.item:visible")).to_have_attribute("data-id", "q05")
    for right in (False, True):
        option(check, right).locator("label").click()
        assert check.evaluate(SOLID) == []
    assert check.evaluate("check => check.progress") == {"done": 1, "total": 2}
    press_in(opened, CHECK.format("ask-two"), BACK)
    expect(check.locator("article.item:visible")).to_have_attribute("data-id", "q01")
    option(check, False).locator("label").click()
    expect(check.locator(".result:visible")).to_have_text("Not this one")
    expect(check.locator(".controls")).to_be_hidden()
    check.evaluate("check => { check.forward(); delete check.dataset.docked }")  # as in JupyterLab, which has no bar
    check.get_by_role("button", name="Previous question").click()
    expect(check.locator("article.item:visible")).to_have_attribute("data-id", "q01")
    assert at(opened, "ask-single").evaluate("check => [check.place, check.forward(), check.backward()]") == [
        "",
        False,
        False,
    ]


def test_a_check_is_a_part_of_its_section(opened: Page, plain: ServedFolder) -> None:
    parts = json.loads(opened.locator('header.site li[data-section="what"]').get_attribute("data-parts") or "")
    totals = {part["key"]: part["total"] for part in parts}
    assert {key: totals[key] for key in CHECKS} == {key: len(items) for key, items in CHECKS.items()}
    option(at(opened, "ask-single"), True).locator("label").click()
    part = opened.locator('.section-end [data-part="ask-single"]')
    expect(part.locator(".part-count")).to_have_text("1 of 1 question")
    expect(part).to_have_attribute("data-part-done", "")
    finish(opened)
    opened.goto(f"{plain.address}index.html")
    expect(opened.locator('main [data-section="what"]').first).to_have_attribute("data-done", "yes")


def test_the_page_to_keep_counts_both_answers_to_a_question(opened: Page, plain: ServedFolder) -> None:
    at(opened, "ask-two").evaluate("check => check.change({ results: { q01: 'wrong' } })")
    at(opened, "ask-several").evaluate("check => check.change({ results: { q02: 'first' } })")
    opened.goto(f"{plain.address}keep.html")
    first = opened.locator('.reached [data-objective="LO1"] b')
    expect(first).to_have_text("1 of 2 right at the first try")
    opened.goto(f"{plain.address}5-check-yourself.html")
    opened.evaluate("document.querySelector('knowledge-check').change({ results: { q01: 'first', q02: 'wrong' } })")
    opened.goto(f"{plain.address}keep.html")
    expect(first).to_have_text("1 of 2 right at the first try")
    expect(opened.locator('[data-objective="LO1"]')).to_have_attribute("data-reached", "")
    expect(opened.locator(".again li")).to_have_count(0)


@pytest.mark.parametrize("key", ["ask-single", "ask-reply"])
@pytest.mark.parametrize("right", [True, False], ids=["right", "wrong"])
def test_the_verdict_is_in_sight_on_a_phone(opened: Page, key: str, right: bool) -> None:
    opened.set_viewport_size({"width": 360, "height": 740})
    check = at(opened, key)
    chosen = option(check, right)
    chosen.locator("label").click()
    expect(check.locator(".result")).not_to_be_empty()
    for selector in (".result", ".reason"):
        assert check.locator(selector).evaluate(IN_SIGHT), selector
    assert chosen.evaluate(IN_SIGHT)


@pytest.mark.parametrize(("width", "height"), [(360, 740), (1280, 800)])
@pytest.mark.parametrize("right", [True, False], ids=["right", "wrong"])
def test_the_verdict_covers_nothing(opened: Page, width: int, height: int, right: bool) -> None:
    opened.set_viewport_size({"width": width, "height": height})
    for key in ("ask-single", "ask-reply"):
        check = at(opened, key)
        chosen = option(check, right)
        chosen.locator("input").focus()
        opened.keyboard.press("Enter")
        expect(check.locator(".result")).not_to_be_empty()
        assert check.evaluate(CUT) == 0
        assert chosen.evaluate(IN_SIGHT) and check.locator(".result").evaluate(IN_SIGHT)
        check.locator(".where summary").first.scroll_into_view_if_needed()
        assert check.evaluate(COVERED) == []


@pytest.mark.parametrize("index", range(4))
def test_a_low_window_cuts_no_option(opened: Page, index: int) -> None:
    opened.set_viewport_size({"width": 360, "height": 560})
    check = at(opened, "ask-reply")
    chosen = check.locator(".option").nth(index)
    chosen.locator("label").click()
    expect(check.locator(".result")).not_to_be_empty()
    assert check.evaluate(CUT) == 0
    assert chosen.evaluate(IN_SIGHT) and check.locator(".result").evaluate(IN_SIGHT)


def test_the_keyboard_comes_from_the_verdict_to_what_belongs_to_it(opened: Page) -> None:
    check = at(opened, "ask-reply")
    option(check, True).locator("input").focus()
    opened.keyboard.press("Enter")
    expect(check.locator(".result")).to_be_focused()
    for stop in (".reasons summary", ".where summary"):
        opened.keyboard.press("Tab")
        expect(check.locator(stop).first).to_be_focused()
        assert check.locator(stop).first.evaluate(IN_SIGHT)


def surrounds(outer: list[float], inner: list[float]) -> bool:
    return all(a <= b for a, b in zip(outer[:2], inner[:2], strict=True)) and all(
        a >= b for a, b in zip(outer[2:], inner[2:], strict=True)
    )


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("key", ["ask-single", "ask-reply", "ask-several", "ask-order", "round"])
def test_one_mark_of_the_focus_is_around_the_whole_option(
    opened: Page, plain: ServedFolder, key: str, width: int
) -> None:
    opened.set_viewport_size({"width": width, "height": 800})
    if key == "round":
        opened.goto(f"{plain.address}5-check-yourself.html?round=1-5")
    check = at(opened, key) if key != "round" else opened.locator("knowledge-check")
    first = check.locator(".item[data-open] .option").first
    first.locator("input, .pick").focus()
    opened.keyboard.press("Shift")  # the keyboard is used
    (mark,), box = first.evaluate(MARKS)
    assert surrounds(mark, box)


@pytest.mark.parametrize("width", [360, 1280])
def test_the_mark_of_the_focus_is_around_the_whole_verdict(opened: Page, width: int) -> None:
    opened.set_viewport_size({"width": width, "height": 800})
    check = at(opened, "ask-single")
    press(option(check, True), "Enter")
    expect(check.locator(".result")).to_be_focused()
    (mark,), result = check.locator(".result").evaluate(MARKS)
    _, bar = check.locator(".bar").evaluate(MARKS)
    assert surrounds(mark, result)
    assert surrounds(bar, [mark[0] - 3, mark[1] - 3, mark[2] + 3, mark[3] + 3])  # the bar cuts what is outside
    assert mark[2] < bar[2] - 40  # as wide as its words, unlike a rule


@pytest.mark.parametrize(("key", "id"), [("ask-single", "q04"), ("ask-two", "q01")])
def test_the_lines_of_a_question_are_full_on_a_phone(touched: Page, key: str, id: str) -> None:
    stem = at(touched, key).locator(f'[data-id="{id}"] .stem')
    expect(stem).to_be_visible()
    assert stem.evaluate(TOO_EARLY) <= 1  # so that the last line is not one word


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_a_patients_words_begin_where_their_name_does(opened: Page, width: int) -> None:
    opened.set_viewport_size({"width": width, "height": 800})
    check = at(opened, "ask-reply")
    expect(check.get_by_text("A patient says")).to_be_visible()
    for words in (None, "No."):  # a bubble as wide as its words
        if words:
            check.locator(".patient").evaluate("(each, words) => { each.textContent = words }", words)
        name, start, end, edge = check.evaluate(SAID)
        assert abs(name - start) <= 1
        assert abs(end - edge) <= 1


@pytest.mark.parametrize("key", ["ask-single", "ask-reply", "ask-several", "ask-order"])
def test_nothing_grows_when_it_is_chosen(opened: Page, key: str) -> None:
    check = at(opened, key)
    before = sorted(check.evaluate(BOXES))
    for each in check.locator(".option :is(label, .pick)").all()[: 6 if key == "ask-order" else 1]:
        each.click()
    assert sorted(check.evaluate(BOXES)) == before


def test_it_is_read_without_a_script_and_on_paper(chromium: Browser, plain: ServedFolder, course: Course) -> None:
    items = {item.id: item for item in course.content.records["quiz"]}
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{plain.address}{PAGE}.html")
        for key, ids in CHECKS.items():
            for choice in (choice for id in ids for choice in getattr(items[id], "options", None) or items[id].places):
                for text in (choice.text, choice.why):
                    expect(at(page, key).get_by_text(text).first).to_be_visible()
            expect(at(page, key).locator("button:visible")).to_have_count(0)
    with chromium.new_context() as context:
        page = context.new_page()
        page.goto(f"{plain.address}{PAGE}.html")
        option(at(page, "ask-single"), False).locator("label").click()
        page.emulate_media(media="print")
        for choice in items["q04"].options:
            expect(at(page, "ask-single").locator(".why", has_text=choice.why)).to_be_visible()
        expect(at(page, "ask-single").locator(".bar")).to_be_hidden()


def test_axe_finds_nothing(opened: Page) -> None:
    prepare(opened)
    checks = "knowledge-check"
    found = judge(opened, checks).violations
    for right in (False, True):
        for key in ("ask-single", "ask-reply"):
            option(at(opened, key), right).locator("label").click()
        found += judge(opened, checks).violations
    assert not found


def test_it_moves_nothing_at_load(chromium: Browser, plain: ServedFolder) -> None:
    with phone(chromium) as page:
        assert shifted(page, f"{plain.address}{PAGE}.html") <= GOOD


def test_the_trainer_has_its_answers_with_its_topic(page: Page, plain: ServedFolder) -> None:
    page.goto(f"{plain.address}{PAGE}.html?view=trainer")
    expect(page.get_by_role("heading", name="Answer key: At ask-single")).to_be_visible()
    expect(page.locator(".answer-key [data-id=q04]")).to_have_count(1)


def test_the_course_is_built_with_its_checks(course: Course) -> None:
    made = miss("check", course.content_folder)
    assert made.returncode == 0, made.stdout + made.stderr


def test_a_wrong_answer_is_not_counted_as_done(page: Page, site: ServedSite) -> None:
    page.goto(f"{site.address}2-why-it-is-done.html")
    check = page.locator('knowledge-check[data-key="tried-before"]')
    part = page.locator('.section-end [data-part="tried-before"] .part-count')
    check.locator(".option[data-right=no] input").first.check()
    expect(check.locator(".result")).to_have_text("Not this one")
    expect(part).to_have_text("0 of 1 question")
    check.locator(".option[data-right=yes] input").check()
    expect(part).to_have_text("1 of 1 question")
