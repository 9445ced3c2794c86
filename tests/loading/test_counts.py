"""Texts that count records follow them: one record more or less leaves no old number on any page or in any note."""

import re
from pathlib import Path

import pytest
from miss.loading.reading import read_course
from miss.loading.walk import walk
from miss.schema.content import Content
from miss.schema.text import plain

from tests.conftest import WORDS
from tests.loading.test_slips import lose
from tests.support.changes import replace, rewrite

NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
# A file, the beginning of a record of it, and what the texts call its records.
COUNTED = [
    ("risks", r"^- id: bleeding", "(named )?(risks|cards)"),
    ("conditions", r"^- id: spinal-tumor", "(conditions|problems)"),
    ("operations", r"^- id: laminectomy", "(operations|named|examples)"),
    ("mrs-t", r"^  - id: evening", "stops"),
]


def texts(content: Content) -> str:
    """Every text that somebody reads, but what the leaflet says in the words of its facts."""
    files = [getattr(content, stem) for stem in ("course", "sections", "trainer", "guide", "glossary", "appendices")]
    found = [part for each in [*files, *content.records.values()] for _, part in walk(each) if isinstance(part, str)]
    return "\n".join(plain(text) for text in found)


@pytest.mark.parametrize(("stem", "begins", "noun"), COUNTED)
def test_a_record_less_is_counted(stem: str, begins: str, noun: str, words: Path) -> None:
    entries = read_course(WORDS).values[stem]
    number = len(entries if isinstance(entries, list) else entries.stops)
    before, now = NUMBERS[number - 1], NUMBERS[number - 2]
    counted = re.compile(rf"\b{before} {noun}\b", re.I)
    assert counted.search(texts(read_course(words).content()))

    lose(words / f"{stem}.yaml", begins)

    said = texts(read_course(words).content())
    assert not counted.search(said)
    assert re.search(rf"\b{now} {noun}\b", said, re.I)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("The {count:risks} risks.", "The nine risks."),
        ("{count:risks} risks.", "Nine risks."),
        ("Here they are. {count:risks} of them.", "Here they are. Nine of them."),
        ("({count:risks} risks)", "(Nine risks)"),
        ("Of {count:operations} operations and {count:procedure.steps} steps", "Of three operations and six steps"),
        ("{count:glossary} words", "{number} words"),
    ],
)
def test_a_number_in_words(text: str, read: str, words: Path) -> None:
    replace("course", 'notice: "For teaching', f'notice: "{text} For teaching')(words)
    parsed = read_course(words)
    number = len(parsed.values["glossary"])
    assert parsed.values["course"].notice.startswith(read.replace("{number}", str(number)))


def test_the_words_are_those_of_the_language(words: Path) -> None:
    rewrite("interface", "^layers:", 'count:\n  numbers: ["eins", "zwei", "drei"]\n\nlayers:')(words)
    sections = read_course(words).values["sections"]
    titles = [topic.title for section in sections for topic in section.topics]
    assert {"Drei operations", "9 named risks"} <= {*titles}


def test_what_cannot_be_read_is_told_once(words: Path) -> None:
    (words / "risks.yaml").write_text("- id: [", encoding="utf-8")
    assert {problem.file.stem for problem in read_course(words).problems} == {"risks"}
