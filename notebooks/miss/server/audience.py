"""Who gets the trainer's parts: everybody, or only whoever has opened the trainer's address.

Vocabulary: the *trainer's address* is that of a page with the operator's key as ``?trainer=…``. It is answered with a
cookie, which is the right to the trainer's pages, and with a redirect, so that the key stays in no address bar.
"""

import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from tornado.web import RequestHandler

from .pages import Pages

PARAMETER = "trainer"
WRONG_KEY = (
    "This is not the trainer's address of this course, or no longer: each start makes a new one. "
    "The window in which the course was started shows it."
)


@dataclass(frozen=True)
class Audience:
    """The pages for students and those for trainers; without a ``key``, every reader gets the trainers'.

    ``cookie`` is the name of the cookie, ``path`` the prefix of the addresses that it is sent to.
    """

    students: Pages
    trainers: Pages
    key: str = ""
    cookie: str = PARAMETER
    path: str = "/"

    @property
    def editions(self) -> Sequence[Pages]:
        """All pages that are served, those of most readers first."""
        return (self.students, self.trainers) if self.key else (self.trainers,)

    def pages_for(self, handler: RequestHandler) -> Pages:
        """Return the pages that a request has the right to."""
        given = handler.get_cookie(self.cookie, "")
        return self.trainers if not self.key or _is_same(given, self._right) else self.students

    def asks_for_right(self, handler: RequestHandler) -> bool:
        """Return whether a request is for a trainer's address, with any key."""
        return bool(self.key) and PARAMETER in handler.request.query_arguments

    def grant(self, handler: RequestHandler) -> bool:
        """Set the cookie if the request has the right key, and return whether it has."""
        if not _is_same(handler.get_query_argument(PARAMETER, ""), self.key):
            return False
        secure = handler.request.protocol == "https"
        handler.set_cookie(self.cookie, self._right, path=self.path, httponly=True, samesite="Lax", secure=secure)
        return True

    @property
    def _right(self) -> str:
        """The cookie's value: a hash, since a key may have letters that a cookie may not."""
        return hashlib.sha256(self.key.encode()).hexdigest()

    @property
    def cache_control(self) -> str:
        """The ``Cache-Control`` of a page: a cache that readers share must not keep one that not all of them get."""
        return "private, no-cache" if self.key else "no-cache"

    @property
    def vary(self) -> str:
        """The ``Vary`` of what is sent."""
        return "Accept-Encoding, Cookie" if self.key else "Accept-Encoding"


def _is_same(given: str | None, secret: str) -> bool:
    """Compare in a time that tells nothing of the secret."""
    return hmac.compare_digest((given or "").encode(), secret.encode())


def query_of_view(query: str) -> str:
    """Return the query to redirect a trainer's address to: without the key, and in the trainer's view.

    >>> query_of_view("trainer=k3y"), query_of_view("risk=infection&trainer=k3y&view=present")
    ('view=trainer', 'view=present&risk=infection')
    """
    others = {name: value for name, value in parse_qsl(query, keep_blank_values=True) if name != PARAMETER}
    return urlencode({"view": "trainer"} | others)
