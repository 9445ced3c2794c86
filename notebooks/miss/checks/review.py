"""Review: an expert has reviewed the content, and not too long ago."""

from collections.abc import Iterator
from datetime import date

from ..schema.records import CourseRecord
from .rule import Finding, Rule

MAX_AGE_MONTHS = 12


def _missing(course: CourseRecord) -> Iterator[Finding]:
    if course.review.date is None:
        what = "the words have not been reviewed yet; have them reviewed, then enter the date and the reviewer's role"
        yield "course", ("review", "date"), what


def _incomplete(course: CourseRecord) -> Iterator[Finding]:
    review = course.review
    if (review.date is None) != (review.role is None):
        missing, present = ("role", "date") if review.role is None else ("date", "role")
        what = f"'review': missing {missing}; enter it with the {present}, or write null for both"
        yield "course", ("review", missing), what
    if review.date and review.date > date.today():
        yield "course", ("review", "date"), f"review date {review.date} is in the future; correct it"


def _outdated(course: CourseRecord) -> Iterator[Finding]:
    reviewed = course.review.date
    if reviewed and months_between(reviewed, date.today()) >= MAX_AGE_MONTHS:
        what = (
            f"the last review was on {reviewed}, more than {MAX_AGE_MONTHS} months ago; have the words reviewed again"
        )
        yield "course", ("review", "date"), what


def months_between(first: date, last: date) -> int:
    """Return the number of whole months between two dates."""
    return (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)


WHY = "Learners repeat these words to patients."
NEEDED = Rule("review-missing", WHY, _missing, level="notice")
COMPLETE = Rule("review-complete", "Readers are told who reviewed the words, and when.", _incomplete)
OLD = Rule("review-old", "What was right may have changed since.", _outdated, level="warning")
