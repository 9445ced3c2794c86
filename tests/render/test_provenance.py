"""Provenance: every record cites its facts and sources, each link has its target, each page has its review status."""

import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from bs4 import BeautifulSoup, Tag
from miss import Course
from miss.export.handouts import render_course, render_handout, render_sheets, sheet_names
from miss.notebooks.execute import execute_notebook
from miss.notebooks.read import list_notebooks
from miss.pages.lesson import Lesson
from miss.render.citations import provenance
from miss.schema.content import Content
from miss.schema.entry import Entry
from miss.schema.text import plain
from miss.web.frame import render_page

from tests.conftest import COURSE, ROOT, copy_course
from tests.support.changes import enter_review, sign_records
from tests.support.items import every_item

PAGES = list_notebooks(ROOT / "notebooks")


class Reviewed(NamedTuple):
    """A course, the review status that its pages must show, and one that they must not show."""

    course: Course
    status: str
    other: str


@cache
def page(notebook: Path) -> BeautifulSoup:
    return BeautifulSoup(render_page(notebook, COURSE), "html.parser")


def ids(tag: Tag) -> set[str]:
    return {str(link["href"]).rpartition("#")[2] for link in tag.select("a[href*='#']")}


def records(content: Content) -> dict[str, list[Any]]:
    topics = [topic for section in content.sections for topic in section.topics]
    return {
        ".layers[data-topic]": topics,
        "operation-selector article": content.records["operations"],
        "condition-selector article": content.records["conditions"],
        ".steps > li": content.records["procedure"].steps,
        "aside.alongside": [content.records["procedure"].alongside],
        "article.card": content.records["risks"],
        "article.item": every_item(content),
    }


@pytest.mark.parametrize("place", records(COURSE.content))
def test_each_record_has_its_provenance(place: str, content: Content) -> None:
    """In its last layer, which is closed: every fact, and every source with its publisher and its address."""
    tags = [tag for file in PAGES for tag in page(file).select(place)]
    known = {getattr(record, "id", ""): record for record in records(content)[place]}
    assert {_id(tag) for tag in tags} == set(known)
    for tag in tags:
        [where] = [details for details in tag.select("details.where") if _owner(details) is tag]
        record = known[_id(tag)]
        expected = provenance(content, record)
        assert "open" not in where.attrs and not where.select("[id]") and not where.find_next_sibling()
        assert ids(where) == {citation.id for citation in (*expected.facts, *expected.sources)}
        for source in expected.sources:
            if source.basis == "source":
                parents = [link.parent for link in where.select(f"a[href='{source.url}']")]
                assert any(parent and str(source.publisher) in parent.get_text() for parent in parents)
        if isinstance(record, Entry):
            assert [say.get_text() for say in where.select(".say")] == [plain(record.leaflet.text)]


def _owner(details: Tag) -> Tag | None:
    layers = details.find_parent(class_="layers")
    return layers if layers and _is_of_topic(layers) else details.find_parent(["section", "article", "li", "aside"])


def _is_of_topic(tag: Tag) -> bool:
    """Return whether these are the layers of a topic, which may stand below its interaction."""
    return tag.has_attr("data-topic")


def _id(tag: Tag) -> str:
    return str(tag.get("data-id") or tag.get("data-topic") or tag.get("id"))


def _words(said: Tag) -> str:
    """Return what a statement says, without what to do about it, which it may begin with."""
    flag = said.select_one(".flag")
    return said.get_text().removeprefix(flag.get_text() if flag else "").lstrip()


def test_quoted_statements_are_those_beyond_the_leaflet() -> None:
    """A statement that cites a source is quoted as beyond the leaflet; one that cites facts only is not."""
    for file in PAGES:
        for where in page(file).select(".entry > .layers > .where, .layers[data-topic] > .where"):
            record = _owner(where)
            assert record
            body = page(file).select(f"section[id='{_id(record)}'] > .say") if _is_of_topic(record) else []
            said = {id(tag): tag for tag in [*body, *record.select(".say")]}.values()
            statements = [tag for tag in said if not tag.find_parent(class_="figure-view")]
            beyond = [_words(tag) for tag in statements if tag.has_attr("data-added")]
            quotes = [tag.get_text().removesuffix(" …") for tag in where.select("q")]
            # what stands on a card stands in the list of all signs, too
            assert len(quotes) == len({text.removesuffix("+") for text in beyond})
            assert all(any(text.startswith(quote) for text in beyond) for quote in quotes)


def test_what_is_beyond_the_leaflet_has_one_sign(content: Content) -> None:
    """It is read out, and its meaning is told on the home page, in the opening of the first section, and on paper."""
    told = []
    for file in PAGES:
        shown = page(file)
        if shown.select_one("main .page-sources"):
            continue
        for tag in shown.select("main .say"):
            signs = tag.select(".plus")
            assert len(signs) == tag.has_attr("data-added"), tag
            assert all(sign["aria-label"] == "(beyond the leaflet)" and sign["role"] == "img" for sign in signs)
        told += [file.stem for _ in shown.select(".plus-means")]
    assert told == ["index", content.sections[0].notebook]
    for sheet in (render_handout(COURSE), render_course(COURSE)):
        assert content.interface.layers.beyond_means in sheet.html


def test_no_source_stands_in_the_running_text(content: Content) -> None:
    """Neither its publisher nor its id: they are one tap away."""
    publishers = {source.publisher for source in content.sources if source.publisher}
    for section in content.sections:
        text = page(ROOT / "notebooks" / f"{section.notebook}.ipynb").main
        assert text
        for where in text.select(".where"):
            where.decompose()
        shown = text.get_text(" ")
        page.cache_clear()
        assert not [publisher for publisher in publishers if publisher in shown]
        assert not re.findall(r"\b[AF]\d\d\b", shown) and not text.select("cite")


@pytest.mark.parametrize("notebook", PAGES, ids=lambda file: file.stem)
def test_each_link_has_its_target(notebook: Path) -> None:
    links = page(notebook).select(".where a:not([rel]), dl.words .origin a, main a.term")
    assert links or notebook.stem in ("index", "keep", "sources", "accessibility")  # these pages cite nothing
    for link in links:
        name, _, id = str(link["href"]).partition("#")
        target = page(ROOT / "notebooks" / f"{Path(name).stem}.ipynb") if name else page(notebook)
        listed = ":is(.glossary div, dl.words dt)" if id.startswith("word-") else ".page-sources li"
        assert len(target.select(f"{listed}[id='{id}']")) == 1, link


def test_a_course_without_a_page_of_sources(content: Content) -> None:
    """The layer then says itself what each fact is, and links to none."""
    bare = replace(content, appendices=[])
    [topic] = [topic for topic in content.sections[0].topics if topic.id == "smaller-cuts"]
    html = BeautifulSoup(Lesson(COURSE.with_content(bare), "what").topic(topic.id).html, "html.parser")
    where = html.select_one(".where")
    assert where and not [link for link in where.select("a") if "rel" not in link.attrs]
    facts = {fact.id: fact.statement for fact in content.facts}
    assert all(facts[id] in where.get_text() for statement in topic.body for id in statement.facts)


def test_each_term_has_its_provenance(content: Content) -> None:
    glossary = page(ROOT / "notebooks" / "glossary.ipynb")
    for term in content.glossary:
        [details] = glossary.select(f"details:has(> [id='word-{term.id}']) .origin")
        assert ids(details) == {*term.facts, *term.added}


def test_one_page_lists_every_fact_and_source(content: Content) -> None:
    listed = [str(tag["id"]) for tag in page(ROOT / "notebooks" / "sources.ipynb").select(".page-sources li")]
    assert sorted(listed) == sorted(citation.id for citation in (*content.facts, *content.sources))
    for source in content.sources:
        if source.basis == "source":
            assert page(ROOT / "notebooks" / "sources.ipynb").select(f"li[id='{source.id}'] a[href='{source.url}']")


def margins(html: str) -> str:
    """Return the texts in the bottom margin of a printed page."""
    return " ".join(re.findall(r"@bottom-\w+ \{\s*content: (.*);$", html, re.MULTILINE))


@pytest.fixture(scope="module", params=["no review", "a review", "some records", "all records"])
def reviewed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Reviewed:
    """A course without a review, with one of the whole, and with some and all of its records signed."""
    course = copy_course(tmp_path_factory.mktemp("reviewed"))
    notice, names = course.content.course.review_notice, [each.part.name for each in course.content.review_states]
    if request.param == "no review":
        return Reviewed(course, notice, "eviewed on")
    if request.param == "a review":
        enter_review(course.content_folder)
        return Reviewed(course.reloaded(), f"Last reviewed on {date.today()} by: Ward nurse.", notice)
    if request.param == "some records":
        status = f"9 of {len(names)} parts have been reviewed by a clinician; the others have not yet been."
        return Reviewed(sign_records(course.content_folder, "risks"), status, notice)
    status = f"Every part has been reviewed by a clinician, the last one on {date.today()}. By: Ward nurse."
    return Reviewed(sign_records(course.content_folder, *names), status, notice)


@pytest.mark.parametrize("page", PAGES, ids=lambda file: file.stem)
def test_each_page_has_the_review_status(page: Path, reviewed: Reviewed) -> None:
    """In the footer, in the margins of the printed page, and wherever else the page shows it."""
    notebook = reviewed.course.notebooks_folder / page.name
    html = render_page(notebook, reviewed.course, executed=execute_notebook(notebook, "en", checks=False))
    shown = BeautifulSoup(html, "html.parser")
    assert reviewed.status in shown.select("footer.site")[0].get_text() and reviewed.status in margins(html)
    assert all(tag.get_text() == reviewed.status for tag in shown.select(".review"))
    assert len(shown.select(".review")) == (notebook.stem in ("index", "sources"))
    assert reviewed.other not in html


def test_each_sheet_has_the_review_status(reviewed: Reviewed) -> None:
    rendered = {sheet.name: sheet.html for sheet in render_sheets(reviewed.course)}
    assert set(rendered) == set(sheet_names())
    for html in rendered.values():
        assert reviewed.status in margins(html) and reviewed.other not in html
    for name in ("handout", "course"):
        opening = BeautifulSoup(rendered[name], "html.parser").select(".opening .review")[0]
        assert opening.get_text() == f"{reviewed.course.content.course.notice} {reviewed.status}"


def test_review_status_is_made_in_one_place() -> None:
    package = ROOT / "notebooks" / "miss"
    files = {file.name for file in package.rglob("*.*") if file.suffix in (".py", ".html", ".js", ".css", ".j2")
             and "review_notice" in file.read_text(encoding="utf-8")}  # fmt: skip
    assert files == {"records.py", "review.py"}  # the record, and the function that returns the status
