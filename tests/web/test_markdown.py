"""Markdown cells are rendered as nbconvert and JupyterLab do."""

import re
from pathlib import Path

import nbformat
import pytest
from bs4 import BeautifulSoup
from miss.web.frame import render_page
from miss.web.markdown import markdown
from nbconvert.filters import markdown2html_mistune

from tests.conftest import COURSE

SAMPLES = {
    "heading": "## Risks & *signs* for Zoë\n\ntext",
    "underlined heading": "Title\n=====\n\nSub\n---",
    "table": "a | b\n--|--\n1 | `2`",
    "links": "[l](https://a.example/?x&y 'Title') <https://b.example> https://c.example",
    "lists": "1. a\n2. b\n   - c\n\n- [ ] to do\n- [x] done\n\nterm\n: meaning",
    "marks": "~~a~~ **b** _c_ `d <e>` x &amp; y &lt;b&gt;",
    "raw HTML": '<details open class="x"><summary>S</summary>\n\n*inside*\n\n</details>\n\n<b>bold</b> "quotes"',
    "code": "```\na < b\n\n\nc\n```\n\n    indented\n\n    after an empty line",
    "formulas": "a $x_1 < *y*$ b_c\n\n$$\nx_1\n\n- y\n$$\n\nsee $$a*b*c$$",
    "aligned formula": "\\begin{align}\na_1 &= *b* \\\\\n- c\n\\end{align}",
    "money": "\\$5 and *ten* \\$6",
    "image": "![alt *text*](figure.png 'Title')",
    "template": "{{ 7 * 7 }} {% raw %}",
}
PIXEL = "iVBORw0KGgo="


def elements(html: str) -> str:
    return re.sub(r"(?<=</h\d>)\n", "", str(BeautifulSoup(html, "html.parser")))  # nbconvert adds no newline


@pytest.mark.parametrize("name", SAMPLES)
def test_equals_nbconverts_output(name: str) -> None:
    assert elements(markdown(SAMPLES[name], {})) == elements(markdown2html_mistune(SAMPLES[name]))


def test_code_blocks_have_the_class_of_their_language() -> None:
    assert markdown("```python\nx = 1\n```", {}) == '<pre><code class="language-python">x = 1\n</code></pre>\n'


@pytest.mark.parametrize("media", ["image/png", "image/svg+xml"])
def test_attached_images_are_embedded(media: str) -> None:
    shown = markdown("![A box](attachment:my%20box)", {"my box": {media: PIXEL}})
    assert shown == f'<p><img src="data:{media};base64,{PIXEL}" alt="A box" /></p>\n'


def test_a_missing_attachment_shows_its_alternative_text() -> None:
    image = BeautifulSoup(markdown("![A box](attachment:gone.png)", {"other.png": {}}), "html.parser").img
    assert image and image["alt"] == "A box"


def test_script_links_are_neutralized() -> None:
    assert 'href="#harmful-link"' in markdown("[a](javascript:alert(1))", {})


def test_a_page_shows_an_authors_cells() -> None:
    hidden = nbformat.v4.new_markdown_cell("For the kernel", metadata={"tags": ["check"]})
    own = nbformat.v4.new_markdown_cell(SAMPLES["code"], attachments={"a.png": {"image/png": PIXEL}})
    pasted = nbformat.v4.new_markdown_cell("![A box](attachment:a.png)", attachments=own.attachments)
    raw = nbformat.v4.new_raw_cell("For another format")
    printed = nbformat.v4.new_code_cell("1", outputs=[nbformat.v4.new_output("stream", text="Printed")])
    html = "<p>It's <b>HTML</b></p>\n\n\n<pre>a\n\n\nb</pre>"
    output = nbformat.v4.new_output("display_data", data={"text/html": html, "text/plain": "It's text"})
    shown = nbformat.v4.new_code_cell("2", outputs=[output])
    notebook = nbformat.v4.new_notebook(cells=[hidden, own, pasted, raw, printed, shown])
    page = render_page(Path("index.ipynb"), COURSE, executed=notebook)
    main = page.partition('tabindex="-1">\n')[2].partition("</main>")[0]
    expected = [markdown(SAMPLES["code"], {}), markdown(pasted.source, own.attachments), html]
    assert main == "".join(f"{each}\n" for each in expected)
