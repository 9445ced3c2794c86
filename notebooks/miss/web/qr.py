"""QR codes, by segno: as pictures for a page, and as characters for a terminal.

A *code's name* says what it opens: its page, then the kind and the id of the state, joined by dots. The page's script
asks for the picture of that name (``scripts/code.js``), be it a file of the site or an answer of the server.
"""

import asyncio
import io
from concurrent.futures import ThreadPoolExecutor

import segno

from ..render.links import HOME, WIDGETS, entries
from ..schema.content import Content

FOLDER = "codes/"
ROUND = {"round": "knowledge-check"}  # a round has too many numbers for a picture of each: its name has no id
AT_ONCE, WAITING, KEPT = 2, 16, 64  # pictures that a server draws, has yet to draw, and has drawn
BLACK_ON_WHITE = "\x1b[97;40m{}\x1b[0m"  # whatever the terminal's own colours: the blocks are the light squares


def picture(text: str) -> str:
    """Draw a code as an SVG that scales to its place, black on white in a dark page, too."""
    drawn = io.BytesIO()
    segno.make_qr(text).save(drawn, kind="svg", xmldecl=False, omitsize=True, nl=False, light="#fff")
    return drawn.getvalue().decode()


def characters(text: str, coloured: bool) -> str:
    """Draw a code with half blocks, two rows of squares to a line.

    Args:
        text: what the code says.
        coloured: whether the terminal understands colours.
    """
    drawn = io.StringIO()
    segno.make_qr(text).terminal(drawn, compact=True)
    lines = drawn.getvalue().splitlines()
    return "\n".join(BLACK_ON_WHITE.format(line) if coloured else line for line in lines)


class Busy(Exception):
    """So many pictures are to be drawn already that another is not taken on."""


class DrawnCodes:
    """Pictures for a server: each is drawn once, beside what else it does."""

    def __init__(self) -> None:
        self.threads = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="codes")
        self.pictures: dict[str, asyncio.Future[str]] = {}  # by what they say; the one that is used last stands last

    def picture(self, text: str) -> "asyncio.Future[str]":
        """Give a picture, or promise it.

        Raises:
            Busy: too many are promised.
        """
        if text not in self.pictures and sum(not drawn.done() for drawn in self.pictures.values()) >= WAITING:
            raise Busy
        kept = self.pictures.pop(text, None)
        self.pictures[text] = kept or asyncio.get_running_loop().run_in_executor(self.threads, picture, text)
        if len(self.pictures) > KEPT:
            del self.pictures[next(iter(self.pictures))]
        return self.pictures[text]


def site_codes(pages: dict[str, str], content: Content, address: str) -> dict[str, str]:
    """Draw a code for every page of a site, and for every state that a link can name.

    Args:
        pages: file name to HTML, as they are written.
        content: the course that the pages show.
        address: where the site will stand, with a slash at its end.
    """
    links = {name: link for page, html in pages.items() for name, link in _links(page, html, content)}
    return {f"{FOLDER}{name}.svg": picture(address + link) for name, link in links.items()}


def _links(page: str, html: str, content: Content) -> list[tuple[str, str]]:
    stem = page.removesuffix(".html")
    links = [(stem, "" if page == HOME else page)]
    for kind, key in (WIDGETS | ROUND).items():
        if f'data-key="{key}"' in html:
            ids = [entry.id for entry in entries(content).get(kind, [])]
            links += [(f"{stem}.{kind}", f"{page}#{key}")]
            links += [(f"{stem}.{kind}.{id}", f"{page}?{kind}={id}#{key}") for id in ids]
    return links
