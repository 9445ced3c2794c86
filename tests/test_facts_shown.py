"""Every fact of the leaflet stands in the stored pages, and nothing stands there that rests on nothing."""

import re
from functools import cache
from pathlib import Path

import nbformat
import pytest
from bs4 import BeautifulSoup, NavigableString, Tag
from miss.checks.build import load_content
from miss.loading.walk import walk
from miss.render.environment import plain
from miss.schema.content import Content
from miss.schema.text import Record

from .conftest import ROOT, WORDS

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
# What stands under one of these is grounded; the last three name the sources themselves.
GROUNDED = "[data-fact], [data-added], [data-objective], .origin, .provenance, .page-sources"


@cache
def stored(notebook: Path) -> BeautifulSoup:
    cells = nbformat.read(notebook, as_version=4).cells
    shown = [cell for cell in cells if cell.cell_type == "code" and "check" not in cell.metadata.get("tags", [])]
    return BeautifulSoup("\n".join(o.data.get("text/html", "") for c in shown for o in c.outputs), "html.parser")


@pytest.mark.parametrize("fact", [fact.id for fact in load_content(WORDS).facts])
def test_fact_is_stated(fact: str) -> None:
    said = [tag for notebook in NOTEBOOKS for tag in stored(notebook).select(f'.say[data-fact~="{fact}"]')]
    assert said, f"{fact} is in no statement of the stored notebooks"
    assert all(tag.get_text(strip=True) for tag in said)


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda file: file.stem)
def test_nothing_is_stated_without_ground(notebook: Path, content: Content) -> None:
    allowed = _names_and_interface(content)
    loose = [
        text.strip()
        for text in stored(notebook).find_all(string=True)
        if text.strip() and not _grounded(text) and not allowed.fullmatch(text.strip())
    ]
    assert not loose


SHOWN = ("sections", "appendices", "operations", "conditions", "procedure", "risks", "glossary", "pictures", "guide")


def _grounded(text: NavigableString) -> bool:
    return any(isinstance(tag, Tag) and tag.css.match(GROUNDED) for tag in text.parents)


def _names_and_interface(content: Content) -> re.Pattern[str]:
    """Titles, names and the interface's words state nothing, nor do the course's own notices; braces hold anything."""
    about_itself = (content.interface, content.accessibility)  # what the course says of itself, and not of the leaflet
    words = [part for record in about_itself for _, part in walk(record) if isinstance(part, str)]
    notices = [
        *(text for part in content.guide for text in part.do),  # instructions
        *content.course.how_to_use,
        *(appendix.lead for appendix in content.appendices),
        content.course.review_notice,
        content.course.red_flag_notice,
        content.course.title,
    ]
    named = [
        value
        for stem in SHOWN
        for _, record in walk(getattr(content, stem))
        for key in ("name", "title", "term")
        if isinstance(record, Record) and (value := getattr(record, key, None))
    ]
    forms = [re.sub(r"\\{\w+\\}", ".+", re.escape(plain(text))) for text in [*words, *notices, *named]]
    one = "(?:" + "|".join(sorted(forms, key=len, reverse=True)) + ")"
    return re.compile(rf"[\d↑↓·.():]+|{one}(?:: {one}|[.:])?")
