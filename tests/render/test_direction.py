"""Pages, sheets and cards of a language that is read from right to left say so; what is physical stays where it is."""

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup, Tag
from miss import Course
from miss.schema.languages import is_right_to_left
from miss.web.frame import render_page

from tests.conftest import COURSE, ROOT


def in_language(language: str) -> Course:
    course = COURSE.content.course.model_copy(update={"language": language})
    return COURSE.with_content(replace(COURSE.content, course=course))


def page_in(language: str, name: str = "1-what-it-is") -> BeautifulSoup:
    return BeautifulSoup(render_page(ROOT / "notebooks" / f"{name}.ipynb", in_language(language)), "html.parser")


@pytest.mark.parametrize("language", ["ar", "he", "fa", "ur", "ar-EG"])
def test_a_language_from_right_to_left(language: str) -> None:
    assert is_right_to_left(language)
    html = page_in(language).html
    assert isinstance(html, Tag) and (html["lang"], html["dir"]) == (language, "rtl")


@pytest.mark.parametrize("language", ["en", "de", "pt-BR", "xx"])
def test_a_language_from_left_to_right(language: str) -> None:
    assert not is_right_to_left(language)
    html = page_in(language).html
    assert isinstance(html, Tag) and html["lang"] == language and not html.has_attr("dir")


def test_the_sides_of_a_picture_stay_where_they_are_drawn() -> None:
    parts = page_in("ar").select("picture-comparison :is(.sides, .wipe, .depths dl)")
    assert len(parts) > 2 and {part["dir"] for part in parts} == {"ltr"}
