"""The headers that tell a browser what a page of this server may do, and who may frame it.

The policy of a page is strict: it loads nothing from elsewhere, and what is inline in it is named by its hash.
"""

import base64
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from tornado.httputil import HTTPHeaders

from ..internals.tornado import HeadersTransform

ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # without any, a browser that sends no Sec-Fetch-Site could not start a kernel
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
}
SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
STYLE = re.compile(r"<style[^>]*>(.*?)</style>", re.DOTALL)
STYLE_ATTRIBUTE = re.compile(r"""<[a-z][^<>]*\sstyle="([^"]*)\"""")


class SecurityHeaders(HeadersTransform):
    """Adds what every answer of the server says, whichever handler gives it."""

    def add(self, headers: HTTPHeaders) -> None:
        """Add the headers that the handler has not set itself."""
        for name, value in ALWAYS.items():
            headers.setdefault(name, value)
        headers.setdefault("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")


@dataclass(frozen=True)
class Policy:
    """What the operator adds to the policies: where scripts may send to, and which sites may frame the course."""

    connect: tuple[str, ...] = ()
    ancestors: tuple[str, ...] = ()

    @lru_cache(maxsize=64)  # noqa: B019 - there is one policy for a server, and it lives as long
    def for_page(self, page: bytes) -> str:
        """Write the policy of a page of the course: its own files, and what is inline in it now."""
        html = page.decode()
        styles = [*_hashes(STYLE.findall(html)), *_hashes(map(unescape, STYLE_ATTRIBUTE.findall(html)))]
        return _written(
            "default-src 'none'",
            f"script-src 'self' {' '.join(_hashes(SCRIPT.findall(html)))}",
            f"style-src 'self' 'unsafe-hashes' {' '.join(styles)}",
            "img-src 'self' data:",
            "font-src 'self'",
            "manifest-src 'self'",
            "worker-src 'self'",
            "frame-src 'self'",
            f"connect-src 'self' {' '.join(self.connect)}",
            "form-action 'self'",
            "base-uri 'none'",
            self._framed_by,
        )

    @property
    def for_kernel(self) -> str:
        """The policy of the frame behind a page: as loose as Voilà's front end needs, and no looser."""
        return _written(
            "default-src 'self'",
            "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",  # a widget's module is a blob
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "base-uri 'none'",
            self._framed_by,
        )

    @property
    def for_file(self) -> str:
        """The policy of everything that is no page."""
        return _written("default-src 'none'", self._framed_by)

    @property
    def _framed_by(self) -> str:
        return f"frame-ancestors 'self' {' '.join(self.ancestors)}"


def _written(*directives: str) -> str:
    return "; ".join(directive.strip() for directive in directives)


def _hashes(texts: Iterable[str]) -> list[str]:
    digests = {hashlib.sha256(text.encode()).digest() for text in texts}
    return sorted(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
