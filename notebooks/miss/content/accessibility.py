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
    not_run: Text
    checked: Text
    by_machine: Text
    result: Text
    unsure: Text
    run: Text
    site: Text
    voila: Text
    lab: Text
    light: Text
    dark: Text
    also_title: Text
    also: Annotated[list[Text], Field(min_length=1)]
    engines_title: Text
    engine: Text
    gaps_title: Text
    gaps: Annotated[list[Text], Field(min_length=1)]
    report_title: Text
    report: Text


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
        return {name: sum(getattr(run, name) for run in self.runs) for name in ("states", "violations", "unsure")}


def read_figures(file: Path) -> Figures | None:
    """Read the figures of the last run; there are none before the first sweep."""
    kept = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    return Figures.model_validate(kept) if "runs" in kept else None
