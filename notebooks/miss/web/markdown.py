"""Render Markdown cells as JupyterLab does: tables, task lists, raw HTML, attached images."""

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, unquote

from markupsafe import Markup, escape
from mistune import BlockParser, BlockState, HTMLRenderer, InlineParser, InlineState, Markdown, create_markdown

PLUGINS = ("strikethrough", "table", "url", "task_lists", "def_list")
DISPLAY_MATH = r"(?<!\\)\$\$[\s\S]*?(?<!\\)\$\$|\\begin\{(?P<math_name>[a-z]*\*?)\}[\s\S]*?\\end\{(?P=math_name)\}"
MATH = rf"{DISPLAY_MATH}|(?<![$\\])\$[\s\S]+?(?<![$\\])\$"
FRAGMENT = "?/:@!$&'()*+,;="  # characters that a URL fragment may contain unescaped
ATTACHMENT = "attachment:"
Attachments = Mapping[str, Mapping[str, str]]  # file name to media type to base64


def markdown(source: str, attachments: Attachments) -> Markup:
    """Return a Markdown cell as HTML.

    Args:
        source: the cell's source.
        attachments: the cell's attached images.
    """
    render = create_markdown(renderer=_CellRenderer(attachments), plugins=[*PLUGINS, _math])
    return Markup(str(render(source)))  # noqa: S704 - Markdown allows raw HTML


class _CellRenderer(HTMLRenderer):
    def __init__(self, attachments: Attachments) -> None:
        super().__init__(escape=False, allow_harmful_protocols=["data:image/"])
        self._attachments = attachments

    def heading(self, text: str, level: int, **attrs: Any) -> str:  # noqa: ARG002
        """Add the anchor that JupyterLab adds, so that links to headings work."""
        title = Markup(text).striptags()  # noqa: S704 - rendered above
        anchor = escape(quote(title.replace(" ", "-"), safe=FRAGMENT))
        return f'<h{level} id="{anchor}">{text}<a class="anchor-link" href="#{anchor}">¶</a></h{level}>\n'

    def image(self, text: str, url: str, title: str | None = None) -> str:
        """Embed an attached image as a data URL: there is no file that a page could load it from."""
        name = unquote(url.removeprefix(ATTACHMENT))
        if url.startswith(ATTACHMENT) and (kinds := self._attachments.get(name)):
            media, data = next(iter(kinds.items()))
            url = f"data:{media};base64,{data}"
        return super().image(text, url, title)

    def math(self, source: str) -> str:
        """Render a formula as its source: pages load no typesetting library."""
        return self.text(source)


def _math(md: Markdown) -> None:
    """Parse formulas verbatim, so that their underscores and backslashes are not parsed as Markdown."""
    md.block.register("math", f"^ {{0,3}}(?:{DISPLAY_MATH})", _math_paragraph, before="fenced_code")
    md.inline.register("math", MATH, _math_text, before="escape")


def _math_paragraph(_parser: BlockParser, match: re.Match[str], state: BlockState) -> int:
    state.add_paragraph(match[0])
    return match.end()


def _math_text(_parser: InlineParser, match: re.Match[str], state: InlineState) -> int:
    state.append_token({"type": "math", "raw": match[0]})
    return match.end()
