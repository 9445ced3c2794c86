"""How much there is to read of a section while its layers are closed, with each of its records counted."""

import re

import pytest
from bs4 import BeautifulSoup, Tag
from miss.schema.content import Content
from miss.web.frame import render_page

from tests.conftest import COURSE, ROOT

LIMITS = {"why": 780}
LIMIT = 700
# What is behind a closed layer or an act of the student's, what only screen readers get, and drawings.
CLOSED = "details > :not(summary), .guesses, .needs-script, [hidden], .unseen, .status, svg"
CONTROLS = "summary, button:not(.reveal)"  # the names of what opens a layer; a risk's name is a button, too
ITEMS = ".items"  # a question is read when it is asked
WORD = re.compile(r"[^\W_][\w'-]*")


def open_words(section: str, *hidden: str) -> list[str]:
    notebook = ROOT / "notebooks" / f"{COURSE.content.section(section).notebook}.ipynb"
    main = BeautifulSoup(render_page(notebook, COURSE), "html.parser").main
    assert isinstance(main, Tag)
    for part in main.select(", ".join((CLOSED, *hidden))):
        part.decompose()
    return WORD.findall(main.get_text(" "))


@pytest.mark.parametrize("section", [section.id for section in COURSE.content.sections])
def test_no_section_is_long_while_its_layers_are_closed(section: str, content: Content) -> None:
    words = open_words(section, CONTROLS, ITEMS)
    assert len(words) <= LIMITS.get(section, LIMIT), f"{len(words)} words"
    assert {*WORD.findall(content.section(section).title)} <= {*words}


def test_every_record_is_counted(content: Content) -> None:
    """Also those that the script shows one at a time."""
    for section, stem in (("why", "conditions"), ("risks", "risks")):
        text = " ".join(open_words(section, CONTROLS))
        for record in content.records[stem]:
            assert " ".join(WORD.findall(record.name)) in text
            assert " ".join(WORD.findall(record.patient[0].text.replace("[[", "").partition("|")[0][:20])) in text


def test_what_a_section_asks_is_not_counted() -> None:
    assert len(open_words("check", CONTROLS)) > 1000 > len(open_words("check", CONTROLS, ITEMS))
