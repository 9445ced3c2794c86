"""Items: what those of every kind have."""

from typing import Annotated, Literal

from pydantic import Field

from ...schema.records import Testing
from ...schema.review_fields import LEFT_OUT
from ...schema.text import Citing, Identified, Record, Text

# The six steps of the NCSBN's Clinical Judgment Measurement Model, in their order.
Step = Literal[
    "recognize-cues",
    "analyze-cues",
    "prioritize-hypotheses",
    "generate-solutions",
    "take-action",
    "evaluate-outcomes",
]
Difficulty = Literal["easy", "middle", "hard"]


class ExhibitRow(Record):
    """What was measured, with a value for each time."""

    name: Text
    """What was measured, with its unit."""
    values: list[Text]
    """The values, one for each time."""


class Exhibit(Record):
    """A part of a chart: what was measured at several times."""

    title: Text
    """Whose chart it is, and when."""
    times: Annotated[list[Text], Field(min_length=1, max_length=5)]
    """One to five times, the first one first."""
    rows: Annotated[list[ExhibitRow], Field(min_length=1, max_length=8)]
    """One to eight rows."""
    note: Text
    """Where the values come from, as in: invented for teaching."""


class BaseItem(Identified, Citing, Testing):
    """What the items of every kind have."""

    id: Annotated[str, Field(pattern=r"^q[0-9]{2,3}$")]
    """q and two or three digits."""
    stem: Text
    """The question."""
    red_flag: bool = False
    """Whether it is about a sign that must not wait: each round has two such questions."""
    step: Annotated[Step | None, LEFT_OUT] = None
    """The step of clinical judgment that it asks for; without one, it asks what the course says."""
    difficulty: Annotated[Difficulty | None, LEFT_OUT] = None
    """How hard its author thinks it is, an estimate that nobody has measured.

    easy = one statement to remember; middle = one finding to judge, or several statements to tell apart;
    hard = several findings weighed against each other.
    """
    exhibit: Exhibit | None = None
    """A part of a chart that the question is about; with several times, it shows a trend."""
    kind: str
    """The kind of question; the model of each kind names its own."""
