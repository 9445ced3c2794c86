"""The sheets of the cases: the chart and the questions of each stop, and the answer key with every reason."""

from typing import Any

from ...schema.content import Content
from ..questions.exercises import Exercise, build_exercises
from ..questions.screen import reading_links
from .chart import chart_at
from .records import Case, items_of
from .screen import TOLD


def case_values(content: Content, cases: list[Case]) -> dict[str, Any]:
    """Return the values of both sheets: of each case its stops, each with its chart and its exercises."""
    links = reading_links(content, (item for case in cases for item in items_of(case.stops)))
    return {"cases": cases, "links": links, "chart_at": chart_at, "exercises_of": exercises_of, **TOLD}


def exercises_of(case: Case) -> dict[str, list[Exercise]]:
    """Return the exercises of each stop, by its id; they are numbered through the case."""
    exercises = iter(build_exercises(items_of(case.stops)))
    return {stop.id: [next(exercises) for _ in stop.items] for stop in case.stops}
