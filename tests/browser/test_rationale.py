"""A claim and its reason: judged as a pair; while it can be tried again, nothing tells which half was wrong."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.conftest import COURSE
from tests.support.asked_course import KEY, PAGE, make_asked_course

from .asking import ask
from .at_rest import open_at_rest
from .deliveries import ServedFolder, ServedSite
from .gaps import BY, ROUND, agrees_with_python, answer, is_clean

ID = "q43"
RIGHT = ["what.calls", "why.surgeon"]
NO_REASON, NO_CLAIM = ["what.calls", "why.time"], ["what.explains", "why.surgeon"]
NONE = ["what.explains", "why.time"]
FAILS = "Not right: the pair fails as a whole"
WHYS = [
    option.why
    for item in COURSE.content.records["quiz"]
    if item.id == ID
    for gap in item.gaps
    for option in gap.options
]
GIVEN = f'knowledge-check[data-key="{KEY}"]'


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedFolder]:
    course = make_asked_course(tmp_path_factory.mktemp("pair"), ID)
    with ServedFolder(course.folder / "site") as served:
        yield served


@pytest.fixture
def opened(given: ServedFolder, page: Page) -> Locator:
    """The check of a page, with one question."""
    open_at_rest(page, f"{given.address}{PAGE}.html")
    return page.locator(GIVEN)


@pytest.mark.parametrize("by", BY)
@pytest.mark.parametrize(
    ("tokens", "points", "verdict"),
    [
        (RIGHT, "1 of 1 point.", "Right"),
        (NO_REASON, "0 of 1 point.", FAILS),
        (NO_CLAIM, "0 of 1 point.", FAILS),
        (NONE, "0 of 1 point.", "Not right"),
    ],
    ids=["both", "no reason", "no claim", "none"],
)
def test_a_pair_is_judged_as_a_whole(
    chromium: Browser, site: ServedSite, by: str, tokens: list[str], points: str, verdict: str
) -> None:
    size = {"width": 360, "height": 740} if by == "touch" else {"width": 1280, "height": 800}
    with chromium.new_context(viewport=size, has_touch=by == "touch") as context:  # type: ignore[arg-type]
        page = context.new_page()
        question = ask(page, site.address, ID)
        answer(question, tokens, by)
        expect(question.locator(".result")).to_have_text(f"{verdict} {points}")
        agrees_with_python(page, ID, tokens, points)
        expect(question.locator("select:enabled")).to_have_count(0)
        right = sum(token in RIGHT for token in tokens)
        expect(question.locator(".gap[data-verdict=both]")).to_have_count(right)
        expect(question.locator(".gap[data-verdict=chosen]")).to_have_count(2 - right)
        for why in WHYS:  # the answer is final
            expect(question.locator(".gap-reasons").get_by_text(why)).to_be_visible()
        page.reload()
        expect(question.locator(".result")).to_have_text(f"{verdict} {points}")


@pytest.mark.parametrize("tokens", [NO_REASON, NO_CLAIM, NONE], ids=["no reason", "no claim", "none"])
def test_what_is_tried_again_does_not_tell_which_half_failed(opened: Locator, page: Page, tokens: list[str]) -> None:
    answer(opened, tokens)
    expect(opened.locator(".result")).to_have_text(FAILS)
    expect(opened.locator(".status")).to_have_text(f"{FAILS}.")
    expect(opened.locator(".reason")).to_be_empty()
    assert [why for why in WHYS if why in opened.inner_text()] == []
    assert (
        opened.locator("[data-verdict]").evaluate_all("all => all.filter((each) => each.dataset.verdict).length") == 0
    )
    for select in opened.locator("select").all():
        expect(select).to_be_enabled()
        expect(select).to_have_accessible_description("")
    is_clean(page, GIVEN)
    opened.get_by_role("button", name="Try again").click()
    expect(opened.get_by_role("combobox").first).to_be_focused()
    assert [select.input_value() for select in opened.locator("select").all()] == tokens
    answer(opened, RIGHT)
    expect(opened.locator(".result")).to_have_text("Right")
    expect(opened.locator(".gap[data-verdict=both]")).to_have_count(2)
    opened.locator(".reasons summary").click()
    for why in WHYS:
        expect(opened.locator(".reasons").get_by_text(why)).to_be_visible()
    is_clean(page, GIVEN)


def test_both_halves_are_asked_for(page: Page, site: ServedSite) -> None:
    question = ask(page, site.address, ID)
    question.get_by_role("combobox", name="Why", exact=True).select_option("why.surgeon")
    question.get_by_role("button", name="Check my answer").click()
    expect(question.get_by_role("alert")).to_have_text("Choose both halves first.")
    expect(question.get_by_role("combobox", name="What the nurse does")).to_be_focused()


def test_axe_finds_nothing_on_a_narrow_phone(chromium: Browser, site: ServedSite) -> None:
    with chromium.new_context(viewport={"width": 320, "height": 700}) as context:
        page = context.new_page()
        question = ask(page, site.address, ID)
        is_clean(page, f'article[data-id="{ID}"]')
        answer(question, NO_REASON)
        is_clean(page, f'article[data-id="{ID}"]')
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_without_a_script_every_reason_can_be_read(chromium: Browser, site: ServedSite) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{site.address}{ROUND}")
        for why in WHYS:
            expect(page.locator(f'article[data-id="{ID}"]').get_by_text(why)).to_be_visible()
