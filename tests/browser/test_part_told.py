"""Who touches a part of a picture, or presses its name in the list, is told what it is."""

from collections.abc import Iterator

import pytest
from miss.schema.content import Content
from miss.schema.text import plain
from playwright.sync_api import Browser, Locator, expect

from .deliveries import ServedSite
from .naming import CONDITIONS, OPERATIONS, SIZES, STEPS, Opener, parts, picture, start, touch, touchable_pages


@pytest.fixture
def open_page(chromium: Browser, site: ServedSite) -> Iterator[Opener]:
    with touchable_pages(chromium, site) as opener:
        yield opener


def told(figure: Locator) -> Locator:
    return figure.locator(".part-told:visible")


def test_every_part_has_something_to_say(content: Content) -> None:
    parts = [part for drawing in content.pictures.drawings for part in drawing.parts]
    assert parts and not [part.id for part in parts if not part.word]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("name", "lesson"), [(CONDITIONS, "condition-selector"), (STEPS, "procedure-slider")])
def test_each_part_tells_what_it_is(open_page: Opener, content: Content, size: str, name: str, lesson: str) -> None:
    page = open_page(name, size)
    if name == STEPS:
        page.get_by_role("slider").fill("5")
    figure = picture(page, lesson)
    figure.get_by_role("switch", name="Names").check()
    [drawing] = [
        each for each in content.pictures.drawings if {*parts(figure).values()} <= {part.id for part in each.parts}
    ]
    for part in drawing.parts:
        if part.id not in parts(figure).values():
            continue
        meaning = content.term(part.word or "").meaning
        touch(figure, part.id)
        expect(told(figure)).to_contain_text(f"{part.name} {plain(meaning)}")
        expect(figure.locator(f'.stage [data-part="{part.id}"][data-lit]').first).to_be_attached()
        told(figure).get_by_role("button", name="Close").click()
        expect(figure.locator(":is(.part-told:visible, [data-lit])")).to_have_count(0)


@pytest.mark.parametrize("size", SIZES)
def test_a_lens_can_be_asked_too_until_something_else_is(open_page: Opener, size: str) -> None:
    page = open_page(OPERATIONS, size)
    page.get_by_role("radio", name="Lumbar discectomy", exact=True).check()
    figure = picture(page, "operation-selector")
    expect(figure.locator(".touch-hint:visible")).to_have_count(1 if size == "laptop" else 0)
    lens = figure.locator(".lens").first
    box = lens.bounding_box()
    assert box
    at = {"x": box["width"] * 0.2, "y": box["height"] * 0.5}
    lens.tap(position=at)  # type: ignore[arg-type]
    told_name = told(figure).locator("strong").inner_text()
    assert told_name in parts(figure)
    expect(page.locator('operation-selector [role="status"]')).to_contain_text(f"{told_name}. ")
    expect(page.locator(".touch-hint:visible")).to_have_count(0)
    page.keyboard.press("Escape")
    page.get_by_role("radio", name="Laminectomy", exact=True).check()
    expect(page.locator(".part-told:visible")).to_have_count(0)


def test_the_keyboard_asks_by_the_list(open_page: Opener) -> None:
    figure = picture(open_page(CONDITIONS))
    figure.get_by_role("switch", name="Names").check()
    button = figure.get_by_role("button", name="Lamina", exact=True)
    button.focus()
    expect(figure.locator('.stage [data-part="lamina"][data-lit]').first).to_be_attached()
    button.press("Enter")
    expect(told(figure)).to_contain_text("The plate of bone")
    button.press("Enter")
    expect(told(figure)).to_have_count(0)
    button.press("Enter")
    button.press("Escape")
    expect(told(figure)).to_have_count(0)


def test_no_part_tells_while_it_is_asked(open_page: Opener) -> None:
    figure = picture(open_page(CONDITIONS))
    start(figure)
    touch(figure, "vertebra")
    expect(figure.locator(".part-verdict")).not_to_be_empty()
    expect(told(figure)).to_have_count(0)
    expect(figure.locator(".tell:visible")).to_have_count(0)


def test_the_parts_of_a_comparison_tell_in_its_list(open_page: Opener) -> None:
    comparison = open_page(OPERATIONS, "phone").locator("picture-comparison")
    comparison.get_by_role("button", name="Back muscle").click()
    expect(told(comparison)).to_contain_text("One of the long muscles beside the spine")
