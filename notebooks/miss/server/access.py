"""Access control: the host names the server answers to, and which pages and queries may request a kernel.

Vocabulary: a *host* is the name or IP address in a request's Host header; a *same-origin* request comes from a page of
this course.
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

from ..invocation import command

ANY = "*"
KERNEL_QUERY = {"page", "token"}  # what the page's script sends; Voilà would accept a template and a theme, too


class Refusal(NamedTuple):
    """The response to a refused request: its status, and a sentence with the reason."""

    status: int
    reason: str


@dataclass(frozen=True)
class Access:
    """What a server's operator allows.

    ``base`` is the path prefix of the course's addresses as the server receives it. ``hosts`` are the names that the
    server answers to besides this machine's own, such as a proxy's; ``*`` allows every name.
    """

    base: str
    hosts: frozenset[str]

    def check(self, request: HTTPServerRequest) -> Refusal | None:
        """Return why a request is refused, or None if it is allowed."""
        host, _ = split_host_and_port(request.host.lower())
        if not self.is_known_host(host):
            how = command("serve", "--hosts=NAME")
            return Refusal(421, UNKNOWN_HOST.format(host=host[:100], how=how))
        path = request.path.removeprefix(self.base)
        for_kernels = path.startswith(("voila/render/", "course/end/"))
        if (
            for_kernels
            and ("page" in request.arguments or request.method == "POST")
            and not self.is_same_origin(request)
        ):
            return CROSS_ORIGIN
        if path.startswith("voila/render/") and (unknown := _query_keys(request.query) - KERNEL_QUERY):
            return Refusal(400, f"This address takes no '{min(unknown)[:40]}'. Open the page itself instead.")
        return None

    def is_known_host(self, host: str) -> bool:
        """Return whether a host is one of this server's own.

        IP addresses are always accepted: DNS rebinding makes a foreign name resolve to this machine, but cannot use
        a bare address.
        """
        name = host.strip("[]").rstrip(".").lower()
        return ANY in self.hosts or name in self.hosts or name in local_names() or _is_local(name)

    def is_same_origin(self, request: HTTPServerRequest) -> bool:
        """Return whether the browser's headers name one of our pages as the source; without such a header, none is."""
        if site := request.headers.get("Sec-Fetch-Site"):
            return site == "same-origin"
        try:
            source = urlsplit(request.headers.get("Origin") or request.headers.get("Referer") or "")
        except ValueError:
            return False
        # Behind a proxy that replaces the Host header, the page's host is one that the operator has configured.
        return source.netloc.lower() == request.host.lower() or (source.hostname or "") in self.hosts


UNKNOWN_HOST = (
    "This course is not served under the name '{host}'. If you run it, and that is its name, start it with "
    "--CourseProvider.hosts=NAME, or as `{how}`."
)
CROSS_ORIGIN = Refusal(403, "Only a page of this course can ask for this. Open the course itself.")


def configured_hosts(names: Iterable[str], *addresses: str) -> frozenset[str]:
    """Return the hosts that an operator configured: ``names``, and those in the addresses."""
    in_addresses = {urlsplit(address).hostname or "" for address in addresses}
    return frozenset({name.lower().rstrip(".") for name in names} | in_addresses) - {""}


@cache
def local_names() -> frozenset[str]:
    """Return the host names of this machine, including its mDNS name (``….local``)."""
    name = socket.gethostname().lower()
    return frozenset({"localhost", name, f"{name.removesuffix('.local')}.local"})


def _is_local(host: str) -> bool:
    """Return whether a host is an IP address, or a name that browsers resolve to their own machine (RFC 6761)."""
    try:
        return bool(ipaddress.ip_address(host))
    except ValueError:
        return host.endswith(".localhost")


def _query_keys(query: str) -> set[str]:
    return {key for key, _ in parse_qsl(query, keep_blank_values=True)}


class RefusalMatcher(Matcher):
    """Matches the requests that no other handler may receive."""

    def __init__(self, access: Access) -> None:
        self.access = access

    def match(self, request: HTTPServerRequest) -> dict[str, Any] | None:
        """Return the handler's arguments with the refusal, or None if the request is allowed."""
        refusal = self.access.check(request)
        return {"target_kwargs": {"refusal": refusal}} if refusal else None


class RefusalHandler(RequestHandler):
    """Responds with the reason in plain text, so that nothing from the request is interpreted as HTML."""

    def initialize(self, refusal: Refusal) -> None:
        """Set the refusal to respond with."""
        self.refusal = refusal

    def prepare(self) -> None:
        """Respond to every method alike."""
        self.set_status(self.refusal.status)
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(re.sub(r"[^ -~]", "?", self.refusal.reason) + "\n")
