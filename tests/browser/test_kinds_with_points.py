"""Each kind of question with points: in a round and between topics, by mouse and by touch, and with no script."""

from collections.abc import Iterator
from typing import Any

import pytest
from miss import Course, KnowledgeCheck
from miss.export.site import write_site
from miss.schema.content import Content
from miss.schema.item_kind import item_kind_of, item_kinds
from miss.schema.text import plain
from playwright.sync_api import Browser, Locator, Page, expect

from tests.conftest import COURSE
from tests.support.answers import half_answer, right_answer, verdict, wrong_answer
from tests.support.checks_course import PAGE, make_checks_course

from .a11y.axe import judge, prepare
from .choosing import choose, say_first
from .deliveries import ServedFolder, ServedSite

POINTED = [kind for kind, each in item_kinds().items() if each.rule]
# As high as a question, so that no bar lies over the next control while axe looks.
PHONE, LAPTOP = {"width": 320, "height": 2400}, {"width": 1280, "height": 2400}


def first(kind: str) -> Any:
    return next(item for item in COURSE.content.records["quiz"] if item.kind == kind)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A page with a check of one question for each kind."""
    folder = tmp_path_factory.mktemp("kinds")
    checks = {f"ask-{kind.replace('_', '-')}": [first(kind).id] for kind in POINTED}
    write_site(make_checks_course(folder, checks), folder / "site")
    with ServedFolder(folder / "site") as served:
        yield f"{served.address}{PAGE}.html"


def by(always: str) -> pytest.MarkDecorator:
    """Mark a test to run by touch and by mouse: in one way always, in both in `make sweep`."""
    ways = {"touch": PHONE, "mouse": LAPTOP}
    marked = [pytest.param(way, marks=() if name == always else pytest.mark.full) for name, way in ways.items()]
    return pytest.mark.parametrize("page", marked, ids=ways, indirect=True)


@pytest.fixture(params=[PHONE, LAPTOP], ids=["touch", "mouse"])
def page(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[Page]:
    """A page on a phone, whose clicks are taps, or on a laptop; dark and light."""
    touch = request.param == PHONE
    scheme = "dark" if touch else "light"
    with chromium.new_context(viewport=request.param, has_touch=touch, color_scheme=scheme) as context:  # type: ignore[arg-type]
        page = context.new_page()
        yield page


def judged(page: Page, within: str) -> None:
    found = judge(page, within)
    assert not found.violations, [str(each) for each in found.violations]


def at_its_check(page: Page, address: str, kind: str) -> Locator:
    page.goto(address)
    check = page.locator(f'knowledge-check[data-key="ask-{kind.replace("_", "-")}"][data-live]')
    expect(check).to_have_count(1)
    check.scroll_into_view_if_needed()
    return check


@by("touch")
@pytest.mark.parametrize("kind", POINTED)
def test_a_check_between_topics_is_tried_again(page: Page, address: str, kind: str) -> None:
    item = first(kind)
    check = at_its_check(page, address, kind)
    prepare(page)
    question = check.locator(".item[data-open]")
    expect(question.locator(".rule")).to_have_count(0)
    choose(question, item, half_answer(item))
    question.get_by_role("button", name="Check my answer").click()
    result = question.locator(".result")
    expect(result).to_have_attribute("data-right", "no")
    expect(result).not_to_contain_text("point")
    judged(page, f'[data-key="ask-{kind.replace("_", "-")}"]')
    kept = question.locator(":is(input, option):checked").evaluate_all("all => all.map((each) => each.value)")
    assert {*half_answer(item)} <= {*kept}
    question.get_by_role("button", name="Try again").click()
    assert question.locator(":is(input, option):checked").evaluate_all("all => all.map((each) => each.value)") == kept
    wrong = [id for id in half_answer(item) if id not in right_answer(item)]
    for id in wrong:
        box = question.locator(f'label:has(input[type=checkbox][value="{id}"])')
        if box.count():
            box.click()
    choose(question, item, [id for id in right_answer(item) if id not in half_answer(item)])
    question.get_by_role("button", name="Check my answer").click()
    expect(result).to_have_text(verdict(item, right_answer(item)))
    assert sorted(check.evaluate("check => check.state.answers")[item.id]) == sorted(right_answer(item))
    judged(page, f'[data-key="ask-{kind.replace("_", "-")}"]')
    page.reload()
    expect(check.locator(".result")).to_have_text(verdict(item, right_answer(item)))


@by("mouse")
@pytest.mark.parametrize("kind", POINTED)
def test_a_round_tells_every_reason_and_keeps_the_answer(page: Page, site: ServedSite, kind: str) -> None:
    item = first(kind)
    page.goto(f"{site.address}5-check-yourself.html")
    expect(page.locator("knowledge-check[data-live]")).to_have_count(1)
    page.evaluate("id => document.querySelector('knowledge-check').startRound(1, [id])", item.id)
    prepare(page)
    question = page.locator("article.item:visible")
    judged(page, "knowledge-check")
    answer = half_answer(item)
    choose(question, item, answer)
    question.get_by_role("button", name="Check my answer").click()
    expect(question.locator(".result")).to_be_focused()
    judged(page, "knowledge-check")
    state = page.evaluate("document.querySelector('knowledge-check').state")
    check = KnowledgeCheck(COURSE)
    check.drawn = [item.id]
    assert sorted(state["answers"][item.id]) == sorted(answer)
    assert check.answer(item.id, *state["answers"][item.id]) == (state["results"][item.id] == "first")
    for choice in item_kind_of(item).choices(item):
        if choice.id in {*right_answer(item), *answer}:
            expect(question.get_by_text(plain(choice.why)).first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]  # type: ignore[index]
    points = "" if item_kind_of(item).self_scored else " point"  # there the verdict is the points
    page.reload()
    expect(question.locator(".result")).to_contain_text(f"{check.score(item.id, *answer)}{points}")


@pytest.mark.parametrize("kind", POINTED)
def test_too_few_or_too_many_are_refused(page: Page, site: ServedSite, kind: str) -> None:
    item = first(kind)
    page.goto(f"{site.address}5-check-yourself.html")
    page.evaluate("id => document.querySelector('knowledge-check').startRound(1, [id])", item.id)
    question = page.locator("article.item:visible")
    say_first(question)
    question.get_by_role("button", name="Check my answer").click()
    expect(question.get_by_role("alert")).to_have_text("Choose an answer first.")
    for field in item_kind_of(item).fields(item):
        ids = [choice.id for choice in field.choices]
        if 1 < field.most < len(ids):
            choose(question, item, ids[: field.most + 1])
            expect(question.get_by_role("alert")).to_have_text(f"Choose {field.most} at most. Take one back first.")
            expect(question.locator(f'input[value="{ids[field.most]}"]')).not_to_be_checked()


def test_all_is_readable_with_no_script(chromium: Browser, site: ServedSite, content: Content) -> None:
    with chromium.new_context(java_script_enabled=False, viewport=PHONE) as context:  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(f"{site.address}5-check-yourself.html")
        for item in content.records["quiz"]:
            question = page.locator(f'article[data-id="{item.id}"]')
            expect(question).to_contain_text(plain(item.stem))
            for choice in item_kind_of(item).choices(item):
                expect(question.get_by_text(plain(choice.why)).first).to_be_visible()
            for row in item.exhibit.rows if item.exhibit else []:
                expect(question.locator(".exhibit").get_by_text(plain(row.name), exact=True)).to_be_visible()


@pytest.mark.parametrize("kind", POINTED)
def test_wrong_answers_have_no_points(kind: str) -> None:
    check = KnowledgeCheck(Course(COURSE.folder))
    item = first(kind)
    assert check.score(item.id).points == check.score(item.id, *wrong_answer(item)).points == 0
    right = check.score(item.id, *right_answer(item))
    assert right.points == right.maximum > 0
    assert check.score(item.id, *half_answer(item)).points < right.maximum
    assert check.answers == {}
