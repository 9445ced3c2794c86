"""The records of a chart: its tabs with their rows, what was found at one time (a *column*), and what was written."""

from typing import Annotated

from pydantic import Field

from ...schema.text import Identified, Identifier, Record, Text


class Row(Identified):
    """One row of the chart."""

    id: Identifier
    """Its id in the columns."""
    name: Text
    """What is measured or looked at, in a few words."""
    unit: Text | None = None
    """The unit, in a few letters; may be left out."""
    scale: Annotated[int, Field(ge=1, le=100)] | None = None
    """The highest value, where each value is drawn as a bar, left and right, as in 4/5; may be left out."""
    trend: bool = False
    """Whether a line joins the values, which then are numbers."""


class Tab(Identified):
    """One tab of the chart: a table, if it has rows; else what was written down."""

    id: Identifier
    """Its id in the columns and in what was written."""
    name: Text
    """Its name, in one or two words."""
    rows: list[Row] = []
    """The rows of its table; none, if it holds what was written down."""
    note: Text | None = None
    """How to read the table; may be left out."""


class Column(Record):
    """What was found at one time."""

    time: Text
    """The time, as short as can be, as in 18:00."""
    spoken: Text | None = None
    """The time in full, as in day 0, 18:00; may be left out."""
    item: Identifier | None = None
    """The question of its stop from which on it is shown, by id; without one, from the first."""
    stays: bool = False
    """Whether later stops show it, too, for comparison."""
    values: dict[Identifier, Text]
    """What was found, by the id of a row; what was not looked at is left out."""


class Written(Record):
    """What somebody wrote into the chart."""

    tab: Identifier
    """The tab, by id."""
    item: Identifier | None = None
    """The question of its stop from which on it is shown, by id; without one, from the first."""
    time: Text
    """When."""
    text: Text
    """What."""
