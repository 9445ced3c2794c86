"""The two folders of plain files that are compared: our static site, and a bare page with the same words."""

from html import escape
from pathlib import Path

from bs4 import BeautifulSoup
from miss.web.frame import render_page

from tests.conftest import COURSE, ROOT

PAGE = "2-why-it-is-done"
BARE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Bare</title><link rel="icon" href="data:,">
<style>.told:not([data-open]) {{ display: none }}</style></head><body>
<h1>{title}</h1>
<p><button class="bare" type="button">Show</button></p>
<p class="told" data-id="told">{told}</p>
{paragraphs}
<script>
document.querySelector("button").onclick = () => document.querySelector(".told").toggleAttribute("data-open");
</script>
</body></html>
"""


def write_bare(folder: Path) -> None:
    """Write the page's words as plain paragraphs, with one button that works."""
    folder.mkdir(parents=True, exist_ok=True)
    title, *words = page_words()
    paragraphs = "\n".join(f"<p>{escape(word)}</p>" for word in words)
    bare = BARE.format(title=escape(title), told=escape(words[0]), paragraphs=paragraphs)
    (folder / f"{PAGE}.html").write_text(bare, encoding="utf-8")


def page_words() -> list[str]:
    """List every piece of text that the page's stored notebook shows, its title first."""
    page = BeautifulSoup(render_page(ROOT / "notebooks" / f"{PAGE}.ipynb", COURSE), "html.parser")
    return list(page.select_one("main").stripped_strings)


def page_headings() -> list[str]:
    """List the page's headings: whoever has received them all has received the page."""
    page = BeautifulSoup(render_page(ROOT / "notebooks" / f"{PAGE}.ipynb", COURSE), "html.parser")
    return [heading.get_text(" ", strip=True) for heading in page.select("main :is(h1, h2, h3)")]
