"""A picture asks for its parts by name, and is answered by touching them."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from miss.schema.content import Content
from playwright.sync_api import Browser, Locator, expect

from .deliveries import ServedSite
from .naming import (
    AGAIN,
    CONDITIONS,
    DRAWING,
    END,
    HOW,
    OPERATIONS,
    POINT,
    SIZES,
    START,
    STEPS,
    Opener,
    asked,
    parts,
    picture,
    start,
    touch,
    touchable_pages,
)


@pytest.fixture
def open_page(chromium: Browser, site: ServedSite) -> Iterator[Opener]:
    with touchable_pages(chromium, site) as opener:
        yield opener


def other_than(figure: Locator, part: str) -> tuple[str, str]:
    """The id and the name of a large part that is not this one."""
    id = "vertebra" if part != "vertebra" else "disk"
    return id, next(name for name, each in parts(figure).items() if each == id)


@pytest.mark.parametrize("size", SIZES)
def test_each_part_is_found_by_touching_it(open_page: Opener, size: str) -> None:
    figure = picture(open_page(CONDITIONS, size))
    start(figure)
    total = len(parts(figure))
    for number in range(1, total + 1):
        expect(figure.locator(".part-asked")).to_have_text(re.compile(rf"^{number} of {total} · Touch: "))
        part, name = asked(figure)
        touch(figure, part)
        expect(figure.locator(".part-verdict")).to_have_text(re.compile(rf"^Right: \d+ {re.escape(name)}\.$"))
        if number < total:
            expect(figure.locator("[data-lit]:not(.label)").first).to_have_attribute("data-part", part)
            shown = "number" if figure.get_attribute("data-labels") == "numbers" else "name"
            expect(figure.locator(f'.label[data-part="{part}"]:visible .{shown}').first).to_be_visible()
    expect(figure.locator(".part-asked")).to_have_text(f"You found {total} of {total} at once.")
    expect(figure.locator(".parts .name:visible")).to_have_count(total)
    figure.get_by_role("button", name=AGAIN).click()
    expect(figure.locator(".part-asked")).to_contain_text(f"1 of {total}")


def test_a_mouse_answers_too_and_no_name_gives_it_away(open_page: Opener) -> None:
    figure = picture(open_page(CONDITIONS))
    start(figure)
    expect(figure.locator(":is(.label, .parts) .name:visible")).to_have_count(0)
    part, name = asked(figure)
    point = figure.evaluate(POINT, part)
    figure.locator(DRAWING).click(position=point)
    expect(figure.locator(".part-verdict")).to_contain_text(name)
    expect(figure.locator(".label .name:visible")).to_have_count(1)


@pytest.mark.parametrize("size", SIZES)
def test_a_wrong_part_is_named_and_shown_after_the_second_miss(open_page: Opener, size: str) -> None:
    figure = picture(open_page(CONDITIONS, size))
    start(figure)
    total = len(parts(figure))
    missed, name = asked(figure)
    wrong, its_name = other_than(figure, missed)
    touch(figure, wrong)
    expect(figure.locator(".part-verdict")).to_have_text(f"That is: {its_name}. Look again.")
    assert asked(figure) == (missed, name)
    expect(figure.locator(".parts [data-found]")).to_have_count(0)
    expect(figure.locator("[data-lit]")).to_have_count(0)
    touch(figure, wrong)
    verdict = rf"^That is: {re.escape(its_name)}\. Lit up now: \d+ {re.escape(name)}\.$"
    expect(figure.locator(".part-verdict")).to_have_text(re.compile(verdict))
    expect(figure.locator("[data-lit]:not(.label)").first).to_have_attribute("data-part", missed)
    for _ in range(total - 1):
        touch(figure, asked(figure)[0])
    expect(figure.locator(".part-asked")).to_have_text(f"Again 1 of 1 · Touch: {name}")
    expect(figure.locator(f'.label[data-part="{missed}"] .name:visible')).to_have_count(0)
    touch(figure, missed)
    end = f"You found {total - 1} of {total} at once. Look at these again: {name}."
    expect(figure.locator(".part-asked")).to_have_text(end)


@pytest.mark.parametrize("size", SIZES)
def test_the_number_in_the_picture_answers_too(open_page: Opener, size: str) -> None:
    figure = picture(open_page(CONDITIONS, size))
    start(figure)
    for _ in range(len(parts(figure))):
        part, name = asked(figure)
        number = figure.locator(f'.stage .label[data-part="{part}"] .number:visible')
        drawing, box = figure.locator(DRAWING).bounding_box(), number.bounding_box()
        assert drawing and box
        at: Any = {"x": box["x"] + box["width"] / 2 - drawing["x"], "y": box["y"] + box["height"] / 2 - drawing["y"]}
        figure.locator(DRAWING).tap(position=at)
        expect(figure.locator(".part-verdict")).to_contain_text(f" {name}.")
    expect(figure.locator(".part-asked")).not_to_contain_text("Look at")


def test_what_has_no_name_does_not_count(open_page: Opener) -> None:
    page = open_page(CONDITIONS)
    figure = picture(page)
    start(figure)
    before = asked(figure)
    figure.locator(".picture").scroll_into_view_if_needed()
    box = figure.locator(".stage").bounding_box()
    assert box
    for _ in range(3):
        page.touchscreen.tap(box["x"] + box["width"] - 8, box["y"] + 8)
        expect(figure.locator(".part-verdict")).to_have_text(re.compile("it does not count"))
    assert asked(figure) == before
    touch(figure, before[0])
    expect(figure.locator(".part-asked")).to_contain_text("2 of ")


@pytest.mark.parametrize("shapes", ["with shapes", "without shapes"])
def test_beside_the_end_of_a_label_counts(open_page: Opener, shapes: str) -> None:
    """A target of 24 px, however small a part is drawn; also in a drawing whose shapes are not told apart."""
    figure = picture(open_page(CONDITIONS, "phone"))
    if shapes == "without shapes":
        figure.evaluate(
            "figure => figure.querySelectorAll('.stage [data-part]:not(.label)')"
            ".forEach((shape) => shape.removeAttribute('data-part'))"
        )
    start(figure)
    for _ in range(len(parts(figure))):
        part, name = asked(figure)
        touch(figure, part, END, dx=-6)
        expect(figure.locator(".part-verdict")).to_contain_text(f" {name}.")
    expect(figure.locator(".part-asked")).to_contain_text("You found")
    expect(figure.locator(".part-asked")).not_to_contain_text("Look at")


def test_keys_answer_and_the_status_says_so(open_page: Opener) -> None:
    page = open_page(CONDITIONS)
    figure = picture(page)
    start(figure)
    status = page.locator("condition-selector .status")
    part, name = asked(figure)
    expect(status).to_have_text(re.compile(rf"^{HOW} 1 of \d+ · Touch: {re.escape(name)}$"))
    button = figure.locator(f'li[data-part="{part}"] .ask')
    expect(button).to_have_attribute("aria-label", re.compile(r"^Part \d+$"))
    while not button.evaluate("button => button === document.activeElement"):
        page.keyboard.press("Tab")
    expect(figure.locator(f'.stage [data-part="{part}"]:not(.label)').first).to_have_attribute("data-lit", "")
    page.keyboard.press("Enter")
    expect(status).to_have_text(re.compile(rf"^Right: \d+ {re.escape(name)}\. 2 of \d+ · Touch: "))
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-label", re.compile(rf"^Part \d+: {re.escape(name)}$"))


def test_show_me_gives_the_part_and_asks_for_it_again(open_page: Opener) -> None:
    page = open_page(CONDITIONS)
    figure = picture(page)
    start(figure)
    total = len(parts(figure))
    show = figure.get_by_role("button", name="Show me")
    show.focus()
    for _ in range(2 * total):
        page.keyboard.press("Enter")
    end = f"You found 0 of {total} at once. Look at these again: "
    expect(figure.locator(".part-asked")).to_contain_text(end)
    expect(show).to_be_hidden()
    expect(figure.get_by_role("button", name=AGAIN)).to_be_focused()


def test_the_order_is_shuffled(open_page: Opener) -> None:
    figure = picture(open_page(CONDITIONS))
    figure.get_by_role("switch", name="Names").check()
    begun = figure.get_by_role("button", name=START)
    first = set()
    for _ in range(12):
        begun.click()
        first.add(asked(figure))
        begun.click()
    assert len(first) > 1


def test_another_state_asks_for_its_own_parts(open_page: Opener) -> None:
    page = open_page(STEPS)
    figure = picture(page, "procedure-slider")
    slider = page.get_by_role("slider")
    slider.fill("2")
    start(figure)
    assert "cut" in parts(figure).values()
    touch(figure, asked(figure)[0])
    expect(figure.locator(".part-asked")).to_contain_text("2 of 8")
    slider.fill("5")
    expect(figure.locator(".part-asked")).to_contain_text("1 of 10")
    expect(figure.locator(".part-verdict")).to_have_text(HOW)
    slider.fill("1")  # a picture without names
    expect(figure).not_to_have_attribute("data-naming", "")
    expect(figure.locator(".part-asked")).to_be_hidden()


def test_the_switch_of_names_ends_it(open_page: Opener) -> None:
    page = open_page(CONDITIONS)
    figure = picture(page)
    start(figure)
    touch(figure, asked(figure)[0])
    figure.get_by_role("switch", name="Names").uncheck()
    expect(figure.locator("[data-lit], .part-asked:visible")).to_have_count(0)
    figure.get_by_role("switch", name="Names").check()
    expect(figure.get_by_role("button", name=START)).to_have_attribute("aria-pressed", "false")
    expect(figure.locator(".ask:visible")).to_have_count(0)
    expect(figure.locator(".label .name:visible").first).to_be_visible()


def test_the_progress_of_the_lesson_stays_as_it_is(open_page: Opener) -> None:
    figure = picture(open_page(CONDITIONS))
    lesson = figure.page.locator("condition-selector")
    progress = "lesson => JSON.stringify([lesson.state, lesson.progress])"
    before = lesson.evaluate(progress)
    start(figure)
    touch(figure, asked(figure)[0])
    assert lesson.evaluate(progress) == before


def test_on_paper_the_names_are_as_ever(open_page: Opener) -> None:
    page = open_page(CONDITIONS)
    figure = picture(page)
    start(figure)
    touch(figure, asked(figure)[0])
    page.emulate_media(media="print")
    expect(figure.locator(":is(.part-asked, .part-verdict, .ask, .show-part):visible")).to_have_count(0)
    expect(figure.locator(".label .name:visible").nth(1)).to_be_visible()


def test_without_a_script_nothing_is_asked(open_page: Opener) -> None:
    page = open_page(CONDITIONS, java_script_enabled=False)
    expect(page.locator(":is(.naming, .name-first, .show-part, .ask):visible")).to_have_count(0)


# The labeled parts of each state of each figure that no point of the stage belongs to.
WITHOUT_TARGET = """async (point) => {
  const seenAt = eval(point);
  const found = [];
  let looked = 0;
  for (const figure of document.querySelectorAll("figure-view")) {
    for (const other of document.querySelectorAll(".stage-side figure-view")) other.hidden = other !== figure;
    figure.hidden = false;
    const names = figure.querySelector(".names input");
    if (names && !names.checked) names.click();
    for (const state of figure.states) {
      figure.setAttribute("state", state);
      figure.scrollIntoView();
      await new Promise(requestAnimationFrame);
      for (const item of figure.querySelectorAll(".parts li:not([hidden])")) {
        looked += 1;
        if (!seenAt(figure, item.dataset.part)) found.push(`${figure.dataset.id}, ${state}: ${item.dataset.part}`);
      }
    }
  }
  return [looked, found];
}"""


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", [CONDITIONS, OPERATIONS, STEPS])
def test_each_labeled_part_can_be_touched(open_page: Opener, content: Content, name: str, size: str) -> None:
    page = open_page(name, size)
    looked, found = page.evaluate(WITHOUT_TARGET, POINT)
    section = next(section for section in content.sections if section.notebook == name)
    figures = [figure for topic in section.topics for figure in content.figures(topic.id) if figure.switch != "drag"]
    assert looked > 5 * sum(len(figure.states) for figure in figures) and not found
