"""What a walk asks of a browser, whatever drives it."""

from typing import Any, Protocol


class Missing(Exception):
    """This engine is not on this machine; says what to install."""


class Engine(Protocol):
    """One browser with one window."""

    name: str
    version: str

    def open(self, address: str) -> None:
        """Go to a page, and wait until it has loaded."""

    def tell(self, script: str) -> Any:
        """Run an expression in the page and give its value; a promise is waited for."""

    def click(self, selector: str) -> None:
        """Press the first thing that the selector names, as a pointer does."""

    def press(self, key: str) -> None:
        """Press a key, by its name in ``KEYS``."""

    def quit(self) -> None:
        """Close the browser, and all that it needed."""


# WebDriver's code points.
KEYS = {"Tab": "\ue004", "Enter": "\ue007", "Space": " ", "ArrowRight": "\ue014", "ArrowDown": "\ue015"}
WIDTH, HEIGHT = 1024, 768
