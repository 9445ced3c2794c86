"""One request to a server, which is given up after a time."""

import http.client
import urllib.error
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


OWN = {"Sec-Fetch-Site": "same-origin"}  # what a browser says when a page of the same server asks


def ask(address: str, method: str = "GET", timeout: float = 120) -> Answer:
    """Send one request, as a page of the same server would.

    Raises:
        urllib.error.HTTPError: the status is 400 or more.
        OSError: nothing answers.
    """
    request = urllib.request.Request(address, method=method, headers=OWN)  # noqa: S310
    with urllib.request.urlopen(request, timeout=timeout) as answer:  # noqa: S310
        return Answer(answer.status, answer.read())


def answers(address: str) -> bool:
    """Say whether a server answers now, be it with a login."""
    try:
        return bool(ask(address, timeout=5))
    except urllib.error.HTTPError:
        return True
    except (OSError, http.client.HTTPException):
        return False
