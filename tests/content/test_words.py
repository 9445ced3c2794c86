"""Rules that apply to this leaflet only; those for any course are in miss/checks."""

import re

from miss.interactions.questions.items.order import OrderItem
from miss.loading.walk import walk
from miss.schema.content import Content
from miss.schema.item_kind import item_kinds
from miss.schema.text import Statement, terms_in

from tests.support.items import every_item


def test_counts(content: Content) -> None:
    records = content.records
    assert [len(records[stem]) for stem in ("operations", "conditions", "risks")] == [3, 8, 9]
    assert len(records["procedure"].steps) == 6
    assert len(content.glossary) >= 25
    assert len(content.records["quiz"]) >= 24
    assert {item.kind for item in content.records["quiz"]} == {*item_kinds()}


def test_no_numbers_in_what_is_said(content: Content) -> None:
    """The leaflet gives no numbers, so neither does the course (N13)."""
    texts = [
        part
        for records in (content.sections, content.trainer, content.guide, *content.records.values())
        for _, record in walk(records)
        if isinstance(record, Statement)
        for part in (record.text, getattr(record, "listen_for", ""))
    ]
    assert not [text for text in texts if re.search(r"\d+(\.\d+)?\s*%|\bpercent\b", text)]


def test_x_ray_is_not_a_step(content: Content) -> None:
    assert not [step for step in content.records["procedure"].steps if "x-ray" in step.name.lower()]
    orders = [item for item in every_item(content) if isinstance(item, OrderItem)]
    assert not [place for item in orders for place in item.places if "x-ray" in place.text.lower()]


def test_terms_are_marked_and_defined(content: Content) -> None:
    texts = [part for records in (content.sections, *content.records.values()) for _, part in walk(records)]
    marked = {content.term(name).id for text in texts if isinstance(text, str) for name in terms_in(text)}
    assert len(marked) >= 25
