"""Where the words come from: every record says so, each link leads to the full words, and the review is told."""

import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from bs4 import BeautifulSoup, Tag
from miss import Course
from miss.export.handouts import NAMES, sheets
from miss.notebooks.execute import run
from miss.notebooks.read import notebooks
from miss.pages.home import Home
from miss.render.citations import provenance
from miss.schema.content import Content
from miss.web.frame import render_page

from .changes import enter_review
from .conftest import COURSE, ROOT

PAGES = notebooks(ROOT / "notebooks")


class Told(NamedTuple):
    """A course, what its pages say of its review, and what they must not say."""

    course: Course
    said: str
    unsaid: str


@cache
def page(notebook: Path) -> BeautifulSoup:
    return BeautifulSoup(render_page(notebook, COURSE), "html.parser")


def ids(tag: Tag) -> set[str]:
    return {str(link["href"]).rpartition("#")[2] for link in tag.select("a[href*='#']")}


def records(content: Content) -> dict[str, list[Any]]:
    topics = [topic for section in content.sections for topic in section.topics]
    return {
        ".topic": topics,
        ".operations article": content.operations,
        "condition-selector article": content.conditions,
        ".steps > li": content.procedure.steps,
        "aside.alongside": [content.procedure.alongside],
        "article.card": content.risks,
        "article.item": list(content.quiz),
    }


@pytest.mark.parametrize("place", records(COURSE.content))
def test_each_record_says_where_it_comes_from(place: str, content: Content) -> None:
    told = [tag for file in PAGES for tag in page(file).select(place)]
    known = {getattr(record, "id", ""): record for record in records(content)[place]}
    assert {_id(tag) for tag in told} == set(known)
    for tag in told:
        [details] = tag.select("details.provenance")
        found = provenance(content, known[_id(tag)])
        assert "open" not in details.attrs and not details.select("[id]")
        assert ids(details) == {ground.id for ground in (*found.facts, *found.sources)}


def _id(tag: Tag) -> str:
    return str(tag.get("data-id") or tag.get("id"))


def test_what_is_named_is_what_stands_there() -> None:
    """A statement that rests on a source is quoted as beyond the leaflet; one that rests on facts alone is not."""
    for file in PAGES:
        for details in page(file).select(".entry > details.provenance, .topic > details.provenance"):
            assert details.parent
            statements = [tag for tag in details.parent.select(".say") if not tag.find_parent("figure-view")]
            beyond = [tag.get_text() for tag in statements if tag.has_attr("data-added")]
            quoted = [tag.get_text().removesuffix(" …") for tag in details.select("q")]
            said = [text.removeprefix("Red flag").strip() for text in beyond]
            assert len(quoted) == len(said)
            assert all(any(text.startswith(quote) for text in said) for quote in quoted)


@pytest.mark.parametrize("notebook", PAGES, ids=lambda file: file.stem)
def test_each_link_leads_to_the_full_words(notebook: Path) -> None:
    links = page(notebook).select(".provenance a, dl.words .origin a")
    assert links or notebook.stem in ("sources", "accessibility")  # which state nothing of the leaflet
    for link in links:
        name, _, id = str(link["href"]).partition("#")
        there = page(ROOT / "notebooks" / f"{Path(name).stem}.ipynb") if name else page(notebook)
        assert len(there.select(f".page-sources li[id='{id}']")) == 1, link


def test_each_word_says_where_it_comes_from(content: Content) -> None:
    shown = BeautifulSoup(Home(COURSE).glossary().html, "html.parser")
    told = {str(tag["id"]).removeprefix("word-"): tag.find_next_sibling("dd") for tag in shown.select("dt")}
    for term in content.glossary:
        tag = told[term.id]
        assert isinstance(tag, Tag) and ids(tag) >= {*term.facts, *term.added}


def test_one_page_lists_every_fact_and_source(content: Content) -> None:
    listed = [str(tag["id"]) for tag in page(ROOT / "notebooks" / "sources.ipynb").select(".page-sources li")]
    assert listed == [ground.id for ground in (*content.facts, *content.sources)]
    for source in content.sources:
        if source.basis == "source":
            assert page(ROOT / "notebooks" / "sources.ipynb").select(f"li[id='{source.id}'] a[href='{source.url}']")


def margins(html: str) -> str:
    """What stands at the foot of each page when it is printed."""
    [found] = re.findall(r'@bottom-left \{\s*content: "([^"]*)"', html)
    return found


@pytest.fixture(params=[False, True], ids=["no review", "a review"])
def told(request: pytest.FixtureRequest, copy: Path) -> Told:
    """A course without and with a review, and what it has to say and must not say of it."""
    course, entered = Course(copy), f"Last reviewed on {date.today()} by: Ward nurse."
    notice = course.content.course.review_notice
    if not request.param:
        return Told(course, notice, "Last reviewed on")
    enter_review(course.content_folder)
    return Told(course.reloaded(), entered, notice)


@pytest.mark.parametrize("page", PAGES, ids=lambda file: file.stem)
def test_each_page_says_who_reviewed_the_words(page: Path, told: Told) -> None:
    """At its foot, in the margins of the printed page, and wherever else the page speaks of it."""
    notebook = told.course.notebooks_folder / page.name
    html = render_page(notebook, told.course, ran=run(notebook, "en", checks=False))
    shown = BeautifulSoup(html, "html.parser")
    assert told.said in shown.select("footer.site")[0].get_text() and told.said in margins(html)
    assert all(tag.get_text() == told.said for tag in shown.select(".review"))
    assert len(shown.select(".review")) == (notebook.stem in ("index", "sources"))
    assert told.unsaid not in html


def test_each_sheet_says_who_reviewed_the_words(told: Told) -> None:
    made = {sheet.name: sheet.html for sheet in sheets(told.course)}
    assert set(made) == set(NAMES)
    for html in made.values():
        assert told.said in margins(html) and told.unsaid not in html
    opening = BeautifulSoup(made["handout"], "html.parser").select(".opening .review")[0]
    assert opening.get_text() == f"{told.course.content.course.notice} {told.said}"


def test_the_review_is_told_in_one_place() -> None:
    package = ROOT / "notebooks" / "miss"
    named = {file.name for file in package.rglob("*.*") if file.suffix in (".py", ".html", ".js", ".css", ".j2")
             and "review_notice" in file.read_text(encoding="utf-8")}  # fmt: skip
    assert named == {"records.py", "citations.py"}  # the record that holds it, and the line that is made of it
