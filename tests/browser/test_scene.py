"""The operation as one scene: it follows the thumb and the finger, and its steps are stops on the way."""

import pytest
from miss.schema.content import Content
from playwright.sync_api import Page, expect

from .at_rest import open_at_rest
from .deliveries import FileSite
from .test_widgets import point_at_stop

ELEMENT = "document.querySelector('procedure-slider')"
# The layers that are seen, by their place in the drawing.
LAYERS = """() => [...document.querySelectorAll("procedure-slider svg.figure .layer")]
  .filter((layer) => !layer.closest(".off")).map((layer) => [...document.querySelectorAll(".layer")].indexOf(layer))"""
TUBE = """() => document.querySelector("procedure-slider .tube-comes").getBoundingClientRect().y"""


@pytest.fixture
def steps(page: Page, files: FileSite) -> Page:
    page.set_viewport_size({"width": 360, "height": 740})
    page.emulate_media(reduced_motion="no-preference")
    open_at_rest(page, f"{files.address}3-how-it-is-done.html")
    page.locator(".scrubber").scroll_into_view_if_needed()
    return page


def stop(page: Page, at: float) -> tuple[float, float]:
    """Where a stop of the scrubber is in the window, or a place between two."""
    box = page.locator(".scrubber").bounding_box()
    count = page.locator(".scrubber li").count()
    assert box
    return box["x"] + (at - 0.5) * box["width"] / count, box["y"] + 22


def depth(page: Page) -> float:
    return float(page.locator("procedure-slider svg.figure").evaluate("each => each.style.getPropertyValue('--depth')"))


def go_to(page: Page, number: int, content: Content) -> None:
    point_at_stop(page, number)
    id = content.records["procedure"].steps[number - 1].id
    drawing = page.locator(f'procedure-slider svg.figure[data-state="{id}"]:not([data-between])')
    expect(drawing).to_have_count(1)


def test_the_tube_is_dragged_in(steps: Page, content: Content) -> None:
    go_to(steps, 2, content)
    steps.mouse.move(*stop(steps, 2))
    steps.mouse.down()
    heights = []
    for at in (2.7, 2.8, 2.9):
        steps.mouse.move(*stop(steps, at), steps=4)
        assert depth(steps) == pytest.approx(3 + 2 * (at - 2), abs=0.05)
        heights.append(steps.evaluate(TUBE))
    assert heights == sorted(heights) and heights[2] - heights[0] > 20
    expect(steps.locator(".scrubber [data-current]")).to_have_attribute("data-id", "retractor")
    expect(steps.locator(".steps > .entry:visible h3")).to_contain_text(content.records["procedure"].steps[2].name)
    assert steps.evaluate(f"{ELEMENT}.state.step") == 2
    steps.mouse.up()
    expect(steps.locator('procedure-slider svg.figure[data-state="retractor"]:not([data-between])')).to_have_count(1)
    assert depth(steps) == 5
    assert steps.evaluate(f"{ELEMENT}.state") == {"step": 3, "seen": ["team", "cut", "retractor"]}


def test_a_drag_over_all_steps_has_seen_where_it_ends_only(steps: Page) -> None:
    steps.mouse.move(*stop(steps, 1))
    steps.mouse.down()
    steps.mouse.move(*stop(steps, 6), steps=10)
    steps.mouse.up()
    expect(steps.get_by_role("slider")).to_have_value("6")
    assert steps.evaluate(f"{ELEMENT}.state.seen") == ["team", "repair"]


def test_the_picture_follows_the_finger(steps: Page, content: Content) -> None:
    go_to(steps, 3, content)
    box = steps.locator("procedure-slider div.stage").bounding_box()
    assert box
    x, y = box["x"] + box["width"] * 0.7, box["y"] + box["height"] * 0.6
    steps.mouse.move(x, y)
    steps.mouse.down()
    steps.mouse.move(x - box["width"] / 3, y, steps=5)
    assert depth(steps) == pytest.approx(5.25, abs=0.05)  # half a step
    steps.mouse.move(x - 20, y, steps=5)
    assert 5 < depth(steps) < 5.1
    steps.mouse.up()
    expect(steps.get_by_role("slider")).to_have_value("4")


def test_next_goes_through_what_lies_between(steps: Page, content: Content) -> None:
    go_to(steps, 2, content)
    steps.evaluate(
        """() => {
          const drawing = document.querySelector("procedure-slider svg.figure");
          window.depths = [];
          new MutationObserver(() => window.depths.push(Number(drawing.style.getPropertyValue("--depth"))))
            .observe(drawing, { attributes: true, attributeFilter: ["style"] });
        }"""
    )
    steps.evaluate(f"{ELEMENT}.forward()")
    expect(steps.locator('procedure-slider svg.figure[data-state="retractor"]')).to_have_count(1)
    passed = steps.evaluate("window.depths")
    assert passed == sorted(passed) and passed[-1] == 5 and any(3.2 < each < 4.8 for each in passed)


def test_keys_go_from_stop_to_stop(steps: Page) -> None:
    steps.get_by_role("slider").focus()
    for key, value in (("ArrowRight", "2"), ("ArrowRight", "3"), ("End", "6"), ("Home", "1")):
        steps.keyboard.press(key)
        expect(steps.get_by_role("slider")).to_have_value(value)


def test_without_motion_the_next_step_is_there_at_once(steps: Page, content: Content) -> None:
    steps.emulate_media(reduced_motion="reduce")
    go_to(steps, 2, content)
    steps.evaluate(f"{ELEMENT}.figure.travel('tools')")
    assert depth(steps) == 9


def test_a_link_to_a_step_opens_it_at_rest(page: Page, files: FileSite) -> None:
    page.emulate_media(reduced_motion="no-preference")
    page.add_init_script(
        """addEventListener("DOMContentLoaded", () => new MutationObserver(() => { window.moved = true })
             .observe(document, { subtree: true, attributes: true, attributeFilter: ["data-between"] }))"""
    )
    open_at_rest(page, f"{files.address}3-how-it-is-done.html?step=tools")
    expect(page.locator('procedure-slider svg.figure[data-state="tools"]')).to_have_count(1)
    assert depth(page) == 9
    assert page.evaluate("window.moved") is None


def test_nothing_appears_or_leaves_where_the_scene_comes_to_rest(steps: Page, content: Content) -> None:
    """What is seen at the depth of a stop is what its state shows."""
    for number in range(2, len(content.records["procedure"].steps) + 1):
        go_to(steps, number, content)
        rest = steps.evaluate(LAYERS)
        steps.evaluate(f"{ELEMENT}.seek({number})")
        assert steps.evaluate(LAYERS) == rest, number


def test_no_name_is_shown_on_the_way(steps: Page, content: Content) -> None:
    go_to(steps, 2, content)
    steps.locator("procedure-slider .toggle.names").click()
    names = steps.locator("procedure-slider svg.figure .layer.on > .label").first
    expect(names).to_have_css("opacity", "1")
    steps.evaluate(f"{ELEMENT}.seek(2.5)")
    expect(names).to_have_css("opacity", "0")
