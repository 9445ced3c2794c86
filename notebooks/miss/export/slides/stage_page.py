"""The projector's stage in a Chromium of its own, with a slide of a session below another."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from markupsafe import Markup

from ...course import Course
from ...extras import extra
from ...presenter.script import trainer_js
from ...render.environment import render
from ...render.fonts import embedded_font_styles
from ...render.styles import layered
from ...web.assets import page_styles
from ...web.qr import qr_svg
from .shapes import STAGE_HEIGHT, STAGE_WIDTH, SlideShapes

with extra("print", "Making slides"):
    from playwright.sync_api import Page, Route, sync_playwright

    from ..chromium import find_or_install

HERE = Path(__file__).parent
URL = "http://localhost/slides.html"  # nothing is requested there: each request is answered below
SCALE = 2  # pixels of a picture for one of the stage


class StagePage:
    """The page of a session; ``page`` is Playwright's."""

    def __init__(self, page: Page, course: Course, minutes: int, address: str | None) -> None:
        html = _html(course, minutes, address)
        page.route("**/*", lambda route: _answer(route, html))
        page.goto(URL)
        page.evaluate("() => Promise.all([...document.fonts].map((font) => font.load()))")
        page.add_script_tag(content=trainer_js(course.content, HERE / "pages.js"))
        self.page = page

    def show_deck(self) -> list[str]:
        """Show every slide of the session after its last press, and return their titles."""
        return self._call("showDeck")

    def read_deck(self) -> list[SlideShapes]:
        """Return every slide of the session as shapes, each question with a slide of its solution."""
        return [SlideShapes.model_validate(slide) for slide in self._call("readDeck")]

    def read_sheet(self, html: str) -> list[SlideShapes]:
        """Return the sections of a sheet as slides."""
        return [SlideShapes.model_validate(slide) for slide in self._call("readSheet", html)]

    def colors(self) -> dict[str, str]:
        """Return the colors of the course, by name."""
        return self._call("colors")

    def shoot(self, number: int) -> bytes:
        """Return a picture of the page as PNG, by its number."""
        return self.page.locator(f'[data-shot="{number}"]').screenshot()

    def _call(self, name: str, *arguments: str) -> Any:
        found = self.page.evaluate("([name, ...given]) => window.pages[name](...given)", [name, *arguments])
        self.page.wait_for_function("() => [...document.images].every((image) => image.complete)")
        return found


@contextmanager
def open_stages(course: Course, minutes: int, address: str | None) -> Iterator[StagePage]:
    """Open the page of a session in Chromium.

    Args:
        course: the course.
        minutes: the length of the session.
        address: the URL of the course, which its slides show; without it, they show none.
    """
    size: Any = {"width": STAGE_WIDTH, "height": STAGE_HEIGHT}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_or_install())
        page = browser.new_page(viewport=size, device_scale_factor=SCALE, reduced_motion="reduce", color_scheme="light")
        page.emulate_media(media="screen")  # as on the projector, also where it is printed
        yield StagePage(page, course, minutes, address)
        browser.close()


def _html(course: Course, minutes: int, address: str | None) -> str:
    styles = page_styles(course) | {"sheets": [HERE / "pages.css"]}
    style = Markup(embedded_font_styles() + layered(styles))  # noqa: S704 - style sheets, no texts of the course
    return render(course.content, "slide_pages.html", style=style, minutes=minutes, address=address)


def _answer(route: Route, html: str) -> None:
    """Answer a request of the page: with itself, or with a QR code."""
    url = urlsplit(route.request.url)
    if route.request.url == URL:
        route.fulfill(body=html, content_type="text/html; charset=utf-8")
    elif link := parse_qs(url.query).get("link"):
        route.fulfill(body=qr_svg(link[0]), content_type="image/svg+xml")
    else:
        route.fulfill(status=404)
