"""A case: one invented patient from stop to stop, with a chart that grows, questions, and a picture that follows."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ...schema.interaction import Example, Interaction, Progress
from ..questions import QUESTIONS, part_files
from ..questions.answers import answered
from ..questions.slides import slides
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
    return answered(items_of(case.stops), state.get("answers", {}))


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
    slides=slides,
    polls=lambda case: items_of(case.stops),
    sheets={"cases": case_values, "case_answers": case_values},
    rules=[CHART, PATHS, OUTCOMES, PICTURES, FACE, PHASE, STEPS, IDS],
)
