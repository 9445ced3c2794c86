"""The texts of the accessibility statement, and its figures from the last run of ``make a11y``."""

import json
from datetime import date as Date
from functools import partial
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, Field

from .text import Record, Text
from .word import Word, with_placeholders


def _filled(*names: str) -> AfterValidator:
    """Accept these placeholders, as far as a text has them: the page fills them in from the figures."""
    return AfterValidator(partial(with_placeholders, accepted=frozenset(names), required=False))


Totals = Annotated[Word, _filled("date", "axe", "browser", "rules", "applied", "states", "violations", "unsure")]
OfRun = Annotated[Word, _filled("delivery", "theme", "width", "pages", "states", "violations", "unsure")]
OfEngine = Annotated[Word, _filled("name", "version", "steps")]


class AccessibilityWords(Record):
    """The texts of the statement. ``{placeholders}`` are filled in from the figures."""

    aim: Text
    """What the course aims at."""
    not_run: Text
    """Shown until there are figures of a run."""
    checked: Text
    """Heading above what was checked."""
    by_machine: Totals
    """What was tested automatically, with figures."""
    result: Totals
    """How many violations it found."""
    unsure: Totals
    """How many results were inconclusive."""
    run: OfRun
    """One line for each delivery, theme and width."""
    site: Text
    """Name of the site of plain files."""
    voila: Text
    """Name of the app."""
    lab: Text
    """Name of the widgets in JupyterLab."""
    light: Text
    """Name of the light theme."""
    dark: Text
    """Name of the dark theme."""
    also_title: Text
    """Heading above what else was tested."""
    also: Annotated[list[Text], Field(min_length=1)]
    """What else was tested, a sentence each."""
    engines_title: Text
    """Heading above the other engines."""
    engine: OfEngine
    """One line for each engine."""
    gaps_title: Text
    """Heading of the known gaps."""
    gaps: Annotated[list[Text], Field(min_length=1)]
    """The known gaps, a sentence each."""
    report_title: Text
    """Heading above how to report."""
    report: Text
    """Whom to contact about a problem, and what to describe."""


class Run(BaseModel):
    """One test run: a delivery in one theme and width, what was tested, and the results."""

    delivery: str
    theme: str
    width: int
    pages: int
    states: int
    violations: int
    unsure: int


class Engine(BaseModel):
    """A browser engine that all widgets were tested in."""

    name: str
    version: str
    steps: int


class Figures(BaseModel):
    """The results of ``make a11y`` and ``make engines``, as they store them."""

    date: Date
    axe: str
    browser: str
    rules: int
    applied: int
    runs: list[Run]
    engines: list[Engine] = []

    @property
    def totals(self) -> dict[str, int]:
        """The sums over all runs."""
        return {
            "states": sum(run.states for run in self.runs),
            "violations": sum(run.violations for run in self.runs),
            "unsure": sum(run.unsure for run in self.runs),
        }


def read_figures(file: Path) -> Figures | None:
    """Read the figures of the last run; None before the first one."""
    data = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    return Figures.model_validate(data) if "runs" in data else None
