"""Gaps in a sentence and in a table: filled, judged, kept, tried again, and read without a script."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.conftest import COURSE
from tests.support.asked_course import KEY, PAGE, make_asked_course

from .asking import ask, press_check
from .at_rest import open_at_rest
from .deliveries import ServedFolder, ServedSite
from .gaps import BY, ROUND, agrees_with_python, answer, fill, is_clean

SENTENCE, TABLE = "q40", "q42"
RIGHT = ["aim.leg", "back.stay", "cut.risks"]
HALF = ["aim.leg", "back.gone", "cut.risks"]
WRONG = ["aim.back", "back.gone", "cut.nothing"]
CELLS = ["ankle.new", "wipe.alarm", "urge.nerve", "dressing.nothing"]
WHYS = {
    f"{gap.id}.{option.id}": option.why
    for item in COURSE.content.records["quiz"]
    if item.id in (SENTENCE, TABLE)
    for gap in item.gaps
    for option in gap.options
}
GIVEN = f'knowledge-check[data-key="{KEY}"]'
ORDERS = "(each) => [...each.querySelectorAll('select')].map(({ options }) => [...options].map(({ value }) => value))"


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedFolder]:
    course = make_asked_course(tmp_path_factory.mktemp("gaps"), SENTENCE)
    with ServedFolder(course.folder / "site") as served:
        yield served


@pytest.fixture
def opened(given: ServedFolder, page: Page) -> Locator:
    """The check of a page, with one question."""
    open_at_rest(page, f"{given.address}{PAGE}.html")
    return page.locator(GIVEN)


@pytest.fixture(params=BY)
def by(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def handed(chromium: Browser, by: str) -> Iterator[Page]:
    """A page for this way to answer: by touch, on a phone."""
    size = {"width": 360, "height": 740} if by == "touch" else {"width": 1280, "height": 800}
    with chromium.new_context(viewport=size, has_touch=by == "touch") as context:  # type: ignore[arg-type]
        yield context.new_page()


@pytest.mark.parametrize(
    ("id", "tokens", "points", "verdict"),
    [
        (SENTENCE, RIGHT, "3 of 3 points.", "Right"),
        (SENTENCE, HALF, "2 of 3 points.", "Partly right"),
        (SENTENCE, WRONG, "0 of 3 points.", "Not right"),
        (TABLE, CELLS, "4 of 4 points.", "Right"),
    ],
    ids=["right", "partly", "wrong", "table"],
)
def test_it_is_filled_and_judged(
    handed: Page, site: ServedSite, by: str, id: str, tokens: list[str], points: str, verdict: str
) -> None:
    question = ask(handed, site.address, id)
    answer(question, tokens, by)
    expect(question.locator(".result")).to_contain_text(points)
    expect(question.locator(".result")).to_have_text(f"{verdict} {points}")
    agrees_with_python(handed, id, tokens, points)
    expect(question.locator("select:enabled")).to_have_count(0)
    for token in tokens:
        option = question.locator(f'.option[data-id="{token}"]')
        right = option.get_attribute("data-right") == "yes"
        expect(option).to_have_attribute("data-verdict", "both" if right else "chosen")
        said = "Your answer, and right." if right else "Your answer, not right."
        expect(option.locator(".why")).to_have_text(f"{said} {WHYS[token]}")
        gap = question.locator(f'.gap[data-gap="{token.partition(".")[0]}"]')
        expect(gap).to_have_attribute("data-verdict", "both" if right else "chosen")
        expect(gap.locator("select")).to_have_accessible_description(said)
    expect(question.locator(".why:visible")).to_have_count(question.locator(".why").count())


def test_each_gap_has_a_name_and_begins_empty(page: Page, site: ServedSite) -> None:
    for id in (SENTENCE, TABLE):
        question = ask(page, site.address, id)
        item = next(item for item in COURSE.content.records["quiz"] if item.id == id)
        for gap in item.gaps:
            select = question.get_by_role("combobox", name=gap.text, exact=True)
            expect(select).to_have_value("")
            expect(select.locator("option").first).to_have_text("Choose …")
            assert select.evaluate("each => each.getBoundingClientRect().height") >= 44
        expect(question.locator(".gap-reasons:visible, .why:visible")).to_have_count(0)


def test_an_empty_gap_is_asked_for(page: Page, site: ServedSite) -> None:
    question = ask(page, site.address, SENTENCE)
    check = question.get_by_role("button", name="Check my answer")
    check.click()
    expect(question.get_by_role("alert")).to_have_text("Choose an answer first.")
    expect(question.get_by_role("combobox").first).to_be_focused()
    fill(question, RIGHT[:1], "mouse")
    expect(question.locator(".hint")).to_be_empty()
    check.click()
    expect(question.get_by_role("alert")).to_have_text("Choose in every gap first.")
    expect(question.get_by_role("combobox").nth(1)).to_be_focused()
    assert page.evaluate("document.querySelector('knowledge-check').state.answers") == {}


def test_the_seed_mixes_each_gap_by_itself(page: Page, site: ServedSite) -> None:
    question = ask(page, site.address, TABLE)
    orders = []
    for seed in range(1, 7):
        page.evaluate("([seed, id]) => document.querySelector('knowledge-check').startRound(seed, [id])", [seed, TABLE])
        mixed = question.evaluate(ORDERS)
        assert all(values[0] == "" and len(values) == 4 for values in mixed)
        lists = [
            [each.get_attribute("data-id") for each in one.locator(".option").all()]
            for one in question.locator(".options").all()
        ]
        assert [values[1:] for values in mixed] == lists
        orders.append(mixed)
    assert any(order != orders[0] for order in orders)
    file = [
        [option.id for option in gap.options]
        for item in COURSE.content.records["quiz"]
        if item.id == TABLE
        for gap in item.gaps
    ]
    moved = [
        [ids.index(value.partition(".")[2]) for value in values[1:]]
        for ids, values in zip(file, orders[0], strict=True)
    ]
    assert any(each != moved[0] for each in moved)


def test_a_reload_keeps_the_answer(page: Page, site: ServedSite) -> None:
    question = ask(page, site.address, SENTENCE)
    answer(question, HALF)
    page.reload()
    expect(question.locator(".result")).to_have_text("Partly right 2 of 3 points.")
    for token in HALF:
        expect(question.locator(f'select:has([value="{token}"])')).to_have_value(token)
    expect(question.locator("select:enabled")).to_have_count(0)


@pytest.mark.parametrize(
    "answers", [["aim.leg"], [*RIGHT, "cut.nothing"], ["aim.leg", "aim.back", "back.stay"], "aim.leg"]
)
def test_an_answer_that_does_not_fill_each_gap_is_dropped(page: Page, site: ServedSite, answers: object) -> None:
    question = ask(page, site.address, SENTENCE)
    normalized = page.evaluate(
        "([id, answers]) => document.querySelector('knowledge-check').byId.get(id).normalizeAnswer(answers)",
        [SENTENCE, answers],
    )
    assert normalized is None and question.locator(".result").text_content() == ""


@pytest.mark.parametrize("id", [SENTENCE, TABLE])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(chromium: Browser, site: ServedSite, id: str, scheme: str) -> None:
    with chromium.new_context(viewport={"width": 320, "height": 800}, color_scheme=scheme) as context:  # type: ignore[arg-type]
        page = context.new_page()
        question = ask(page, site.address, id)
        within = f'article[data-id="{id}"]'
        is_clean(page, within)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        answer(question, HALF if id == SENTENCE else [*CELLS[:3], "dressing.clear"])
        is_clean(page, within)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_check_is_tried_again_until_it_is_right(opened: Locator, page: Page) -> None:
    is_clean(page, GIVEN)
    answer(opened, HALF)
    expect(opened.locator(".result")).to_contain_text("Not this one")
    expect(opened.locator(".reason p")).to_have_text(
        [f"What becomes of his back pain: cannot come back {WHYS['back.gone']}"]
    )
    shown = opened.inner_text()
    assert [token for token, why in WHYS.items() if why in shown] == ["back.gone"]
    expect(opened.locator(".gap[data-verdict=both]")).to_have_count(2)
    expect(opened.locator(".gap[data-verdict=chosen]")).to_have_count(1)
    is_clean(page, GIVEN)
    opened.get_by_role("button", name="Try again").click()
    expect(opened.locator(".result")).to_be_hidden()
    for token in HALF:
        expect(opened.locator(f'select:has([value="{token}"])')).to_have_value(token)
    answer(opened, RIGHT)
    expect(opened.locator(".result")).to_contain_text("Right")
    expect(opened.locator("select:enabled")).to_have_count(0)
    assert opened.evaluate("check => [check.waiting, check.state.results]") == [False, {SENTENCE: "later"}]
    opened.locator(".reasons summary").click()
    expect(opened.locator(".reasons li")).to_have_count(9)
    is_clean(page, GIVEN)


def test_a_verdict_leaves_the_gaps_in_sight(chromium: Browser, given: ServedFolder) -> None:
    with chromium.new_context(viewport={"width": 390, "height": 800}) as context:
        page = context.new_page()
        open_at_rest(page, f"{given.address}{PAGE}.html")
        check = page.locator(GIVEN)
        answer(check, WRONG[:2] + HALF[2:])
        expect(check.locator(".result")).to_contain_text("Not this one")
        bar = check.locator(".item[data-open] .bar")
        for gap in check.locator(".gap").all():
            top, end = gap.evaluate("each => [each.getBoundingClientRect().top, each.getBoundingClientRect().bottom]")
            assert top >= 0 and end <= bar.evaluate("each => each.getBoundingClientRect().top")


def test_another_choice_opens_a_wrong_answer_again(opened: Locator) -> None:
    answer(opened, HALF)
    expect(opened.locator(".result")).to_contain_text("Not this one")
    fill(opened, ["back.stay"], "mouse")
    expect(opened.locator(".result")).to_be_hidden()
    expect(opened.locator('.gap:is([data-verdict="both"], [data-verdict="chosen"])')).to_have_count(0)
    press_check(opened, "mouse")
    expect(opened.locator(".result")).to_contain_text("Right")


def test_without_a_script_all_of_it_can_be_read(chromium: Browser, site: ServedSite) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{site.address}{ROUND}")
        for id in (SENTENCE, TABLE):
            item = page.locator(f'article[data-id="{id}"]')
            for gap in next(each for each in COURSE.content.records["quiz"] if each.id == id).gaps:
                for option in gap.options:
                    expect(item.get_by_text(option.why)).to_be_visible()


def test_print_has_the_reasons_of_what_is_not_answered(page: Page, site: ServedSite) -> None:
    question = ask(page, site.address, SENTENCE)
    expect(question.locator(".why").first).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator(f'article[data-id="{SENTENCE}"] .why:visible')).to_have_count(9)


def test_two_tabs_have_the_same_answer(context: BrowserContext, given: ServedFolder) -> None:
    first, second = context.new_page(), context.new_page()
    for tab in (first, second):
        open_at_rest(tab, f"{given.address}{PAGE}.html")
    answer(first.locator(GIVEN), RIGHT)
    expect(second.locator(GIVEN).locator(".result")).to_contain_text("Right")
    expect(second.locator(f'{GIVEN} select:has([value="back.stay"])')).to_have_value("back.stay")
