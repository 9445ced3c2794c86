"""How deep both drawings of a comparison have gone: one control moves them together, and says what each side does."""

import re

import pytest
from miss.schema.content import Content
from miss.schema.pictures import Figure
from miss.schema.text import plain
from playwright.sync_api import Browser, Locator, Page, expect

from .at_rest import open_at_rest
from .deliveries import FileSite, ServedSite

PAGE = "1-what-it-is.html"
# What only one of the two ways has: a tube, or blades; whether it is seen.
SEEN = """(comparison) => Object.fromEntries(["tube-comes", "blade-opens", "hook-comes"].map((name) => [name,
  [...comparison.querySelectorAll(`.${name}`)].filter((each) => !each.closest(".off"))
    .map((each) => each.closest("svg").dataset.state)]))"""


@pytest.fixture
def compared(content: Content) -> Figure:
    [figure] = [figure for figure in content.pictures.figures if figure.depths]
    return figure


def open_depths(page: Page, site: ServedSite | FileSite) -> Locator:
    open_at_rest(page, f"{site.address}{PAGE}")
    return page.locator("picture-comparison")


def deeper(comparison: Locator) -> Locator:
    return comparison.get_by_role("slider", name="Go deeper, layer by layer")


def depths(comparison: Locator) -> list[float]:
    """How deep each of the two drawings is."""
    drawings = comparison.locator(".stage > svg")
    return [float(drawing.evaluate("svg => svg.style.getPropertyValue('--depth')")) for drawing in drawings.all()]


def stands_at(comparison: Locator, compared: Figure, index: int) -> None:
    depth = compared.depths[index]
    expect(deeper(comparison)).to_have_attribute(
        "aria-valuetext", f"{index + 1} of {len(compared.depths)}: {depth.name}"
    )
    expect(comparison.locator(".depth-line")).to_have_text(depth.name)
    expect(comparison.locator(".stage > svg:not([data-between])")).to_have_count(2)
    said = comparison.locator(".depths dd:visible")
    expect(said).to_have_count(2)
    for told, side in zip(said.all(), depth.sides, strict=True):
        expect(told).to_contain_text(plain(side.text))
    for drawing in comparison.locator(".stage > svg").all():
        expect(drawing).to_have_attribute("style", re.compile(rf"--depth: {depth.depth:g}(;|$)"))


def test_keys_lead_through_all_depths(page: Page, files: FileSite, compared: Figure) -> None:
    comparison = open_depths(page, files)
    start = [depth.depth for depth in compared.depths].index(compared.states[0].depth or 0)
    stands_at(comparison, compared, start)
    deeper(comparison).press("Home")
    tops = []
    for index in range(len(compared.depths)):
        stands_at(comparison, compared, index)
        box = comparison.locator(".depth-line").bounding_box()
        assert box
        tops.append(box["y"])
        deeper(comparison).press("ArrowRight")
    assert len(compared.depths) > 8 and tops[:-1] == sorted(set(tops[:-1]))  # the last one is closed again


def test_each_way_has_what_is_its_own(page: Page, files: FileSite) -> None:
    comparison = open_depths(page, files)
    both = ["compare-small", "compare-standard"]
    expected = {"skin": ([], [], []), "bone": (both[:1], both[1:] * 2, []), "nerve": (both[:1], both[1:] * 2, both)}
    for id, seen in {**expected, "closed": ([], [], [])}.items():
        comparison.evaluate("(element, depth) => { element.state = { depth } }", id)
        assert comparison.evaluate(SEEN) == dict(zip(("tube-comes", "blade-opens", "hook-comes"), seen, strict=True)), (
            id
        )


def test_both_are_dragged_in_together(page: Page, files: FileSite, compared: Figure) -> None:
    comparison = open_depths(page, files)
    comparison.locator(".scrubber").scroll_into_view_if_needed()
    box = comparison.locator(".scrubber").bounding_box()
    assert box
    wide = box["width"] / len(compared.depths)
    page.mouse.move(box["x"] + 0.5 * wide, box["y"] + 22)
    page.mouse.down()
    for at in (2.5, 2.6, 2.7):
        page.mouse.move(box["x"] + (at + 0.5) * wide, box["y"] + 22, steps=3)
        one, other = depths(comparison)
        assert one == other == pytest.approx(3 + 1.4 * (at - 2), abs=0.08)
    expect(comparison.locator(".depth-line")).to_have_text("Muscle")
    page.mouse.up()
    stands_at(comparison, compared, 3)
    assert comparison.evaluate("each => each.state") == {"position": 50, "depth": "muscle", "moved": True}


def test_a_key_leads_through_what_lies_between(page: Page, files: FileSite, compared: Figure) -> None:
    page.emulate_media(reduced_motion="no-preference")
    comparison = open_depths(page, files)
    page.evaluate(
        """() => { const drawing = document.querySelectorAll("picture-comparison .stage > svg")[1];
          window.passed = [];
          new MutationObserver(() => window.passed.push(Number(drawing.style.getPropertyValue("--depth"))))
            .observe(drawing, { attributes: true, attributeFilter: ["style"] }) }"""
    )
    deeper(comparison).press("ArrowRight")
    stands_at(comparison, compared, 5)
    passed = page.evaluate("window.passed")
    assert passed == sorted(passed) and [depth for depth in passed if 5 < depth < 6.6]


def test_the_depth_is_kept_and_an_unknown_one_is_not(page: Page, files: FileSite, compared: Figure) -> None:
    comparison = open_depths(page, files)
    deeper(comparison).press("End")
    page.reload()
    stands_at(comparison, compared, len(compared.depths) - 1)
    assert comparison.evaluate("each => each.progress") == {"done": 1, "total": 1}
    comparison.evaluate("element => { element.state = { depth: 'moon' } }")
    stands_at(comparison, compared, 4)


def test_the_home_page_keeps_the_depth_for_its_section(page: Page, site: ServedSite, compared: Figure) -> None:
    deeper(open_depths(page, site)).press("End")
    page.goto(f"{site.address}index.html")
    page.locator("picture-comparison").get_by_role("slider").press("Home")
    stands_at(open_depths(page, site), compared, len(compared.depths) - 1)


def test_without_a_script_all_is_told(chromium: Browser, site: ServedSite, compared: Figure) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{site.address}{PAGE}")
        all_told(page.locator("picture-comparison"), compared)


def test_paper_tells_all(page: Page, files: FileSite, compared: Figure) -> None:
    comparison = open_depths(page, files)
    page.emulate_media(media="print")
    all_told(comparison, compared)


def all_told(comparison: Locator, compared: Figure) -> None:
    expect(comparison.locator(".depths .depth-name:visible")).to_have_text([depth.name for depth in compared.depths])
    expect(comparison.locator(".depths dd:visible")).to_have_count(2 * len(compared.depths))
    expect(comparison.locator(".scrubber:visible, .depth-line:visible")).to_have_count(0)
