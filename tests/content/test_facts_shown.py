"""Every fact of the leaflet is in the stored pages, and every statement there cites a fact or a source."""

import re
from functools import cache
from pathlib import Path

import nbformat
import pytest
from bs4 import BeautifulSoup, NavigableString, Tag
from miss.checks.build import load_content
from miss.loading.walk import walk
from miss.schema.content import Content
from miss.schema.text import Record, plain

from tests.conftest import ROOT, WORDS, records_of
from tests.support.items import placed_cases

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
# Text inside one of these cites something; the last three are citations themselves.
CITED = "[data-fact], [data-added], [data-objective], .origin, .fold.where, .page-sources"
# What a case makes up for teaching, such as the values of its chart, cites nothing: there is nothing to cite.
INVENTED = "[data-invented]"


@cache
def stored(notebook: Path) -> BeautifulSoup:
    cells = nbformat.read(notebook, as_version=4).cells
    page_cells = [cell for cell in cells if cell.cell_type == "code" and "check" not in cell.metadata.get("tags", [])]
    return BeautifulSoup("\n".join(o.data.get("text/html", "") for c in page_cells for o in c.outputs), "html.parser")


@pytest.mark.parametrize("fact", [fact.id for fact in load_content(WORDS).facts])
def test_fact_is_stated(fact: str) -> None:
    statements = [tag for notebook in NOTEBOOKS for tag in stored(notebook).select(f'.say[data-fact~="{fact}"]')]
    assert statements, f"{fact} is in no statement of the stored notebooks"
    assert all(tag.get_text(strip=True) for tag in statements)


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda file: file.stem)
def test_every_statement_cites_something(notebook: Path, content: Content) -> None:
    allowed = _names_and_interface(content)
    uncited = [
        text.strip()
        for text in stored(notebook).find_all(string=True)
        if text.strip() and not _is_cited(text) and not allowed.fullmatch(text.strip())
    ]
    assert not uncited


def test_what_is_invented_stands_in_a_case_that_says_so(content: Content) -> None:
    """The note of the chart says it at every stop; no statement is hidden in what is invented."""
    cases = {placed.key: case for placed, case in placed_cases(content)}
    shown = {str(tag["data-key"]): tag for notebook in NOTEBOOKS for tag in stored(notebook).select("patient-case")}
    assert shown.keys() == cases.keys() and len(cases) > 1
    for key, case in cases.items():
        charts = shown[key].select(".chart")
        assert len(charts) == len(shown[key].select(".stop")) == len(case.stops)
        assert all(chart.css.match(INVENTED) for chart in charts)
        assert [chart.select(".chart-note")[-1].get_text() for chart in charts] == [case.note] * len(charts)
        assert case.note.startswith("Invented for teaching.")
    invented = [tag for notebook in NOTEBOOKS for tag in stored(notebook).select(INVENTED)]
    assert all(tag.find_parent("patient-case") for tag in invented)
    assert not [tag for tag in invented if tag.select(f".say, {CITED}")]


SHOWN = ("sections", "appendices", "operations", "conditions", "procedure", "risks", "glossary", "pictures", "guide")


def _is_cited(text: NavigableString) -> bool:
    return any(isinstance(tag, Tag) and tag.css.match(f"{CITED}, {INVENTED}") for tag in text.parents)


def _names_and_interface(content: Content) -> re.Pattern[str]:
    """Titles, names, letters, the interface's texts and the notices state nothing; a placeholder matches any text."""
    about_itself = (content.interface, content.accessibility)  # statements on the course, not from the leaflet
    words = [part for record in about_itself for _, part in walk(record) if isinstance(part, str)]
    notices = [
        *(text for part in content.guide for text in part.do),  # instructions
        *content.course.how_to_use,
        *(appendix.lead for appendix in content.appendices),
        content.course.notice,
        content.course.review_notice,
        content.course.red_flag_notice,
        *(text for _, tier in content.course.urgency for text in (tier.name, tier.by, f"({tier.by})")),
        content.course.title,
    ]
    phases = [phase.name for phase in content.course.phases]
    named = [
        value
        for stem in SHOWN
        for _, record in walk(records_of(content, stem))
        for key in ("name", "short", "title", "term")
        if isinstance(record, Record) and (value := getattr(record, key, None))
    ]
    forms = [re.sub(r"\\{\w+\\}", ".+", re.escape(plain(text))) for text in [*words, *notices, *phases, *named]]
    one = "(?:" + "|".join(sorted(forms, key=len, reverse=True)) + ")"
    return re.compile(rf"[\d↑↓←→·,.():]+|[A-Z]|(?:: )?{one}(?:: {one}|[.:])?")
