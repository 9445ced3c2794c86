"""The HTML that a cell outputs has what Jupyter needs; a page shows it without."""

from pathlib import Path

import nbformat
import pytest
from bs4 import BeautifulSoup
from miss.render.output import UNLISTED, from_output, to_output

from tests.conftest import ROOT

OPENING = '<header><h1>Title</h1><h2 id="a" class="lead">Aims</h2></header>'
TOPIC = '<section><h2>Topic</h2><h3>More</h3><h3 class="name">Record</h3></section>'
LINKS = '<p><a href="two.html#a">2</a> <a href="two.html">2</a> <a href="https://example.org/a.html">far</a></p>'


@pytest.mark.parametrize(("html", "listed"), [(OPENING, ["Title"]), (TOPIC, ["Topic"]), ("<h3>Record</h3>", [])])
def test_the_table_of_contents_has_titles_of_pages_and_topics(html: str, listed: list[str]) -> None:
    headings = BeautifulSoup(to_output(html), "html.parser").find_all(["h1", "h2", "h3"])
    assert [heading.text for heading in headings if UNLISTED not in heading.get("class", [])] == listed


def test_links_lead_to_notebooks() -> None:
    links = BeautifulSoup(to_output(LINKS), "html.parser").find_all("a")
    assert [link["href"] for link in links] == ["two.ipynb#a", "two.ipynb", "https://example.org/a.html"]


@pytest.mark.parametrize("html", [OPENING, TOPIC, LINKS, ""])
def test_a_page_shows_what_was_rendered(html: str) -> None:
    assert from_output(to_output(html)) == html
    assert "lesson" in to_output(html) and to_output(html) != html


def test_output_of_other_code_is_shown_as_it_is() -> None:
    html = f'<p class="{UNLISTED}"><a href="mine.ipynb">Mine</a></p>'
    assert from_output(html) == html


@pytest.mark.parametrize("notebook", sorted((ROOT / "notebooks").glob("*.ipynb")), ids=lambda file: file.stem)
def test_every_output_of_the_course_has_the_look(notebook: Path) -> None:
    cells = nbformat.read(notebook, as_version=4).cells
    data = [output.get("data", {}) for cell in cells for output in cell.get("outputs", [])]
    outputs = [each["text/html"] for each in data if "text/html" in each]
    assert outputs
    for html in outputs:
        assert to_output(from_output(html)) == html
