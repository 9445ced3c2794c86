"""QR codes, by segno: as SVG for pages, and as text for terminals.

The *name* of a code is the page, the element's key and the state that it links to, joined by dots. The page's script
requests the SVG by that name (``scripts/qr_code.js``): a file of the site or a response of the server.
"""

import asyncio
import io
import re
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import quote

import segno

from ..render.links import HOME
from ..schema.content import Content

QR_FOLDER = "codes/"
LINKED_ELEMENT = re.compile(r' data-key="([^"]+)" data-parameter="([^"]+)"')
MAX_THREADS = 2  # threads that render codes
MAX_PENDING = 16  # codes that are pending
MAX_CACHED = 64  # codes that are cached
BLACK_ON_WHITE = "\x1b[97;40m{}\x1b[0m"  # independent of the terminal's colours; the blocks are the light modules


def qr_svg(text: str) -> str:
    """Return a code as an SVG without a fixed size, black on white also in a dark page."""
    buffer = io.BytesIO()
    segno.make_qr(text).save(buffer, kind="svg", xmldecl=False, omitsize=True, nl=False, light="#fff")
    return buffer.getvalue().decode()


def qr_image(text: str, size: str) -> str:
    """Return a code as a ``data:`` URL of an image of this size, for a style sheet.

    Args:
        text: the encoded text.
        size: the length of its sides, as in CSS.
    """
    svg = qr_svg(text).replace("<svg ", f'<svg width="{size}" height="{size}" ', 1)
    return f"data:image/svg+xml,{quote(svg)}"


def qr_text(text: str, coloured: bool) -> str:
    """Return a code as half blocks, two rows of modules per line.

    Args:
        text: the encoded text.
        coloured: whether the terminal supports ANSI colours.
    """
    buffer = io.StringIO()
    segno.make_qr(text).terminal(buffer, compact=True)
    lines = buffer.getvalue().splitlines()
    return "\n".join(BLACK_ON_WHITE.format(line) if coloured else line for line in lines)


class QueueFull(Exception):
    """The queue of pending codes is full."""


class QrCodeCache:
    """A server's cache of codes; they are rendered in threads, so that the event loop is not blocked."""

    def __init__(self) -> None:
        self.threads = ThreadPoolExecutor(MAX_THREADS, thread_name_prefix="codes")
        self.cache: dict[str, asyncio.Future[str]] = {}  # by encoded text, the most recently used last

    def svg(self, text: str) -> "asyncio.Future[str]":
        """Return the SVG of a code, from the cache or rendered in a thread.

        Args:
            text: the encoded text.

        Raises:
            QueueFull: too many codes are pending.
        """
        if text not in self.cache and sum(not future.done() for future in self.cache.values()) >= MAX_PENDING:
            raise QueueFull
        cached = self.cache.pop(text, None)
        self.cache[text] = cached or asyncio.get_running_loop().run_in_executor(self.threads, qr_svg, text)
        if len(self.cache) > MAX_CACHED:
            del self.cache[next(iter(self.cache))]
        return self.cache[text]


def site_qr_codes(pages: dict[str, str], content: Content, address: str) -> dict[str, str]:
    """Return the codes of a site, for every page and every state that a permalink can name, as file name to SVG.

    Args:
        pages: file name to HTML.
        content: the course's content.
        address: the site's public URL, with a trailing slash.
    """
    links = {name: link for page, html in pages.items() for name, link in _links(page, html, content)}
    return {f"{QR_FOLDER}{name}.svg": qr_svg(address + link) for name, link in links.items()}


def _links(page: str, html: str, content: Content) -> list[tuple[str, str]]:
    stem = page.removesuffix(".html")
    links = [(stem, "" if page == HOME else page)]
    for key, parameter in LINKED_ELEMENT.findall(html):
        links += [(f"{stem}.{key}", f"{page}#{key}")]
        ids = _state_ids(content, key, parameter)
        links += [(f"{stem}.{key}.{id}", f"{page}?{parameter}={id}#{key}") for id in ids]
    return links


def _state_ids(content: Content, key: str, parameter: str) -> list[str]:
    """Return the ids of the entries that an element shows; a notebook may give a key that no section names."""
    placed = [each for each in content.placed if each.interaction.parameter == parameter]
    shown = next((each for each in placed if each.key == key), placed[0] if placed else None)
    return [entry.id for entry in shown.entries(content.records).get(parameter, [])] if shown else []
