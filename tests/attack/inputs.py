"""What is sent, and the status that each must have; what must hold for all of them stands in ``send.py``."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from urllib.parse import quote

OWN = {"Sec-Fetch-Site": "same-origin"}
SCRIPT = '"><script>alert(1)</script>'
RENDER = "voila/render/4-risks.ipynb"


@dataclass(frozen=True)
class Attack:
    """One request, and the statuses that are right for it."""

    path: str
    right: tuple[int, ...]
    method: str = "GET"
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""

    def __str__(self) -> str:
        told = "".join(f" {name}: {value[:40]}" for name, value in self.headers.items())
        return f"{self.method} /{self.path[:90]}{told}"


def attacks() -> Iterator[Attack]:
    """Give every input, in groups of one kind."""
    for kind in (queries, foreign, other_names, closed, leads, odd_addresses, methods, links):
        yield from kind()


def queries() -> Iterator[Attack]:
    """Voilà's own query keys choose what it renders with, and one of them is written into the page as it is."""
    values = (SCRIPT, "lab", "nosuch", "../../etc", "", "%00", "a" * 5000)
    for key, value in product(["template", "theme", "foo", "Page", "page[]", "_xsrf", "redirect"], values):
        yield Attack(f"{RENDER}?page=x&{key}={quote(value)}", (400,), headers=OWN)
        yield Attack(f"4-risks.html?{key}={quote(value)}", (200,))
    yield Attack(f"{RENDER}?template=lab", (400,))  # as a person would open it


SITES = "cross-site same-site none nonsense"
SOURCES = "http://evil.example http://localhost:1 null http://127.0.0.1.evil.example/ // http://["


def foreign() -> Iterator[Attack]:
    """Another site's page must not start a kernel here, or end one."""
    sites = ({"Sec-Fetch-Site": site} for site in SITES.split())
    sources = ({name: source} for name in ("Origin", "Referer") for source in SOURCES.split())
    for headers in (*sites, *sources, {}):
        yield Attack(f"{RENDER}?page=x", (403,), headers=headers)
        yield Attack("course/end/x", (403,), "POST", headers)


OTHER_NAMES = """evil.example localhost.evil.example 127.0.0.1.evil.example evil.example:8866 localhostx é.example
                 127.1.evil [::1].evil"""
OWN_NAMES = "localhost LOCALHOST:1 localhost. course.localhost 127.0.0.1 [::1]:1 192.0.2.7"


def other_names() -> Iterator[Attack]:
    """A name that somebody else lets lead here (DNS rebinding) gets nothing; a number and this machine's name do."""
    for host, path in product((*OTHER_NAMES.split(), "a" * 300), ("", "4-risks.html", "static/course.js", "nowhere")):
        yield Attack(path, (400, 421), headers={"Host": host})
    for host in OWN_NAMES.split():
        yield Attack("4-risks.html", (200,), headers={"Host": host})


CLOSED = """voila/api/contents voila/api/contents/ voila/api/contents/miss voila/api/contents/..%2f..%2f
            voila/templates/lab/static/index.css voila/templates/x voila/templates/ voila/templates/../../x
            voila/files/x.png voila/files/%00.png voila/api/shutdown/x voila/api/themes/x voila/query/x
            voila/execution/x voila voila/ logout logout/ login api api/contents api/kernels api/sessions api/status
            tree lab metrics"""


def closed() -> Iterator[Attack]:
    """Of Voilà's own addresses, what the course does not need is not there."""
    for path in CLOSED.split():
        yield Attack(path, (404,))


AWAY = """%5C127.0.0.1:8939%3Fx.y %2F%2Fevil.example //evil.example %5C%5Cevil.example http:%2F%2Fevil.example
          ..%2f..%2fevil %09%2Fevil.example evil.example%23.ipynb evil.example%3F.ipynb nosuch.ipynb miss miss%2Fx.ipynb
          %00 4-risks.ipynb%0d%0aSet-Cookie:a=b 4-risks.html 4-risks.ipynb/"""


def leads() -> Iterator[Attack]:
    """A person who opens a notebook's address is led to its page, and nowhere else."""
    for away in (*AWAY.split(), "a" * 3000):
        yield Attack(f"voila/render/{away}", (400, 404))
        yield Attack(f"voila/render/{away}?page=x", (400, 404), headers=OWN)
    yield Attack(RENDER, (302,))
    yield Attack("voila/tree/../../x", (302,))


STARTS = ("", "static/", "course/", "codes/", "voila/static/", "voila/labextensions/", "api/kernels/")
ODD = """%ff %00 %c3%28 a%00b.html %2e%2e%2f%2e%2e%2fetc%2fpasswd %0d%0aX:%20y %F0%9F%A6%B4 ~root/ .git/config * ; '
         %25%32%66 index.html/ index.html%00 INDEX.HTML index.ipynb"""


def odd_addresses() -> Iterator[Attack]:
    """Addresses that no page of ours writes are refused or not there; none is an error of the server."""
    for start, path in product(STARTS, (*ODD.split(), "a" * 8000)):
        yield Attack(start + path, (400, 403, 404))
    yield Attack("/evil.example/", (404,))


def methods() -> Iterator[Attack]:
    """What only reads takes no other method."""
    paths = ("", "4-risks.html", "nowhere", "static/course.js", RENDER)
    for method, path in product(("POST", "PUT", "DELETE", "PATCH", "OPTIONS"), paths):
        yield Attack(path, (204, 403, 404, 405), method, OWN, b"x" * 100)


def links() -> Iterator[Attack]:
    """A QR code is drawn of a link to a page, and of nothing else."""
    for link in ("", "x", "javascript:alert(1)", "http://", "http://a b", "file:///etc/passwd", "%ff", SCRIPT):
        yield Attack(f"codes/x.svg?link={quote(link, safe='%')}", (400,))
    yield Attack("codes/x.svg?link=http://a/" + "x" * 5000, (400,))
    yield Attack("codes/x.svg", (400,))
    yield Attack("codes/x.svg?link=http://a/&link=http://b/", (200,))
