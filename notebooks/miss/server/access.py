"""Who may ask the server for what: under which name, from which page, and with which query.

Vocabulary: a *host* is the name or number in a request's Host header; *own* requests come from a page of this course.
"""

import ipaddress
import re
import socket
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlsplit

from tornado.httputil import HTTPServerRequest, split_host_and_port
from tornado.routing import Matcher
from tornado.web import RequestHandler

ANY = "*"
KERNEL_QUERY = {"page", "token"}  # what the page's script asks with; Voilà would take a template and a theme, too


class Refused(NamedTuple):
    """Why a request is not answered: the status, and a sentence for whoever sent it."""

    status: int
    why: str


@dataclass(frozen=True)
class Access:
    """What a server's operator allows.

    ``base`` is the path that the course's addresses begin with, as the server hears it. ``hosts`` are the names under
    which the server is asked beside this machine's own, such as a proxy's; ``*`` allows every name.
    """

    base: str
    hosts: frozenset[str]

    def refused(self, request: HTTPServerRequest) -> Refused | None:
        """Give the reason why a request gets no answer; None where it may pass."""
        host, _ = split_host_and_port(request.host.lower())
        if not self.is_served(host):
            return Refused(421, OTHER_NAME.format(host=host[:100]))
        path = request.path.removeprefix(self.base)
        for_kernels = path.startswith(("voila/render/", "course/end/"))
        if for_kernels and ("page" in request.arguments or request.method == "POST") and not self.is_own(request):
            return NOT_OWN
        if path.startswith("voila/render/") and (unknown := _keys(request.query) - KERNEL_QUERY):
            return Refused(400, f"This address takes no '{min(unknown)[:40]}'. Open the page itself instead.")
        return None

    def is_served(self, host: str) -> bool:
        """Tell a host of this server from one that only leads to it.

        A number is always right: a page elsewhere can make its own name lead here (DNS rebinding), but not a number.
        """
        name = host.strip("[]").rstrip(".").lower()
        return ANY in self.hosts or name in self.hosts or name in this_machine() or _is_this(name)

    def is_own(self, request: HTTPServerRequest) -> bool:
        """Tell whether the browser says that one of our pages asks; without a word of it, none did."""
        if site := request.headers.get("Sec-Fetch-Site"):
            return site == "same-origin"
        try:
            source = urlsplit(request.headers.get("Origin") or request.headers.get("Referer") or "")
        except ValueError:
            return False
        # Behind a proxy that writes a Host of its own, the page's host is one that the operator has named.
        return source.netloc.lower() == request.host.lower() or (source.hostname or "") in self.hosts


OTHER_NAME = (
    "This course is not served under the name '{host}'. If you run it, and that is its name, start it with "
    "--CourseProvider.hosts=NAME."
)
NOT_OWN = Refused(403, "Only a page of this course can ask for this. Open the course itself.")


def named_hosts(names: Iterable[str], *addresses: str) -> frozenset[str]:
    """List the hosts that an operator named: by ``names``, or in some addresses."""
    in_addresses = {urlsplit(address).hostname or "" for address in addresses}
    return frozenset({name.lower().rstrip(".") for name in names} | in_addresses) - {""}


@cache
def this_machine() -> frozenset[str]:
    """List the names by which this machine knows itself, also on its own network."""
    name = socket.gethostname().lower()
    return frozenset({"localhost", name, f"{name.removesuffix('.local')}.local"})


def _is_this(host: str) -> bool:
    """Tell a number, and a name that browsers keep to the machine they run on (RFC 6761)."""
    try:
        return bool(ipaddress.ip_address(host))
    except ValueError:
        return host.endswith(".localhost")


def _keys(query: str) -> set[str]:
    return {key for key, _ in parse_qsl(query, keep_blank_values=True)}


class RefusedMatcher(Matcher):
    """Picks the requests that no handler is to see."""

    def __init__(self, access: Access) -> None:
        self.access = access

    def match(self, request: HTTPServerRequest) -> dict[str, Any] | None:
        """Give the handler its reason; None lets the request pass."""
        refused = self.access.refused(request)
        return {"target_kwargs": {"refused": refused}} if refused else None


class RefusedHandler(RequestHandler):
    """Says why there is no answer, in plain text: nothing of what was asked is understood as a page."""

    def initialize(self, refused: Refused) -> None:
        """Take the reason."""
        self.refused = refused

    def prepare(self) -> None:
        """Answer every method alike."""
        self.set_status(self.refused.status)
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(re.sub(r"[^ -~]", "?", self.refused.why) + "\n")
