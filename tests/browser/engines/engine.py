"""What a walk asks of a browser, whatever drives it."""

from abc import abstractmethod
from typing import Any

from tests.support.closing import Closing


class Missing(Exception):
    """This engine is not on this machine; says what to install."""


class Engine(Closing):
    """One browser with one window, inside a ``with``."""

    name: str
    version: str

    @abstractmethod
    def go_to(self, address: str) -> None:
        """Go to a page, and wait until it has loaded."""

    @abstractmethod
    def tell(self, script: str) -> Any:
        """Run an expression in the page and give its value; a promise is waited for."""

    @abstractmethod
    def click(self, selector: str) -> None:
        """Press the first thing that the selector names, as a pointer does."""

    @abstractmethod
    def press(self, key: str) -> None:
        """Press a key, by its name in ``KEYS``."""


# WebDriver's code points.
KEYS = {"Tab": "\ue004", "Enter": "\ue007", "Space": " ", "ArrowRight": "\ue014", "ArrowDown": "\ue015"}
WIDTH, HEIGHT = 1024, 768
