"""Where the keyboard is: seen by its reader, in the window, and under nothing."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

FOCUS = (Path(__file__).parent / "focus.js").read_text(encoding="utf-8")
FAR = 400  # stops; no page has as many


class Keys:
    """A reader with a keyboard and nothing else. Every stop is looked at; what is wrong with it goes to ``faults``."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.stops = 0
        self.faults: list[str] = []

    def press(self, key: str) -> dict[str, Any]:
        """Press a key, and look at where the focus is then."""
        self.page.keyboard.press(key)
        return self.look()

    def look(self) -> dict[str, Any]:
        """Look at what has the focus: a selector for it, and what is wrong."""
        at: dict[str, Any] = self.page.evaluate(FOCUS)
        self.stops += 1
        self.faults += [f"{self.page.url.rsplit('/', 1)[-1]}: {at['name']}: {fault}" for fault in at["faults"]]
        return at

    def tab_to(self, selector: str, key: str = "Tab") -> None:
        """Press Tab until what the selector names has the focus; it has to come, and nothing may hold the focus."""
        for _ in range(FAR):
            self.press(key)
            if self.page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
        raise AssertionError(f"{key} does not reach {selector} on {self.page.url}")

    def stops_until(self, selector: str, key: str = "Tab") -> Iterator[str]:
        """Name every stop on the way."""
        for _ in range(FAR):
            yield str(self.press(key)["name"])
            if self.page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
