"""Send inputs to a server, and say what did not hold."""

import http.client
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from .inputs import SCRIPT, Attack

ALWAYS = ("X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy", "Content-Security-Policy")
HUNG_UP = 0  # in place of a status
SECONDS = 60  # for one answer, on a machine that may be busy


class Answer(NamedTuple):
    """What came back."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes


def send(address: str, attack: Attack) -> Answer:
    """Send one input on a connection of its own."""
    at = urlsplit(address)
    connection = http.client.HTTPConnection(at.hostname or "", at.port, timeout=SECONDS)
    try:
        connection.putrequest(attack.method, at.path + attack.path, skip_host="Host" in attack.headers)
        for name, value in attack.headers.items():
            connection.putheader(name, value.encode())
        if attack.body:
            connection.putheader("Content-Length", str(len(attack.body)))
        connection.endheaders(attack.body or None)
        answer = connection.getresponse()
        return Answer(answer.status, answer.headers, answer.read())
    except http.client.RemoteDisconnected:
        return Answer(HUNG_UP, http.client.HTTPMessage(), b"")
    finally:
        connection.close()


def failures(address: str, attacks: Iterable[Attack]) -> list[str]:
    """Send all, one after the other; say of each that got what it should not have, what that was."""
    return [f"{attack}: {wrong}" for attack in attacks for wrong in _wrong(attack, send(address, attack))]


def _wrong(attack: Attack, answer: Answer) -> Iterator[str]:
    if answer.status not in attack.right:
        yield f"status {answer.status}, right would be {attack.right}"
    if b"Traceback" in answer.body or SCRIPT.encode() in answer.body:
        yield "the body shows a traceback, or what was sent as it was sent"
    if answer.status != 400 and (missing := [name for name in ALWAYS if name not in answer.headers]):
        yield f"no {', '.join(missing)}"
    to = answer.headers.get("Location", "/")
    if not to.startswith("/") or to.startswith(("//", "/\\")) or urlsplit(to).netloc:
        yield f"it leads away, to {to}"
    if "Set-Cookie" in answer.headers:
        yield "it sets a cookie"
