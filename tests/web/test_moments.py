"""A section's page is a sequence of moments: each of its cells is in one of them, and other pages have none."""

import nbformat
import pytest
from bs4 import BeautifulSoup, Tag
from miss.notebooks.read import is_on_page, read_notebook
from miss.schema.content import Content
from miss.schema.placed import placed_at
from miss.web.frame import render_page

from tests.conftest import COURSE, ROOT

NOTEBOOKS = ROOT / "notebooks"


def main_of(name: str, executed: nbformat.NotebookNode | None = None) -> Tag:
    html = render_page(NOTEBOOKS / f"{name}.ipynb", COURSE, executed=executed)
    main = BeautifulSoup(html, "html.parser").main
    assert main
    return main


def moments_of(name: str, executed: nbformat.NotebookNode | None = None) -> list[Tag]:
    return main_of(name, executed).find_all(recursive=False)


def test_a_topic_is_a_moment_and_the_recap_is_the_last(content: Content) -> None:
    for section in content.sections:
        moments = moments_of(section.notebook)
        assert [each["data-moment"] for each in moments] == [*(topic.id for topic in section.topics), "section-end"]
        assert all(moment.select_one(f'[id="{moment["data-moment"]}"]') for moment in moments)
        assert moments[0].select_one("header.opening h1") and moments[-1].select_one(".recap")
        for topic, moment in zip(section.topics, moments[:-1], strict=True):
            keys = [placed.key for placed in placed_at(section, topic)]
            assert [each["data-key"] for each in moment.select("[data-key]")] == keys


def test_each_cell_is_in_one_moment(content: Content) -> None:
    for section in content.sections:
        cells = [cell for cell in read_notebook(NOTEBOOKS / f"{section.notebook}.ipynb").cells if is_on_page(cell)]
        count = sum("text/html" in output.get("data", {}) for cell in cells for output in cell.get("outputs", []))
        moments = moments_of(section.notebook)
        assert all(moment["class"] == ["moment"] for moment in moments)
        parts = [part for moment in moments for part in moment.find_all(recursive=False)]
        between = [each for each in parts if each.name == "operation-list"]  # in the cell of its topic
        assert len(parts) - len(between) == count > len(section.topics)


@pytest.mark.parametrize("after", ["opening", "conditions", "selector", "recap"])
def test_a_cell_of_an_author_belongs_to_the_moment_before_it(after: str) -> None:
    notebook = read_notebook(NOTEBOOKS / "2-why-it-is-done.ipynb")
    place = next(index for index, cell in enumerate(notebook.cells) if cell["id"] == after)
    notebook.cells.insert(place + 1, nbformat.v4.new_markdown_cell("My own words."))
    moments = moments_of("2-why-it-is-done", notebook)
    expected = {"opening": "other-treatment-first", "recap": "section-end"}.get(after, "conditions")
    assert [each["data-moment"] for each in moments if "My own words." in each.get_text()] == [expected]


def test_the_words_stand_beside_an_interaction_that_says_so(content: Content) -> None:
    layouts = {
        moment["data-moment"]: (moment["data-layout"], [each.name for each in moment.select("[data-key]")])
        for section in content.sections
        for moment in moments_of(section.notebook)
    }
    assert all((layout == "words") == (not elements) for layout, elements in layouts.values())
    assert {name for layout, names in layouts.values() if layout == "beside" for name in names} == {
        "picture-comparison",
        "knowledge-check",
    }


def test_other_pages_have_no_moments_and_no_bar(content: Content) -> None:
    for name in ("index", *(appendix.notebook for appendix in content.appendices)):
        assert not main_of(name).select(".moment")
        page = BeautifulSoup(render_page(NOTEBOOKS / f"{name}.ipynb", COURSE), "html.parser")
        assert not page.select("html[data-moments], .moment-bar, .without-script")
