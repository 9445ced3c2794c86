"""Rules about the words that no schema can hold: how hard they read, and the traps of this leaflet."""

import re
from collections.abc import Iterator

import pytest
import textstat
from miss.content.load import Content
from miss.content.quiz import OrderItem
from miss.content.text import Statement, terms_in
from miss.content.walk import walk
from miss.render import plain

GRADE = 6.0  # Flesch-Kincaid; the leaflet itself measures 6.3


def leaflet_and_patient(content: Content, section: str) -> Iterator[str]:
    """The plain layer of a section: what the leaflet says, and how to say it to a patient."""
    records = {
        "what": content.operations,
        "why": content.conditions,
        "how": content.procedure.steps,
        "risks": content.risks,
    }
    here = content.section(section)
    yield here.lead.text
    yield from (statement.text for topic in here.topics for statement in topic.body)
    yield from (statement.text for statement in here.recap if not statement.added)
    for record in records.get(section, []):
        yield record.leaflet.text
        yield from (statement.text for statement in record.patient)


@pytest.mark.parametrize("section", ["what", "why", "how", "risks", "check"])
def test_plain_layer_reads_easily(content: Content, section: str) -> None:
    text = plain(" ".join(leaflet_and_patient(content, section)))
    assert textstat.flesch_kincaid_grade(text) <= GRADE


def test_every_patient_layer_reads_easily(content: Content) -> None:
    hard = {
        record.id: grade
        for records in (content.operations, content.conditions, content.procedure.steps, content.risks)
        for record in records
        if (grade := textstat.flesch_kincaid_grade(plain(" ".join(s.text for s in record.patient)))) > GRADE
    }
    assert not hard


def test_counts(content: Content) -> None:
    assert [len(content.operations), len(content.conditions), len(content.procedure.steps), len(content.risks)] == [
        3, 8, 6, 9,
    ]  # fmt: skip
    assert len(content.glossary) >= 25
    assert len(content.quiz) >= 24
    assert {item.kind for item in content.quiz} == {"single", "several", "order", "reply"}


def test_leaflet_layer_says_only_what_the_leaflet_says(content: Content) -> None:
    added = [
        record.leaflet.text for _, record in walk(content.risks) if hasattr(record, "leaflet") and record.leaflet.added
    ]
    assert not added


def test_no_numbers_in_what_is_said(content: Content) -> None:
    """The leaflet has no figure, so the lesson has none (N13)."""
    said = [
        part
        for stem in ("sections", "conditions", "risks", "trainer", "guide")
        for _, record in walk(getattr(content, stem))
        if isinstance(record, Statement)
        for part in (record.text, getattr(record, "listen_for", ""))
    ]
    assert not [text for text in said if re.search(r"\d+(\.\d+)?\s*%|\bpercent\b", text)]


def test_x_ray_is_not_a_step(content: Content) -> None:
    assert not [step for step in content.procedure.steps if "x-ray" in step.name.lower()]
    orders = [item for item in content.quiz if isinstance(item, OrderItem)]
    assert not [place for item in orders for place in item.places if "x-ray" in place.text.lower()]


def test_right_option_is_not_told_by_its_length(content: Content) -> None:
    """By chance the right one of four options is the longest in a quarter of the questions."""
    asked = [item for item in content.quiz if item.kind in ("single", "reply")]
    longest = [
        item.id
        for item in asked
        if max(item.options, key=lambda option: len(option.text)).right  # type: ignore[union-attr]
    ]
    assert len(longest) <= len(asked) / 4, longest


def test_terms_are_marked_and_defined(content: Content) -> None:
    texts = [
        part for stem in ("sections", "conditions", "risks", "operations") for _, part in walk(getattr(content, stem))
    ]
    marked = {content.term(name).id for text in texts if isinstance(text, str) for name in terms_in(text)}
    assert len(marked) >= 25
