"""The labels of the drawings: names where there is room, numbers with their list, one large name on a projector."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from .at_rest import open_at_rest
from .deliveries import ServedSite
from .labels import ALL, SOME, faults
from .naming import CONDITIONS, OPERATIONS, STEPS, Opener, picture

LARGE = 28  # pixels that can be read from the back row
LESSONS = {OPERATIONS: "operation-selector", CONDITIONS: "condition-selector", STEPS: "procedure-slider"}
# The names that are seen on a drawing, each with its size on the screen.
SEEN_NAMES = """figure => [...figure.querySelectorAll(".stage .label .name")]
  .filter((name) => name.checkVisibility({ visibilityProperty: true }) && name.getClientRects().length)
  .map((name) => [name.textContent, parseFloat(getComputedStyle(name).fontSize) * name.getScreenCTM().a])"""
# Of each state, what of the picture and its list is under the header or the page's bar, with the picture on top.
HIDDEN = """figure => figure.states.flatMap((state) => {
  figure.setAttribute("state", state);
  const room = innerHeight - document.querySelector("header.site").offsetHeight
    - document.querySelector(".moment-bar").offsetHeight;
  const list = figure.querySelector(".parts:not([hidden])") ?? figure;
  const end = list.getBoundingClientRect().bottom - figure.getBoundingClientRect().top;
  return end > room ? [`${state}: ${end} in ${room}`] : [];
})"""


@pytest.fixture
def open_page(chromium: Browser, site: ServedSite) -> Iterator[Opener]:
    """Open a page of a size, or a view of it."""
    with ExitStack() as opened:

        def open_one(name: str, width: int, height: int, view: str = "") -> Page:
            window = {"width": width, "height": height}
            page = opened.enter_context(chromium.new_page(viewport=window, reduced_motion="reduce"))  # type: ignore[arg-type]
            return open_at_rest(page, f"{site.address}{name}.html{view}")

        yield open_one


@pytest.mark.parametrize("settings", [SOME, pytest.param(ALL, marks=pytest.mark.full)], ids=["some", "all"])
@pytest.mark.parametrize("name", LESSONS)
def test_no_label_meets_another_leaves_the_picture_or_is_small(
    open_page: Opener, name: str, settings: list[tuple[int, str, str]]
) -> None:
    page = open_page(name, 1024, 900)
    found = {setting: faults(page, setting) for setting in settings}
    assert not {setting: told for setting, told in found.items() if told}


@pytest.mark.parametrize(("width", "form"), [(320, "numbers"), (1280, "names"), (1920, "one")])
def test_a_size_has_its_form(open_page: Opener, width: int, form: str) -> None:
    figure = picture(open_page(CONDITIONS, width, 900))
    assert figure.get_attribute("data-labels") is None
    figure.get_by_role("switch", name="Names").check()
    expect(figure).to_have_attribute("data-labels", form)
    names = {name for name, _ in figure.evaluate(SEEN_NAMES)}
    listed = figure.locator(".parts li:visible").count()
    assert len(names) == {"numbers": 0, "names": listed, "one": 1}[form]
    expect(figure.locator(".label .number:visible")).to_have_count(listed - len(names))


@pytest.mark.parametrize("name", LESSONS)
def test_picture_and_list_fit_a_phone(open_page: Opener, name: str) -> None:
    page = open_page(name, 390, 844)
    lesson = page.locator(LESSONS[name])
    for figure in lesson.locator("figure-view").all():
        figure.evaluate("figure => figure.closest('.staged').querySelectorAll('figure-view')"
                        ".forEach((each) => { each.hidden = each !== figure })")  # fmt: skip
        figure.evaluate("figure => { const names = figure.querySelector('.names input');"
                        " if (!names.checked) names.click(); }")  # fmt: skip
        assert figure.evaluate("figure => figure.states.length") and not figure.evaluate(HIDDEN)


def assert_one_is_lit(figure: Locator, name: str | None = None) -> str:
    """One name is seen, large; give it."""
    ((seen, size),) = figure.evaluate(SEEN_NAMES)
    assert size >= LARGE
    lit = figure.locator(".stage .label[data-lit]:not(.off *)")
    expect(lit).to_have_count(1)
    expect(lit.locator(".name")).to_have_text(name or seen)
    return str(seen)


@pytest.mark.parametrize("name", [CONDITIONS, STEPS])
def test_one_name_at_a_time_is_lit_on_a_projector(open_page: Opener, name: str) -> None:
    page = open_page(name, 1920, 1080)
    figure = picture(page, LESSONS[name])
    figure.locator(".names input").evaluate("names => names.click()")
    labeled = [state for state in figure.evaluate("figure => figure.states") if state != "team"]
    for state in labeled:
        figure.evaluate("(figure, state) => figure.setAttribute('state', state)", state)
        expect(figure).to_have_attribute("data-labels", "one")
        assert_one_is_lit(figure)
        others = figure.locator(".parts li:visible .tell")
        for number in range(others.count()):
            others.nth(number).focus()
            assert_one_is_lit(figure, others.nth(number).inner_text())
        others.first.click()
        assert_one_is_lit(figure, others.first.inner_text())
        page.keyboard.press("Tab")
        assert_one_is_lit(figure, others.nth(1).inner_text())
    expect(figure.locator(".label .number:visible").first).to_be_visible()
