"""How much there is to read of a section while its layers are closed, with each of its records counted."""

import re

import pytest
from bs4 import BeautifulSoup, Tag
from miss.schema.content import Content
from miss.schema.text import plain
from miss.web.frame import render_page

from tests.conftest import COURSE, ROOT
from tests.support.items import placed_cases

LIMITS = {"why": 780}
LIMIT = 700
STOP_LIMIT = 350  # of a stop of a case: its phase and its story, one tab of its chart and its first question
# What is behind a closed layer or an act of the student's, what only screen readers get, and drawings.
CLOSED = """details > :not(summary), .guesses, .depths > :not([data-open]), .needs-script, [hidden], .unseen, .status,
    svg"""
CONTROLS = "summary, button:not(.reveal)"  # the names of what opens a layer; a risk's name is a button, too
# What a question says once it is answered, and how to answer.
UNANSWERED = ".item :is(.why, .feedback, .task, .because, .marks .verdict)"
ROUND = "knowledge-check:not([data-given]) .items"  # of a round that is drawn, only the questions drawn are read
# Of a case, the script shows one stop, one of its questions and one tab of its chart at a time; where the stop is, its
# head says. What a later question brings into the chart has an empty place there.
LATER_AT_STOP = ".stop :is(.stop-name, .item ~ .item, .chart-tab ~ .chart-tab, [data-from], .outcomes)"
LATER = f"{LATER_AT_STOP}, .stop ~ .stop, patient-case :is(.fork, .end)"
WORD = re.compile(r"[^\W_][\w'-]*")


def open_page(section: str, *hidden: str) -> Tag:
    notebook = ROOT / "notebooks" / f"{COURSE.content.section(section).notebook}.ipynb"
    main = BeautifulSoup(render_page(notebook, COURSE), "html.parser").main
    assert isinstance(main, Tag)
    for part in main.select(", ".join((CLOSED, *hidden))):
        part.decompose()
    return main


def words_in(tag: Tag) -> list[str]:
    return WORD.findall(tag.get_text(" "))


def open_words(section: str, *hidden: str) -> list[str]:
    return words_in(open_page(section, *hidden))


@pytest.mark.parametrize("section", [section.id for section in COURSE.content.sections])
def test_no_section_is_long_while_its_layers_are_closed(section: str, content: Content) -> None:
    words = open_words(section, CONTROLS, UNANSWERED, ROUND, LATER)
    assert len(words) <= LIMITS.get(section, LIMIT), f"{len(words)} words"
    assert {*WORD.findall(content.section(section).title)} <= {*words}


def test_every_record_is_counted(content: Content) -> None:
    """Also those that the script shows one at a time."""
    for section, stem in (("why", "conditions"), ("risks", "risks")):
        text = " ".join(open_words(section, CONTROLS))
        for record in content.records[stem]:
            assert " ".join(WORD.findall(record.name)) in text
            assert " ".join(WORD.findall(record.patient[0].text.replace("[[", "").partition("|")[0][:20])) in text


def test_what_a_round_may_ask_is_not_counted() -> None:
    assert len(open_words("check", CONTROLS)) > 1000 > len(open_words("check", CONTROLS, ROUND))


def test_no_stop_of_a_case_is_long(content: Content) -> None:
    assert placed_cases(content)
    for placed, case in placed_cases(content):
        stops = open_page(placed.section.id, CONTROLS, UNANSWERED, LATER_AT_STOP).select(".stop")
        counts = {stop.id: len(words_in(tag)) for stop, tag in zip(case.stops, stops, strict=True)}
        assert max(counts.values()) <= STOP_LIMIT, counts
        for stop, tag in zip(case.stops, stops, strict=True):
            assert all(" ".join(WORD.findall(plain(each.text))) in " ".join(words_in(tag)) for each in stop.story)


def test_what_a_moment_asks_is_counted(content: Content) -> None:
    text = " ".join(open_words("why", CONTROLS, UNANSWERED, ROUND))
    [item] = [item for item in content.records["quiz"] if item.id == "q27"]
    assert all(" ".join(WORD.findall(option.text)) in text for option in item.options)
    assert not any(" ".join(WORD.findall(option.why)) in text for option in item.options)
