"""Where the words come from: every record says so, each link leads to the full words, and the review is told."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from miss.content.load import Content, load_content
from miss.deliver.page import notebooks, render_page
from miss.home import Home
from miss.provenance import provenance

from .changes import rewrite
from .conftest import ROOT, WORDS

PAGES = notebooks(ROOT / "notebooks")


@cache
def page(notebook: Path) -> BeautifulSoup:
    return BeautifulSoup(render_page(notebook, load_content(WORDS)), "html.parser")


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


@pytest.mark.parametrize("place", records(load_content(WORDS)))
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
    shown = BeautifulSoup(Home(content).glossary().html, "html.parser")
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


def test_a_page_without_review_says_so(content: Content) -> None:
    assert content.course.review.date is None
    for file in PAGES:
        assert content.course.review_notice in page(file).select("footer.site")[0].get_text()


def test_a_review_takes_the_place_of_the_notice(words: Path) -> None:
    rewrite("course", r"  date: null\n  role: null", f'  date: {date.today()}\n  role: "Ward nurse"')(words)
    reviewed = load_content(words)
    for shown in (Home(reviewed).opening().html, render_page(PAGES[0], reviewed)):
        assert f"Last reviewed on {date.today()} by: Ward nurse." in shown
    assert reviewed.course.review_notice not in Home(reviewed).opening().html
