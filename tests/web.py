"""One request to a server, which is given up after a time."""

import http.client
import urllib.request
from typing import NamedTuple


class Answer(NamedTuple):
    """What a server said."""

    status: int
    body: bytes

    @property
    def text(self) -> str:
        """The body, as text."""
        return self.body.decode()


def ask(address: str, method: str = "GET", timeout: float = 120) -> Answer:
    """Send one request.

    Raises:
        urllib.error.HTTPError: the status is 400 or more.
        OSError: nothing answers.
    """
    request = urllib.request.Request(address, method=method)  # noqa: S310
    with urllib.request.urlopen(request, timeout=timeout) as answer:  # noqa: S310
        return Answer(answer.status, answer.read())


def answers(address: str) -> bool:
    """Say whether a page is there now."""
    try:
        return bool(ask(address, timeout=5))
    except (OSError, http.client.HTTPException):
        return False
