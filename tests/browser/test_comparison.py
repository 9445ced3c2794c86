"""The comparison: a line on the picture wipes between two drawings, and its position is kept like every other state."""

import re
from dataclasses import replace

from miss.render.environment import render_interaction
from miss.schema.content import Content
from playwright.sync_api import Browser, Locator, Page, expect

from .deliveries import FileSite, ServedSite
from .holding import held_back
from .server import VoilaServer
from .test_widgets import attached

NAME = "1-what-it-is"
KEY = "picture-comparison"


def open_comparison(page: Page, site: ServedSite | FileSite | VoilaServer) -> Locator:
    page.goto(f"{site.address}{NAME}.html")
    return page.locator("picture-comparison")


def shows(comparison: Locator, percent: int) -> None:
    """Expect a position in the control, its text and the drawing."""
    slider = line(comparison)
    expect(slider).to_have_value(str(percent))
    text = f"{percent} percent of the picture: Smaller cut; the rest: Standard cut"
    expect(slider).to_have_attribute("aria-valuetext", text)
    expect(comparison.locator(".stage svg").nth(1)).to_have_css("clip-path", f"inset(0px 0px 0px {percent}%)")


def line(comparison: Locator) -> Locator:
    """The control of the line between the two sides."""
    return comparison.get_by_role("slider", name="Drag to compare")


def progress(comparison: Locator) -> list[object]:
    return comparison.evaluate("element => [element.state, element.progress]")


def test_keys_move_the_line(page: Page, site: ServedSite) -> None:
    comparison = open_comparison(page, site)
    shows(comparison, 50)
    for key, percent in (("Home", 0), ("End", 100), ("ArrowLeft", 95), ("PageDown", 85)):
        line(comparison).press(key)
        shows(comparison, percent)
    expect(line(comparison)).to_be_focused()


def drag(page: Page, start: Locator, right: float, down: float = 0) -> None:
    """Press in the middle of something, and drag by some pixels."""
    start.scroll_into_view_if_needed()
    box = start.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + right, y + down, steps=5)
    page.mouse.up()


def test_the_picture_itself_is_dragged(page: Page, site: ServedSite) -> None:
    comparison = open_comparison(page, site)
    drag(page, comparison.locator(".wipe"), 2000)
    shows(comparison, 100)
    drag(page, comparison.locator(".handle"), -2000)
    shows(comparison, 0)
    drag(page, comparison.locator(".handle"), 8)  # from the handle, each pixel counts
    expect(comparison.locator("svg").nth(1)).to_have_css("clip-path", re.compile(r"inset\(0px 0px 0px [12]%\)"))


def test_what_may_be_a_tap_or_a_scroll_moves_nothing(page: Page, site: ServedSite) -> None:
    comparison = open_comparison(page, site)
    drag(page, comparison.locator(".wipe"), 10)
    drag(page, comparison.locator(".wipe"), 30, down=60)
    drag(page, comparison.locator(".handle"), 0)
    shows(comparison, 50)
    assert progress(comparison)[1] == {"done": 0, "total": 1}
    expect(comparison.locator(".wipe")).to_have_css("touch-action", "pan-y pinch-zoom")


def test_a_drag_is_one_event(page: Page, site: ServedSite) -> None:
    comparison = open_comparison(page, site)
    page.evaluate("window.changes = 0; addEventListener('lesson-change', () => { window.changes++ })")
    drag(page, comparison.locator(".handle"), 100)
    assert page.evaluate("window.changes") == 1


def test_each_title_stands_over_what_is_seen(page: Page, site: ServedSite) -> None:
    """The first title is on the left, where the first drawing is, and is set back where nothing of it is left."""
    comparison = open_comparison(page, site)
    first, second = comparison.locator(".side").all()
    expect(first).to_contain_text("Smaller cut")
    boxes = [side.bounding_box() for side in (first, second)]
    assert boxes[0] and boxes[1] and boxes[0]["x"] < boxes[1]["x"]
    for key, covered in (("Home", [True, False]), ("End", [False, True])):
        line(comparison).press(key)
        assert [side.get_attribute("data-covered") is not None for side in (first, second)] == covered
        shorter, longer = (side.locator(".bar").bounding_box() for side in (first, second))
        assert shorter and longer and 0 < shorter["width"] < longer["width"] / 4  # both lengths stay in sight


def test_the_position_is_kept(page: Page, site: ServedSite) -> None:
    comparison = open_comparison(page, site)
    assert progress(comparison) == [{"position": 50, "depth": "bone", "moved": False}, {"done": 0, "total": 1}]
    line(comparison).press("End")
    page.reload()
    shows(comparison, 100)
    assert progress(comparison) == [{"position": 100, "depth": "bone", "moved": True}, {"done": 1, "total": 1}]
    line(comparison).evaluate(
        "range => { range.value = 50; range.dispatchEvent(new Event('input', { bubbles: true })) }"
    )
    page.reload()
    shows(comparison, 50)
    assert progress(comparison) == [{"position": 50, "depth": "bone", "moved": True}, {"done": 1, "total": 1}]


def test_another_tab_takes_over_that_it_was_moved(page: Page, site: ServedSite) -> None:
    comparison = open_comparison(page, site)
    other = open_comparison(page.context.new_page(), site)
    line(other).press("Home")
    page.wait_for_function("document.querySelector('picture-comparison').progress.done === 1")
    shows(comparison, 50)  # the line does not move under the reader's eyes


def test_an_invalid_state_is_ignored(page: Page, site: ServedSite) -> None:
    comparison = open_comparison(page, site)
    for position, percent in (("'far'", 50), ("null", 50), ("NaN", 50), ("-5", 0), ("105", 100)):
        comparison.evaluate(f"element => {{ element.state = {{ position: {position} }} }}")
        shows(comparison, percent)


def test_each_change_is_one_event(page: Page, site: ServedSite) -> None:
    comparison = open_comparison(page, site)
    page.evaluate(
        "addEventListener('lesson-change', ({ detail }) => { window.changes = [...(window.changes ?? []), detail] })"
    )
    line(comparison).press("ArrowRight")
    detail = {
        "key": KEY,
        "state": {"position": 55, "depth": "bone", "moved": True},
        "progress": {"done": 1, "total": 1},
        "judged": {},
    }
    assert page.evaluate("window.changes") == [detail]


def test_two_copies_on_a_page_are_independent(page: Page, site: ServedSite) -> None:
    first = open_comparison(page, site)
    first.evaluate("element => element.after(element.cloneNode(true))")
    copies = page.locator("picture-comparison")
    line(copies.nth(0)).press("Home")
    line(copies.nth(1)).press("End")
    shows(copies.nth(0), 0)
    shows(copies.nth(1), 100)


def test_without_a_script_half_of_each_drawing_is_shown(chromium: Browser, site: ServedSite, content: Content) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        comparison = open_comparison(context.new_page(), site)
        expect(line(comparison)).to_have_count(0)  # it would do nothing
        expect(comparison.locator(".stage svg:visible")).to_have_count(2)
        expect(comparison.locator(".stage svg").nth(1)).to_have_css("clip-path", "inset(0px 0px 0px 50%)")
        for described in comparison.locator(".description summary").all():
            described.click()
        both_described(comparison, content)


def test_paper_has_it_as_it_stands(page: Page, files: FileSite, content: Content) -> None:
    comparison = open_comparison(page, files)
    line(comparison).press("ArrowRight")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(comparison.locator(".stage svg:visible")).to_have_count(2)
    expect(comparison.locator(".stage svg").nth(1)).to_have_css("clip-path", "inset(0px 0px 0px 55%)")
    expect(line(comparison)).to_have_count(0)
    expect(page.locator(".topic .for-paper svg[data-state^=compare]")).to_have_count(0)
    both_described(comparison, content)


def both_described(comparison: Locator, content: Content) -> None:
    [figure] = [figure for figure in content.pictures.figures if figure.switch == "drag"]
    for state in figure.states:
        expect(comparison.get_by_text(state.text)).to_be_visible()


def test_it_needs_no_kernel(page: Page, voila: VoilaServer) -> None:
    """It works and is kept while no kernel answers, and is no widget when one does."""
    with held_back(page, "**/voila/render/**"):
        comparison = open_comparison(page, voila)
        line(comparison).press("Home")
        shows(comparison, 0)
        page.reload()
        shows(comparison, 0)
        assert page.locator("[data-attached]").count() == 0
    attached(page, voila)
    expect(page.locator("picture-comparison[data-attached]")).to_have_count(0)
    shows(comparison, 0)


def test_a_figure_that_wipes_is_shown_by_the_comparison_only(content: Content) -> None:
    wiping = content.pictures.model_copy(
        update={"figures": [figure.model_copy(update={"switch": "drag"}) for figure in content.pictures.figures]}
    )
    for placed in content.placed:
        if content.figures(placed.topic.id) and placed.interaction.kind != "comparison":
            html = render_interaction(replace(content, pictures=wiping), placed)
            assert "<figure-view" not in html and "<picture-comparison" not in html
            assert not [figure.id for figure in wiping.figures if f'data-figure="{figure.id}"' in html]
    [comparison] = [placed for placed in content.placed if placed.interaction.kind == "comparison"]
    assert render_interaction(content, comparison).count("<picture-comparison") == 1
