"""Messages and summaries that count something: "1 file", "2 files"."""

from pathlib import Path

import pytest
from miss import Course, Home, Lesson
from miss.checks.formats import as_text
from miss.checks.run import Report
from miss.errors import Problem

from tests.support.changes import rewrite


@pytest.mark.parametrize(
    ("count", "said"),
    [(1, "1 file checked: no errors, 1 notice."), (2, "2 files checked: no errors, 2 notices.")],
)
def test_a_report_counts(count: int, said: str) -> None:
    problem = Problem(Path("x.yaml"), 1, "what", level="notice")
    assert as_text(Report([problem] * count, [], [], count)).splitlines()[-1] == said


def test_a_summary_counts(words: Path) -> None:
    rewrite("course", r"(how_to_use:\n  - .*\n)(?:  - .*\n)+", r"\1")(words)
    course = Course(words.parents[1])
    assert repr(Home(course).how_to_use()).endswith(": 1 hint")
    assert repr(Home(course).objectives()).endswith(f": {len(course.content.course.objectives)} objectives")
    assert repr(Lesson(course, "how").opening()).endswith("opening, 1 objective")
