"""The steps of the procedure: one control, a picture to swipe, and its words beside it."""

import pytest
from miss.schema.content import Content
from playwright.sync_api import Page, expect

from .at_rest import open_at_rest
from .deliveries import FileSite
from .test_widgets import point_at_stop

SIZES = [(360, 740), (1280, 800), (1920, 1080)]
ELEMENT = "document.querySelector('procedure-slider')"


@pytest.fixture
def steps(page: Page, files: FileSite) -> Page:
    return open_at_rest(page, f"{files.address}3-how-it-is-done.html")


def at_top(page: Page, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.evaluate(f"scrollTo(0, {ELEMENT}.getBoundingClientRect().y + scrollY - 60)")


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_step_shows_its_name_its_picture_and_its_words(size: tuple[int, int], steps: Page, content: Content) -> None:
    at_top(steps, size)
    for number, step in enumerate(content.records["procedure"].steps, 1):
        point_at_stop(steps, number)
        entry = steps.locator(f'.steps > .entry[data-id="{step.id}"]')
        stage = steps.locator("procedure-slider div.stage")
        for part in (entry.locator("h3"), entry.locator(".bubble .say").first, stage):
            expect(part).to_be_in_viewport(ratio=0.99)
        expect(entry.locator("h3 .number")).to_have_text(str(number))
        name, picture = entry.locator("h3").bounding_box(), steps.locator("procedure-slider .scrubber").bounding_box()
        assert name and picture
        beside = picture["x"] + picture["width"] <= name["x"]
        assert beside if size[0] >= 1000 else picture["y"] + picture["height"] <= name["y"]


def test_what_was_scrolled_to_does_not_cover_the_next_step(steps: Page) -> None:
    at_top(steps, (360, 740))
    steps.evaluate(f"{ELEMENT}.querySelector('.people').scrollIntoView({{ block: 'end' }})")
    point_at_stop(steps, 2)
    entry = steps.locator(".steps > .entry:visible")
    expect(entry.locator("h3")).to_be_in_viewport(ratio=0.99)
    name, scrubber = entry.locator("h3").bounding_box(), steps.locator(".scrubber").bounding_box()
    assert name and scrubber and scrubber["y"] + scrubber["height"] <= name["y"]


@pytest.mark.parametrize("width", [360, 1280])
def test_there_is_one_control(steps: Page, width: int) -> None:
    at_top(steps, (width, 800))
    expect(steps.locator("procedure-slider .stage-side :is(input[type=range], .stop, .play)")).to_have_count(1)
    expect(steps.locator(".scrubber .name").first).to_be_visible(visible=width >= 1000)
    before = steps.locator(".scrubber").bounding_box()
    point_at_stop(steps, 4)
    expect(steps.locator(".scrubber [data-seen]")).to_have_count(2)
    expect(steps.locator(".scrubber [data-current]")).to_have_attribute("data-id", "view")
    after = steps.locator(".scrubber").bounding_box()
    assert before and after and before["height"] == after["height"]


@pytest.mark.parametrize(
    ("dx", "dy", "step"), [(-60, 5, 3), (60, 5, 1), (-8, 0, 2), (-20, 90, 2), (0, -90, 2)], ids=lambda each: str(each)
)
def test_the_picture_is_swiped(steps: Page, dx: int, dy: int, step: int) -> None:
    at_top(steps, (360, 740))
    point_at_stop(steps, 2)
    box = steps.locator("procedure-slider div.stage").bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    steps.mouse.move(x, y)
    steps.mouse.down()
    steps.mouse.move(x + dx, y + dy, steps=4)
    steps.mouse.up()
    expect(steps.get_by_role("slider")).to_have_value(str(step))
    assert steps.locator("procedure-slider .swipe").evaluate("each => getComputedStyle(each).touchAction") == (
        "pan-y pinch-zoom"
    )


def test_the_page_leads_through_the_steps(steps: Page) -> None:
    first = steps.evaluate(f"[{ELEMENT}.place, {ELEMENT}.waiting, {ELEMENT}.backward()]")
    assert first == ["Step 1 of 6", False, False]
    went_on = steps.evaluate(f"Array.from({{ length: 6 }}, () => {ELEMENT}.forward())")
    assert went_on == [True] * 5 + [False]
    assert steps.evaluate(f"[{ELEMENT}.place, {ELEMENT}.backward(), {ELEMENT}.place]") == [
        "Step 6 of 6",
        True,
        "Step 5 of 6",
    ]
    next_step = steps.get_by_role("button", name="Next step")
    expect(next_step).to_be_hidden()
    steps.set_viewport_size({"width": 1280, "height": 310})  # too low for the bar to stay
    expect(next_step).to_be_visible()


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_what_runs_alongside_is_one_tap_from_the_picture(size: tuple[int, int], steps: Page, content: Content) -> None:
    at_top(steps, size)
    words = steps.locator("procedure-slider .alongside .bubble .say").first
    expect(words).to_be_hidden()
    steps.locator(".to-alongside").click()
    for part in (words, steps.locator("procedure-slider .alongside summary").first):
        expect(part).to_be_in_viewport(ratio=0.99)
    name = steps.locator("procedure-slider .alongside summary").first
    expect(name).to_contain_text(content.records["procedure"].alongside.name)
    top, scrubber = name.bounding_box(), steps.locator(".scrubber").bounding_box()
    assert top and scrubber
    assert size[0] >= 1000 or scrubber["y"] + scrubber["height"] <= top["y"] + 1


def test_who_is_in_the_room_is_a_closed_layer(steps: Page, content: Content) -> None:
    first = content.records["procedure"].people[0]
    told = steps.locator("procedure-slider .people dd").first
    expect(told).to_be_hidden()
    steps.locator("procedure-slider .people summary").click()
    expect(told).to_contain_text(first.text)
