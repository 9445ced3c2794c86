"""What the template of a case needs besides its records."""

import json
from typing import Any

from ...schema.content import Content
from ...schema.item_kind import item_kind_of
from ..questions.screen import screen_values as question_values
from .chart import chart_at
from .records import Case, Outcome, Stop, items_of


def screen_values(content: Content, case: Case) -> dict[str, Any]:
    """Return the chart at each stop, and what the questions need."""
    charts = {stop.id: chart_at(case, stop) for stop in case.stops}
    return question_values(content, items_of(case.stops)) | {"charts": charts, "scenes_of": scenes_of, **TOLD}


def answer_text(item: Any, id: str) -> str:
    """Return the text of an answer to a question."""
    return next(choice.text for choice in item_kind_of(item).choices(item) if choice.id == id)


def stop_title(case: Case, stop: Stop) -> str:
    """Return the place and the time of a stop, with the name of its path: that of two paths may be the same."""
    paths = {path.id: path.name for path in case.fork.paths} if case.fork else {}
    return f"{stop.when} ({paths[stop.path]})" if stop.path in paths else stop.when


def scenes_of(stop: Stop) -> str:
    """Return the state of the picture from which question on, as JSON."""
    return json.dumps({scene.item: scene.picture for scene in stop.scenes})


def outcomes_of(stop: Stop, item: Any) -> list[Outcome]:
    """Return what follows from the answers to a question, in the order of the file."""
    return [outcome for outcome in stop.outcomes if outcome.item == item.id]


# What the templates of the page and of the sheets ask of a stop.
TOLD = {"answer_text": answer_text, "outcomes_of": outcomes_of, "stop_title": stop_title}
