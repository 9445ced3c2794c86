"""Markdown cells to HTML, as JupyterLab shows them: tables, task lists, raw HTML, pasted images."""

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, unquote

from markupsafe import Markup, escape
from mistune import BlockParser, BlockState, HTMLRenderer, InlineParser, InlineState, Markdown, create_markdown

PLUGINS = ("strikethrough", "table", "url", "task_lists", "def_list")
DISPLAY_MATH = r"(?<!\\)\$\$[\s\S]*?(?<!\\)\$\$|\\begin\{(?P<math_name>[a-z]*\*?)\}[\s\S]*?\\end\{(?P=math_name)\}"
MATH = rf"{DISPLAY_MATH}|(?<![$\\])\$[\s\S]+?(?<![$\\])\$"
FRAGMENT = "?/:@!$&'()*+,;="  # what the part of an address after # may hold as it is
ATTACHMENT = "attachment:"
Attachments = Mapping[str, Mapping[str, str]]  # file name to media type to base64


def markdown(source: str, attachments: Attachments) -> Markup:
    """Render the text of a Markdown cell.

    Args:
        source: the text.
        attachments: the images pasted into the cell.
    """
    render = create_markdown(renderer=_CellRenderer(attachments), plugins=[*PLUGINS, _math])
    return Markup(str(render(source)))  # noqa: S704 - raw HTML is part of Markdown


class _CellRenderer(HTMLRenderer):
    def __init__(self, attachments: Attachments) -> None:
        super().__init__(escape=False, allow_harmful_protocols=["data:image/"])
        self._attachments = attachments

    def heading(self, text: str, level: int, **attrs: Any) -> str:  # noqa: ARG002
        """Add the anchor that JupyterLab adds, so that links to headings work."""
        words = Markup(text).striptags()  # noqa: S704 - rendered above
        anchor = escape(quote(words.replace(" ", "-"), safe=FRAGMENT))
        return f'<h{level} id="{anchor}">{text}<a class="anchor-link" href="#{anchor}">¶</a></h{level}>\n'

    def image(self, text: str, url: str, title: str | None = None) -> str:
        """Embed an attached image: a page has no other file to load it from."""
        name = unquote(url.removeprefix(ATTACHMENT))
        if url.startswith(ATTACHMENT) and (kinds := self._attachments.get(name)):
            media, data = next(iter(kinds.items()))
            url = f"data:{media};base64,{data}"
        return super().image(text, url, title)

    def math(self, source: str) -> str:
        """Show a formula's source: a page loads nothing that would typeset it."""
        return self.text(source)


def _math(md: Markdown) -> None:
    """Keep formulas as they are written; Markdown would read their underscores and backslashes as its own."""
    md.block.register("math", f"^ {{0,3}}(?:{DISPLAY_MATH})", _math_paragraph, before="fenced_code")
    md.inline.register("math", MATH, _math_text, before="escape")


def _math_paragraph(_parser: BlockParser, found: re.Match[str], state: BlockState) -> int:
    state.add_paragraph(found[0])
    return found.end()


def _math_text(_parser: InlineParser, found: re.Match[str], state: InlineState) -> int:
    state.append_token({"type": "math", "raw": found[0]})
    return found.end()
