"""Review: an expert has reviewed the content, as it is, and not too long ago.

A course that signs records (reviews.yaml) is reviewed record by record; else course.yaml says who reviewed all of it.
"""

from collections.abc import Iterator
from datetime import date

from ..errors import brief, counted
from ..invocation import command
from ..schema.records import CourseRecord
from ..schema.reviews import ReviewState, SignedRecord, count_states
from .rule import Finding, Rule, closest

MAX_AGE_MONTHS = 12


def _missing(course: CourseRecord, reviews: list[SignedRecord], review_states: list[ReviewState]) -> Iterator[Finding]:
    total, count = len(review_states), count_states(review_states)
    if reviews and count["reviewed"] < total:
        what = f"{total - count['reviewed']} of {total} records are not reviewed, of which {count['changed']} changed"
        yield "reviews", (), f"{what} since; `{command('review', '--open')}` lists them"
    elif not reviews and course.review.date is None:
        lists = f"`{command('review')}` lists {total}"
        how = f"have them reviewed, record by record ({lists}), or enter the date and the role here"
        yield "course", ("review", "date"), f"the words have not been reviewed yet; {how}"


def _incomplete(course: CourseRecord, reviews: list[SignedRecord]) -> Iterator[Finding]:
    review = course.review
    if (review.date is None) != (review.role is None):
        missing, present = ("role", "date") if review.role is None else ("date", "role")
        what = f"'review': missing {missing}; enter it with the {present}, or write null for both"
        yield "course", ("review", missing), what
    if review.date and review.date > date.today():
        yield "course", ("review", "date"), f"review date {review.date} is in the future; correct it"
    for index, each in enumerate(reviews):
        if each.date > date.today():
            yield "reviews", (index, "date"), f"review date {each.date} is in the future; correct it"
        if each.record in (other.record for other in reviews[:index]):
            what = f"duplicate entry for '{brief(each.record)}': an earlier one has it; keep one of them"
            yield "reviews", (index, "record"), what


def _unknown(reviews: list[SignedRecord], review_states: list[ReviewState]) -> Iterator[Finding]:
    known = [each.part.name for each in review_states]
    for index, each in enumerate(reviews):
        if each.record not in known:
            how = closest(each.record, known, f"remove the entry; `{command('review')}` lists the names")
            yield "reviews", (index, "record"), f"unknown record '{brief(each.record)}'; {how}"


def _outdated(course: CourseRecord, reviews: list[SignedRecord]) -> Iterator[Finding]:
    old = [index for index, each in enumerate(reviews) if _is_old(each.date)]
    if old:
        what = f"{counted(len(old), 'record')} reviewed more than {MAX_AGE_MONTHS} months ago, this one on"
        yield "reviews", (old[0], "date"), f"{what} {reviews[old[0]].date}; have the words reviewed again"
    elif not reviews and course.review.date and _is_old(course.review.date):
        what = f"the last review was on {course.review.date}, more than {MAX_AGE_MONTHS} months ago"
        yield "course", ("review", "date"), f"{what}; have the words reviewed again"


def _is_old(day: date) -> bool:
    return months_between(day, date.today()) >= MAX_AGE_MONTHS


def months_between(first: date, last: date) -> int:
    """Return the number of whole months between two dates."""
    return (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)


WHY = "Learners repeat these words to patients."
NEEDED = Rule("review-missing", WHY, _missing, level="notice")
COMPLETE = Rule("review-complete", "Readers are told who reviewed the words, and when.", _incomplete)
KNOWN = Rule("review-known", "Nothing says any more what was reviewed there.", _unknown, level="warning")
OLD = Rule("review-old", "What was right may have changed since.", _outdated, level="warning")
