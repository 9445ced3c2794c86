"""A case: one invented patient from stop to stop, with a chart that grows, questions, and a picture that follows."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ...schema.interaction import Example, Interaction, Progress
from ...schema.item_kind import item_kind_of
from ..questions import QUESTIONS, part_files
from .checks import CHART, FACE, IDS, OUTCOMES, PATHS, PHASE, PICTURES, STEPS
from .records import Case, items_of
from .screen import screen_values
from .sheets import case_values
from .widget import PatientCase

PARTS = [Path(__file__).parent / name for name in ("head", "chart")]
SHARED = ("element.css", "print.css", "paper.css")  # the styles of questions, wherever they are asked


def case_files(name: str) -> Sequence[Path]:
    """Return the files of this name of the head, of the chart and of the questions."""
    asked = [QUESTIONS.folder / name] if name in SHARED else []
    return [*(part / name for part in PARTS), *asked, *part_files(name)]


def progress(case: Case, state: Mapping[str, Any]) -> Progress:
    """Return how many questions of all paths have been answered."""
    items, answers = items_of(case.stops), state.get("answers", {})
    each = [item_kind_of(item).progress(item, answers.get(item.id, [])) for item in items]
    return Progress(sum(item.done for item in each), sum(item.total for item in each))


CASE = Interaction(
    kind="case",
    folder=Path(__file__).parent,
    tag="patient-case",
    file="case",
    model=lambda: Case,
    parameter="stop",
    states=lambda case: {stop.id: stop.when for stop in case.stops},
    values=screen_values,
    widget=PatientCase,
    example=Example("case", "{name}.stops"),
    parts=case_files,
    tests=True,
    progress=progress,
    polls=lambda case: items_of(case.stops),
    sheets={"cases": case_values, "case_answers": case_values},
    rules=[CHART, PATHS, OUTCOMES, PICTURES, FACE, PHASE, STEPS, IDS],
)
