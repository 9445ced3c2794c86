"""The words of the accessibility statement; its figures come from the last run of ``make a11y``."""

import json
from datetime import date as Date
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, Field

from .text import Record, Text


class AccessibilityWords(Record):
    """What the statement says. Words in ``{braces}`` are filled in from the figures."""

    aim: Text
    """What the course aims at."""
    not_run: Text
    """Shown as long as no run has been kept."""
    checked: Text
    """Heading above what was checked."""
    by_machine: Text
    """What the program looked at, with its figures."""
    result: Text
    """How many violations it found."""
    unsure: Text
    """Where the program could not tell."""
    run: Text
    """One line for each delivery, theme and width."""
    site: Text
    """Name of the plain files."""
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
    engine: Text
    """One line for each engine."""
    gaps_title: Text
    """Heading above what is missing."""
    gaps: Annotated[list[Text], Field(min_length=1)]
    """What is known to be missing, a sentence each."""
    report_title: Text
    """Heading above how to report."""
    report: Text
    """Whom to tell, and what."""


class Run(BaseModel):
    """One sweep: a delivery in one theme and width, what was looked at and what was found."""

    delivery: str
    theme: str
    width: int
    pages: int
    states: int
    violations: int
    unsure: int


class Engine(BaseModel):
    """A browser's engine that all the widgets were walked through in."""

    name: str
    version: str
    steps: int


class Figures(BaseModel):
    """What ``make a11y`` and ``make engines`` found, as they keep it."""

    date: Date
    axe: str
    browser: str
    rules: int
    applied: int
    runs: list[Run]
    engines: list[Engine] = []

    @property
    def totals(self) -> dict[str, int]:
        """Add up all sweeps."""
        return {
            "states": sum(run.states for run in self.runs),
            "violations": sum(run.violations for run in self.runs),
            "unsure": sum(run.unsure for run in self.runs),
        }


def read_figures(file: Path) -> Figures | None:
    """Read the figures of the last run; there are none before the first sweep."""
    kept = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    return Figures.model_validate(kept) if "runs" in kept else None
