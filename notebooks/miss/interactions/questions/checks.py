"""Questions: each can be answered right, and its part of a chart is complete."""

from collections.abc import Iterator

from ...checks.rule import Finding, Rule
from ...loading.walk import ContentPart
from ...schema.item_kind import Fault, item_kind_of
from .records import BaseItem


def _find(readable_parts: list[ContentPart]) -> Iterator[Finding]:
    for stem, path, item in readable_parts:
        if isinstance(item, BaseItem):
            for inner, what in (*_exhibit_faults(item), *item_kind_of(item).faults(item)):
                yield stem, (*path, *inner), f"question {item.id}: {what}"


def _exhibit_faults(item: BaseItem) -> Iterator[Fault]:
    """Yield a fault for each row of the exhibit that does not have a value for each time."""
    times = item.exhibit.times if item.exhibit else []
    for index, row in enumerate(item.exhibit.rows if item.exhibit else []):
        if len(row.values) != len(times):
            found = f"expected a value for each of {len(times)} times, found {len(row.values)}"
            what = f"{found}; for a missing one, write 'none'"
            yield ("exhibit", "rows", index, "values"), what


ANSWERABLE = Rule("question-has-answer", "A question that nobody can get right teaches that trying is no use.", _find)
