"""The questions of a course, wherever it asks them: in the check, between topics, and in cases."""

from typing import Any

from miss.interactions.case.records import Case, items_of
from miss.schema.content import Content
from miss.schema.placed import Placed


def placed_cases(content: Content) -> list[tuple[Placed, Case]]:
    """Return every case of a course, with where it stands."""
    shown = [(placed, placed.records(content.records)) for placed in content.placed]
    return [(placed, records) for placed, records in shown if isinstance(records, Case)]


def case_items(content: Content) -> list[Any]:
    """Return the questions of all stops of all cases."""
    return [item for _, case in placed_cases(content) for item in items_of(case.stops)]


def every_item(content: Content) -> list[Any]:
    """Return the questions of the check and of all cases."""
    return [*content.records["quiz"], *case_items(content)]
