"""Records for review: each that learners read once, with a hash that its words change, and nothing else."""

import hashlib
import re
from collections import Counter
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from miss.checks.build import load_content
from miss.loading.walk import walk
from miss.notebooks.read import list_notebooks
from miss.schema.content import Content
from miss.schema.reference import Term
from miss.schema.reviewable import reviewable
from miss.schema.text import Record, plain
from miss.web.frame import render_page

from tests.conftest import COURSE, ROOT, WORDS
from tests.support.changes import Change, replace, rewrite


def hashes(folder: Path) -> dict[str, str]:
    return {each.part.name: each.part.hash for each in load_content(folder).review_states}


def changed(words: Path) -> set[str]:
    """Return the names of the records whose hashes are not those of the course as it is."""
    before, after = hashes(WORDS), hashes(words)
    assert before.keys() == after.keys()
    return {name for name in before if before[name] != after[name]}


CHANGED_WORDS: dict[str, Change] = {
    "risks/infection": replace("risks", "No surgery is free of risk.", "No surgery is without risk."),
    "course/urgency": replace("course", 'by: "at once"', 'by: "soon"'),
    "course/phases/after": replace("course", "The risks, by name.", "The risks, each by its name."),
    "sections/why": rewrite("sections", r'(id: why\n(?:.*\n)*?  lead:\n    text: ")', r"\1Mind: "),
    "sections/why/limits": rewrite("sections", r'(id: limits\n.*\n(?:.*\n)*?        - text: ")', r"\1Mind: "),
    "case/ward-bell": rewrite("case", r'(id: ward-bell\n(?:.*\n)*?    story:\n      - text: ")', r"\1Mind: "),
    "case/ward-bell/q122": rewrite("case", r'(id: q122\n(?:.*\n)*?        stem: ")', r"\1Mind: "),
    "signs/calf": rewrite("signs", r'(id: calf\n  text: ")', r"\1Mind: "),
    "glossary/spine": rewrite("glossary", r'(id: spine\n(?:.*\n)*?  meaning: ")', r"\1Mind: "),
    "procedure/steps/team": rewrite("procedure", r'(id: team\n(?:.*\n)*?    leaflet:\n      text: ")', r"\1Mind: "),
    "pictures/figures/low-back": rewrite("pictures", r'(id: low-back\n(?:.*\n)*?        title: ")', r"\1Mind: "),
    "quiz/q01": rewrite("quiz", r'(id: q01\n(?:.*\n)*?      why: ")', r"\1Mind: "),
}


@pytest.mark.parametrize("name", CHANGED_WORDS)
def test_a_changed_word_changes_the_hash_of_its_record_alone(name: str, words: Path) -> None:
    CHANGED_WORDS[name](words)
    assert changed(words) == {name}


SAME_WORDS: dict[str, Change] = {
    "a reordered key": rewrite("risks", r"(- id: infection\n)(  name: .*\n)((?:.*\n)*?)(?=  patient:)", r"\1\3\2"),
    "other quotes": replace("risks", 'name: "Infection"', "name: Infection # a note"),
    "a default that is written out": rewrite("quiz", r"(- id: q01\n)", r"\1  red_flag: false\n"),
    "how hard a question is": rewrite("quiz", r"(- id: q01\n(?:.*\n)*?  difficulty: )easy", r"\1hard"),
    "the step of a question": rewrite("case", r"(id: q122\n(?:.*\n)*?        step: )recognize", r"\1analyze"),
    "a word by which the check knows a sign": rewrite("signs", r'words: \["', 'words: ["odd word", "'),
    "another form of a word": rewrite("glossary", r"(  also: \[)", r'\1"odd form", '),
    "what a promise is": replace("course", 'promises: ["will"', 'promises: ["odd", "will"'),
    "how fast a learner reads": replace("course", "words_per_minute: 180", "words_per_minute: 170"),
    "a review of the whole": rewrite("course", r"  date: null\n  role: null", "  date: 2026-01-02\n  role: Nurse"),
    "a fact": rewrite("facts", r'  statement: "', '  statement: "Mind: '),
    "a note for trainers": rewrite("trainer", r'    - text: "', '    - text: "Mind: '),
}


@pytest.mark.parametrize("what", SAME_WORDS)
def test_what_no_learner_reads_there_changes_no_hash(what: str, words: Path) -> None:
    SAME_WORDS[what](words)
    assert not changed(words)


def test_a_hash_is_that_of_the_words() -> None:
    """A change of the package must not undo a review: it is of the data as JSON, without what is not given."""
    term = Term(id="spine", term="Spine", meaning="The bones of the back.", also=["spines"], facts=["F01"])
    data = '{"facts":["F01"],"id":"spine","meaning":"The bones of the back.","term":"Spine"}'
    [part] = reviewable({"glossary": [term]})
    assert (part.name, part.hash) == ("glossary/spine", hashlib.sha256(data.encode()).hexdigest()[:12])


def test_names_are_unique(content: Content) -> None:
    names = Counter(each.part.name for each in content.review_states)
    assert not [name for name, count in names.items() if count > 1]


GUIDE = 'a[href="trainer-guide.html"][aria-current]'
# For each selector of what a page shows as one thing: the attribute with its id, and what stands before it in the name.
SHOWN = {
    "article.item": ("data-id", "(quiz|(case|mrs-t)/[^/]+)/"),
    "section.stop": ("data-id", "(case|mrs-t)/"),
    "operation-selector article.entry": ("data-id", "operations/"),
    "condition-selector article.entry": ("data-id", "conditions/"),
    ".steps > li": ("data-id", "procedure/steps/"),
    "article.card": ("data-id", "risks/"),
    "section.topic": ("id", "sections/[^/]+/"),
    ".layers[data-topic]": ("data-topic", "sections/[^/]+/"),
    "figure-view[data-id]": ("data-id", "pictures/figures/"),
    ".glossary [id^=word-]": ("id", "glossary/"),
}


@pytest.fixture(scope="module")
def pages() -> list[BeautifulSoup]:
    return [BeautifulSoup(render_page(file, COURSE), "html.parser") for file in list_notebooks(ROOT / "notebooks")]


@pytest.mark.parametrize("selector", SHOWN)
def test_what_pages_show_is_listed(selector: str, pages: list[BeautifulSoup], content: Content) -> None:
    attribute, before = SHOWN[selector]
    shown = {str(tag[attribute]).removeprefix("word-") for page in pages for tag in page.select(selector)}
    matches = [re.fullmatch(f"(?:{before})([^/]+)", each.part.name) for each in content.review_states]
    listed = Counter(match[match.lastindex or 1] for match in matches if match)
    assert shown and {id: listed[id] for id in shown} == dict.fromkeys(shown, 1)


def test_every_statement_of_a_page_stands_in_a_record(pages: list[BeautifulSoup], content: Content) -> None:
    """So that a reviewer reads it."""
    listed = {plain(text) for each in content.review_states for text in _texts(each.part.record)}
    said = {tag.get_text() for page in pages if not page.select(GUIDE) for tag in page.select("main .say")}
    flags = tuple(f"{tier.name}. " for _, tier in content.course.urgency)
    assert len(said) > 300
    assert not [text for text in said if _without_flag(text, flags).removesuffix("+").strip() not in listed]


def _texts(record: Record) -> list[str]:
    return [text for _, text in walk(record) if isinstance(text, str)]


def _without_flag(text: str, flags: tuple[str, ...]) -> str:
    return next((text.removeprefix(flag) for flag in flags if text.startswith(flag)), text)
