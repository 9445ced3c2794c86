"""The frame of a page escapes the course's texts in elements, attributes and scripts."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import nbformat
import pytest
from bs4 import BeautifulSoup, Tag
from jinja2 import UndefinedError
from markupsafe import Markup
from miss.notebooks.read import list_notebooks
from miss.schema.content import Content
from miss.schema.interaction import interactions
from miss.web import frame as page
from miss.web.assets import course_css
from miss.web.frame import Delivery, render_error_page, render_page
from miss.widgets.base import element_css
from pydantic import BaseModel

from tests.conftest import COURSE, ROOT

HOSTILE = (
    """ </script></style></template></title><img src=x onerror="alert(1)"> ' onclick='x' {{ 7*7 }} {% raw %} &amp;"""
)
DELIVERIES = {
    "app": Delivery(served=True, kernel="voila/render/x.ipynb", live="watch"),
    "site": Delivery(offline="offline.js", address="https://course.example/"),
}
EMPTY = nbformat.v4.new_notebook()


def hostile(record: Any) -> Any:
    """Append hostile markup to every text that is displayed."""
    changed = {
        name: value + HOSTILE
        for name, value in record
        if isinstance(value, str) and name not in ("id", "notebook", "language", "reader", "by")
    }
    parts = {name: hostile(value) for name, value in record if isinstance(value, BaseModel)}
    return record.model_copy(update=changed | parts)


@pytest.fixture(scope="module")
def attacked(content: Content) -> Content:
    sections = [hostile(section) for section in content.sections]
    appendices = [hostile(appendix) for appendix in content.appendices]
    interface, course = hostile(content.interface), hostile(content.course)
    return replace(content, course=course, interface=interface, sections=sections, appendices=appendices)


def parsed(html: str) -> BeautifulSoup:
    return BeautifulSoup(re.sub(r"\?v=\w+", "", html), "html.parser")  # versions are hashes that depend on the texts


def frames(content: Content, how: Delivery) -> list[BeautifulSoup]:
    """Return every page without its cells, and the page for an unknown address."""
    pages = [
        render_page(file, COURSE.with_content(content), how, executed=EMPTY)
        for file in list_notebooks(ROOT / "notebooks")
    ]
    return [*map(parsed, pages), parsed(render_error_page(COURSE.with_content(content), 404))]


def values(element: Tag) -> Iterator[str]:
    for name, value in element.attrs.items():
        text = " ".join(value) if isinstance(value, list) else value
        yield f"{name}: " + (", ".join(strings(json.loads(text))) if text.startswith("{") else text)


def strings(words: Any) -> Iterator[str]:
    """Yield the texts of words as data; those of plural forms are nested."""
    if isinstance(words, dict):
        for word in words.values():
            yield from strings(word)
    else:
        yield str(words)


def texts_and_values(soup: BeautifulSoup) -> list[str]:
    """Return the texts and attribute values of a page in document order, without style sheets."""
    texts = [str(text) for text in soup.find_all(string=True) if text.parent and text.parent.name != "style"]
    return texts + [value for element in soup.find_all(True) for value in values(element)]


@pytest.mark.parametrize("how", DELIVERIES)
def test_hostile_texts_are_escaped(content: Content, attacked: Content, how: str) -> None:
    changed = 0
    for tame, wild in zip(frames(content, DELIVERIES[how]), frames(attacked, DELIVERIES[how]), strict=True):
        assert [text.replace(HOSTILE, "") for text in texts_and_values(wild)] == texts_and_values(tame)
        assert [element.name for element in wild.find_all(True)] == [element.name for element in tame.find_all(True)]
        assert wild.find_all("script") == tame.find_all("script")
        assert HOSTILE in wild.title.text and HOSTILE in wild.find(class_="notice").text  # type: ignore[union-attr]
        changed += sum(HOSTILE in text for text in texts_and_values(wild))
    assert changed > 400


@pytest.mark.parametrize("how", DELIVERIES)
def test_texts_do_not_end_the_style_element(attacked: Content, how: str) -> None:
    html = render_page(Path("index.ipynb"), COURSE.with_content(attacked), DELIVERIES[how], executed=EMPTY)
    assert html.count("</style>") == 1
    assert r"\3c /style\3e " in html


def test_hostile_names_and_addresses_are_escaped(content: Content) -> None:
    """Notebooks may have any file name, and requests any address."""
    name = """x" onload="alert(1)'>&amp;"""
    how = Delivery(kernel=f"voila/render/{name}.ipynb", address=f"https://course.example/{name}")
    html = parsed(render_page(Path(f"{name}.ipynb"), COURSE, how, executed=EMPTY)).html
    assert html and html["data-page"] == name and html["data-kernel"] == how.kernel
    assert html["data-address"] == how.address and "onload" not in html.attrs
    home = parsed(render_error_page(COURSE.with_content(content), 404, root=f"/{name}/")).find(class_="brand")
    assert isinstance(home, Tag) and home["href"] == f"/{name}/index.html"


def test_inline_scripts_are_the_same_for_every_course(content: Content) -> None:
    """So that a content security policy can have the hashes of the scripts."""
    other = replace(content, course=content.course.model_copy(update={"id": "another"}))
    one, two = (frames(each, DELIVERIES["app"]) for each in (content, other))
    assert one[0].html and two[0].html and one[0].html["data-course"] != two[0].html["data-course"]
    assert [soup.find_all("script") for soup in one] == [soup.find_all("script") for soup in two]


@pytest.mark.parametrize("missing", ["page", "cells", "style"])
def test_an_undefined_template_variable_raises(content: Content, monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    render = page.render_verbatim

    def without(content: Content, template: str, **variables: Any) -> str:
        return render(content, template, **{name: value for name, value in variables.items() if name != missing})

    monkeypatch.setattr(page, "render_verbatim", without)
    with pytest.raises(UndefinedError, match=f"'{missing}' is undefined"):
        render_page(Path("index.ipynb"), COURSE.with_content(content), executed=EMPTY)


def test_only_markup_is_not_escaped(content: Content) -> None:
    values = {"page": page._page("", COURSE), "cells": ["<b>"], "moments": [], "style": Markup("<i>")}
    html = page.render_verbatim(content, "page.html", **values)
    assert "&lt;b&gt;" in html and "<i>" in html


def test_styles_are_those_of_the_elements_and_of_terms() -> None:
    assert "picture-comparison .stage" in course_css(COURSE, "<picture-comparison>")
    assert "picture-comparison .stage" not in course_css(COURSE, "<p>")
    for style in (course_css(COURSE, "<p>"), course_css(COURSE), element_css(interactions()["risks"], COURSE)):
        assert "\n.meaning {" in style and "\ndl.words {" in style
