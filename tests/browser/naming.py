"""A picture that asks for its parts: where each is seen, and how it is touched."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from playwright.sync_api import Browser, Locator, Page, expect

from .at_rest import open_at_rest
from .deliveries import ServedSite

CONDITIONS, OPERATIONS, STEPS = "2-why-it-is-done", "1-what-it-is", "3-how-it-is-done"
START, AGAIN = "Name it yourself first", "Name them once more"
HOW = "Touch the part in the picture, or press its number."
DRAWING = ".stage svg"
SIZES = {"phone": (360, 740), "laptop": (1280, 800)}

# A point of the drawing at which a part is seen, and nothing over it; the farthest from its edge, if there are several.
POINT = """(figure, part) => {
  const svg = figure.querySelector(".stage svg");
  const drawing = svg.getBoundingClientRect();
  const isPart = (x, y) => {
    const seen = document.elementFromPoint(x, y);
    return svg.contains(seen) && seen.closest("[data-part]:not(.label)")?.dataset.part === part;
  };
  const around = (x, y, distance) =>
    [[0, 0], [distance, 0], [-distance, 0], [0, distance], [0, -distance]].every(([dx, dy]) => isPart(x + dx, y + dy));
  for (const distance of [3, 1.5, 0]) {
    for (const shape of svg.querySelectorAll(`[data-part="${part}"]:not(.label)`)) {
      const { left, top, right, bottom } = shape.getBoundingClientRect();
      const step = Math.max(1, Math.floor((right - left) / 24));
      for (let x = Math.ceil(left); x <= right; x += step) {
        for (let y = Math.ceil(top); y <= bottom; y += step) {
          if (around(x, y, distance)) return { x: x - drawing.left, y: y - drawing.top };
        }
      }
    }
  }
  return null;
}"""

# Where the line of a label ends: the center of its small circle.
END = """(figure, part) => {
  const labels = [...figure.querySelectorAll(`.stage .label[data-part="${part}"]`)];
  const label = labels.find((each) => !each.closest(".off"));
  const line = label.querySelector("path");
  const { x, y } = line.getPointAtLength(line.getTotalLength()).matrixTransform(line.getScreenCTM());
  const { left, top } = figure.querySelector(".stage svg").getBoundingClientRect();
  return { x: x - left, y: y - top };
}"""


Opener = Callable[..., Page]


@contextmanager
def touchable_pages(chromium: Browser, site: ServedSite) -> Iterator[Opener]:
    """Open pages at a size, without motion, that can be touched."""
    with ExitStack() as opened:

        def open_one(name: str, size: str = "laptop", **options: Any) -> Page:
            width, height = SIZES[size]
            window: Any = {"width": width, "height": height}
            page = opened.enter_context(
                chromium.new_page(viewport=window, has_touch=True, reduced_motion="reduce", **options)
            )
            open_at_rest(page, f"{site.address}{name}.html")
            return page

        yield open_one


def picture(page: Page, lesson: str = "condition-selector") -> Locator:
    return page.locator(f"{lesson} figure-view:not([hidden])")


def start(figure: Locator) -> None:
    figure.get_by_role("switch", name="Names").check()
    figure.get_by_role("button", name=START).click()
    expect(figure).to_have_attribute("data-naming", "")


def parts(figure: Locator) -> dict[str, str]:
    """The ids of the parts in the list, by name."""
    items = figure.locator(".parts li:not([hidden])").evaluate_all(
        "all => all.map((item) => [item.querySelector('.name').textContent, item.dataset.part])"
    )
    return dict(items)


def asked(figure: Locator) -> tuple[str, str]:
    """The id and the name of the part that is asked."""
    name = figure.locator(".part-asked").inner_text().partition("Touch: ")[2]
    return parts(figure)[name], name


def touch(figure: Locator, part: str, script: str = POINT, dx: float = 0) -> None:
    figure.locator(".picture").scroll_into_view_if_needed()
    point = figure.evaluate(script, part)
    assert point, part
    figure.locator(DRAWING).tap(position={"x": point["x"] + dx, "y": point["y"]})
