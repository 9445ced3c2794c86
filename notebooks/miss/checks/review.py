"""Review: somebody who knows the subject has read the words, and not too long ago."""

from collections.abc import Iterator
from datetime import date

from ..content.records import Course
from .rule import Finding, Rule

MONTHS = 12


def _none(course: Course) -> Iterator[Finding]:
    if course.review.date is None:
        what = "nobody has reviewed these words yet; have them reviewed, then write the day and the reviewer's role"
        yield "course", ("review", "date"), what


def _not_told(course: Course) -> Iterator[Finding]:
    review = course.review
    if (review.date is None) != (review.role is None):
        missing, there = ("role", "date") if review.role is None else ("date", "role")
        yield "course", ("review", missing), f"the review has a {there} but no {missing}; write both, or null for both"
    if review.date and review.date > date.today():
        yield "course", ("review", "date"), f"the review is dated {review.date}, which is still to come; mend the day"


def _old(course: Course) -> Iterator[Finding]:
    reviewed = course.review.date
    if reviewed and months_between(reviewed, date.today()) >= MONTHS:
        what = f"the last review was on {reviewed}, more than {MONTHS} months ago; have the words reviewed again"
        yield "course", ("review", "date"), what


def months_between(first: date, last: date) -> int:
    """Count the whole months from one day to another."""
    return (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)


WHY = "Learners repeat these words to patients."
NEEDED = Rule("review-missing", WHY, _none, level="notice")
COMPLETE = Rule("review-complete", "Half of it tells nobody who stands for the words.", _not_told)
OLD = Rule("review-old", "What was right may have changed since.", _old, level="warning")
