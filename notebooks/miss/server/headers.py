"""Security headers: what a page of this server may load, and which sites may embed it in a frame.

A page's content security policy is strict: it loads nothing from other origins, and allows inline code by hash only.
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

DEFAULT_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # Access needs it in browsers without Sec-Fetch-Site
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
}
SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
STYLE = re.compile(r"<style[^>]*>(.*?)</style>", re.DOTALL)
STYLE_ATTRIBUTE = re.compile(r"""<[a-z][^<>]*\sstyle="([^"]*)\"""")


class SecurityHeaders(HeadersTransform):
    """Adds the default headers to every response, whichever handler sends it."""

    def add_headers(self, headers: HTTPHeaders) -> None:
        """Add the headers that the handler has not set itself."""
        for name, value in DEFAULT_HEADERS.items():
            headers.setdefault(name, value)
        headers.setdefault("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")


@dataclass(frozen=True)
class Policy:
    """The policies with the operator's additions: origins for scripts to connect to, and sites that may embed it."""

    connect: tuple[str, ...] = ()
    ancestors: tuple[str, ...] = ()

    @lru_cache(maxsize=64)  # noqa: B019 - there is one policy per server, with the same lifetime
    def for_page(self, page: bytes) -> str:
        """Return the policy of a page of the course: its own files, and the hashes of its inline code."""
        html = page.decode()
        styles = [*_hashes(STYLE.findall(html)), *_hashes(map(unescape, STYLE_ATTRIBUTE.findall(html)))]
        return _join(
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
            self._frame_ancestors,
        )

    @property
    def for_kernel(self) -> str:
        """The policy of the kernel frame: no more than Voilà's front end needs."""
        return _join(
            "default-src 'self'",
            "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",  # a widget's module is a blob
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "base-uri 'none'",
            self._frame_ancestors,
        )

    @property
    def for_file(self) -> str:
        """The policy of every response that is no page."""
        return _join("default-src 'none'", self._frame_ancestors)

    @property
    def _frame_ancestors(self) -> str:
        return f"frame-ancestors 'self' {' '.join(self.ancestors)}"


def _join(*directives: str) -> str:
    return "; ".join(directive.strip() for directive in directives)


def _hashes(texts: Iterable[str]) -> list[str]:
    digests = {hashlib.sha256(text.encode()).digest() for text in texts}
    return sorted(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
