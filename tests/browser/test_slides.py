"""Every slide of the course on the stage: nothing is cut, no letter is small, and a press lights one thing."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from miss.presenter.slides import course_slides
from miss.schema.content import Content
from playwright.sync_api import Page

from .deliveries import ServedFolder
from .slides import all_slides, present, use_deck

SIZES = [(1920, 1080), (1280, 720), (1024, 768)]
LEAST_PX = 28

# Goes through a deck by its keys, and returns what is wrong after each press, as texts.
WALK = """async (least) => {
  const stage = document.querySelector(".slide-stage");
  await document.fonts.ready;
  const found = [], walked = new Set();
  const press = () => dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight" }));
  const lines = () => {
    const nodes = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT), texts = [];
    while (nodes.nextNode()) {
      const node = nodes.currentNode, parent = node.parentElement;
      if (!node.data.trim() || parent.closest("svg")) continue;
      if (!parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const block = parent.closest("p, li, h1, h2, h3, td, th, caption, figcaption");
      const size = parseFloat(getComputedStyle(parent).fontSize);
      const text = node.data.trim();
      for (const box of range.getClientRects()) if (box.width > 1) texts.push({ text, box, block, size });
    }
    return texts;
  };
  const problems = () => {
    const outer = stage.getBoundingClientRect(), texts = lines(), wrong = [];
    for (const { text, box, size } of texts) {
      if (size < least - 0.01) wrong.push(`${size} px: ${text}`);
      if (box.left < outer.left - 1 || box.right > outer.right + 1) wrong.push(`cut: ${text}`);
      if (box.top < outer.top - 1 || box.bottom > outer.bottom + 1) wrong.push(`cut: ${text}`);
    }
    for (const [index, one] of texts.entries()) for (const other of texts.slice(index + 1)) {
      if (one.block === other.block) continue;
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      const height = Math.min(one.box.height, other.box.height);
      if (across > 2 && down > 0.3 * height) wrong.push(`over each other: ${one.text} | ${other.text}`);
    }
    const lit = stage.querySelectorAll(".label.lit.in:not(.tag)");
    if (lit.length > 1) wrong.push(`${lit.length} labels are lit`);
    const dots = stage.querySelectorAll(".leaders .dot"), aimed = stage.querySelectorAll(".label.lit.in[data-at]");
    if (dots.length !== aimed.length) wrong.push(`${aimed.length} labels with a place, ${dots.length} lines`);
    const pictures = [...stage.querySelectorAll(".pic, .lens.in")].map((each) => each.getBoundingClientRect());
    for (const dot of dots) {
      const { x, y, width, height } = dot.getBoundingClientRect();
      const inside = ({ left, right, top, bottom }) =>
        x + width / 2 >= left && x + width / 2 <= right && y + height / 2 >= top && y + height / 2 <= bottom;
      if (!pictures.some(inside)) wrong.push("a line ends beside the picture");
    }
    return wrong;
  };
  for (let presses = 0; presses < 5000; presses++) {
    const { slide, at } = stage.querySelector(".slide").dataset;
    if (walked.has(`${slide} ${at}`)) return { found: [...new Set(found)], walked: [...walked] };
    walked.add(`${slide} ${at}`);
    found.push(...problems().map((problem) => `${slide}, press ${at}: ${problem}`));
    press();
  }
  return { found: ["it did not end"], walked: [...walked] };
}"""


def walk(page: Page, addressed: ServedFolder, slides: list[str], least: float = LEAST_PX) -> dict[str, Any]:
    use_deck(page, slides)
    present(page, addressed.address)
    return dict(page.evaluate(WALK, least))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_slide_fits_with_large_letters(
    page: Page, addressed: ServedFolder, content: Content, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.emulate_media(reduced_motion="reduce")
    slides = all_slides(content)
    told = walk(page, addressed, slides)
    assert told["found"] == []
    assert {each.split()[0] for each in told["walked"]} == set(slides)
    assert len(told["walked"]) > 3 * len(slides)  # most slides take several presses


def test_a_list_shows_all_that_it_lists(content: Content) -> None:
    """Each with a picture, a mark, or its number."""
    slides = course_slides(content)
    listed = {placed.topic.id: placed.main_entries(content.records) for placed in content.placed}
    shown = {id: entries for id, entries in listed.items() if entries and id in slides}
    assert len(shown) >= 4
    for id, entries in shown.items():
        rows = BeautifulSoup(slides[id].html, "html.parser").select(".listed ol > li")
        assert len(rows) == len(entries)
        assert all(row.select(".thumb[data-drawing], .thumb svg") for row in rows), id


def test_nothing_of_the_trainer_is_on_the_projector(page: Page, addressed: ServedFolder, content: Content) -> None:
    """No buttons, links, minutes or sources; and nothing beside the stage."""
    use_deck(page, all_slides(content))
    present(page, addressed.address)
    page.keyboard.press("ArrowRight")
    assert page.locator("body > :not(main, .black-screen, script, style, template):visible").count() == 0
    html = " ".join(slide.html for slide in course_slides(content).values())
    assert not BeautifulSoup(html, "html.parser").select("button, a, input, details, .plus, footer")
    assert "minute" not in page.locator("body").inner_text()


def test_the_room_is_letterboxed_on_a_screen_of_another_shape(page: Page, addressed: ServedFolder) -> None:
    for width, height in [(1024, 768), (1920, 1080), (800, 400)]:
        page.set_viewport_size({"width": width, "height": height})
        present(page, addressed.address)
        box = page.locator(".slide-stage").bounding_box()
        assert box
        assert box["width"] / box["height"] == pytest.approx(16 / 9, rel=0.01)
        assert box["width"] == pytest.approx(min(width, height * 16 / 9), abs=1)
