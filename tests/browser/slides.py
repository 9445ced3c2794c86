"""Drive a presentation: open a deck of all slides, go from press to press, and read what stands on the stage."""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from miss.presenter.slides import course_slides
from miss.schema.content import Content
from playwright.sync_api import Page, Route, expect

from .test_progress_store import STORAGE_KEY

STAGE = ".slide-stage"
STORED = f"() => JSON.parse(localStorage.getItem({STORAGE_KEY} + ' talk') ?? '{{}}')"


def all_slides(content: Content) -> list[str]:
    """Return the ids of all slides of a course."""
    return list(course_slides(content))


def use_deck(page: Page, slides: Sequence[str]) -> None:
    """Let every length of session have these slides, in place of those that are planned."""
    deck = json.dumps([{"slide": id, "step": None} for id in slides])

    def change(route: Route) -> None:
        url = route.request.url
        script = (
            Path(unquote(urlsplit(url).path)).read_text("utf-8") if url.startswith("file:") else route.fetch().text()
        )
        changed, count = re.subn(r'"decks": \{.*?\]\}', f'"decks": {{"45": {deck}}}', script, count=1)
        assert count == 1
        route.fulfill(body=changed, content_type="text/javascript")

    page.route("**/trainer.js*", change)


def present(page: Page, address: str) -> None:
    """Open the presentation."""
    page.goto(f"{address}index.html?view=present")
    expect(page.locator(f"{STAGE} .slide")).to_be_visible()


def stored(page: Page) -> dict[str, Any]:
    """Return the stored presentation."""
    return dict(page.evaluate(STORED))


def shown(page: Page) -> tuple[str, int]:
    """Return the id of the slide on the stage, and the press that it stands at."""
    slide = page.locator(f"{STAGE} .slide").first
    return str(slide.get_attribute("data-slide")), int(slide.get_attribute("data-at") or 0)
