"""The home page of a course that lacks what this one has."""

import json
from dataclasses import replace

from bs4 import BeautifulSoup
from miss import Course, Home
from miss.schema.content import Content

from tests.conftest import COURSE


def without(content: Content, kind: str) -> Course:
    """Return the course without the interactions of a kind."""
    sections = []
    for section in content.sections:
        topics = [
            topic.model_copy(update={"interaction": None})
            if topic.interaction and topic.interaction.kind == kind
            else topic
            for topic in section.topics
        ]
        sections.append(section.model_copy(update={"topics": topics}))
    return COURSE.with_content(replace(content, sections=sections))


def parsed(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


def test_a_course_without_a_comparison_opens_with_its_title_and_where_to_start(content: Content) -> None:
    with_one, without_one = (parsed(Home(course).opening().html) for course in (COURSE, without(content, "comparison")))
    assert len(with_one.select(".hero > picture-comparison.lesson")) == 1
    assert [tag.name for tag in without_one.select(".hero > *")] == ["header"]
    for opening in (with_one, without_one):
        assert opening.h1 and opening.h1.get_text() == content.course.title
        assert [link["href"] for link in opening.select(".begin a")] == [f"{content.sections[0].notebook}.html"]


def test_the_close_up_is_shown_at_home_only(content: Content) -> None:
    [figure] = [figure for figure in content.pictures.figures if figure.switch == "drag"]
    shown = parsed(Home(COURSE).opening().html).select("svg")
    assert figure.close_up and [svg["viewbox"] for svg in shown] == [figure.close_up] * 2


def test_without_a_page_for_it_the_glossary_stands_at_home(content: Content) -> None:
    alone = COURSE.with_content(replace(content, appendices=[]))
    assert len(parsed(Home(alone).glossary().html).select("dt")) == len(content.glossary)
    glossary = parsed(Home(COURSE).glossary().html)
    assert not glossary.select("dt") and [link["href"] for link in glossary.select("a")] == ["glossary.html"]


def test_only_what_any_round_may_ask_comes_back(content: Content) -> None:
    told = parsed(Home(COURSE).way().html).select_one("course-returns")
    assert told and told["data-page"] == "5-check-yourself.html"
    seconds = json.loads(str(told["data-seconds"]))
    assert list(seconds) == [item.id for item in content.records["quiz"]]
    assert all(10 < each < 300 for each in seconds.values())


def test_a_course_that_asks_nothing_says_nothing_of_what_comes_back(content: Content) -> None:
    assert not parsed(Home(without(content, "questions")).way().html).select("course-returns")
