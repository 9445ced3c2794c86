"""Rules that apply to this leaflet only; those for any course are in miss/checks."""

import re

from miss.loading.walk import walk
from miss.schema.content import Content
from miss.schema.quiz import OrderItem
from miss.schema.text import Statement, terms_in


def test_counts(content: Content) -> None:
    assert [len(content.operations), len(content.conditions), len(content.procedure.steps), len(content.risks)] == [
        3, 8, 6, 9,
    ]  # fmt: skip
    assert len(content.glossary) >= 25
    assert len(content.quiz) >= 24
    assert {item.kind for item in content.quiz} == {"single", "several", "order", "reply"}


def test_no_numbers_in_what_is_said(content: Content) -> None:
    """The leaflet gives no numbers, so neither does the course (N13)."""
    texts = [
        part
        for stem in ("sections", "conditions", "risks", "trainer", "guide")
        for _, record in walk(getattr(content, stem))
        if isinstance(record, Statement)
        for part in (record.text, getattr(record, "listen_for", ""))
    ]
    assert not [text for text in texts if re.search(r"\d+(\.\d+)?\s*%|\bpercent\b", text)]


def test_x_ray_is_not_a_step(content: Content) -> None:
    assert not [step for step in content.procedure.steps if "x-ray" in step.name.lower()]
    orders = [item for item in content.quiz if isinstance(item, OrderItem)]
    assert not [place for item in orders for place in item.places if "x-ray" in place.text.lower()]


def test_terms_are_marked_and_defined(content: Content) -> None:
    texts = [
        part for stem in ("sections", "conditions", "risks", "operations") for _, part in walk(getattr(content, stem))
    ]
    marked = {content.term(name).id for text in texts if isinstance(text, str) for name in terms_in(text)}
    assert len(marked) >= 25
