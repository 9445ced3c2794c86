"""The review as pages and paper tell it: of the course in one line, and of each record, if the course signs them."""

from typing import Any

from ..schema.content import Content
from ..schema.reviews import ReviewState, SignedRecord, count_states
from ..schema.word import fill


def review_status(content: Content) -> str:
    """Return who reviewed the words and when, how much of them, or the notice that nobody did."""
    if content.reviews:
        return _status_of_records(content)
    review = content.course.review
    if review.date is None or review.role is None:
        return content.course.review_notice
    return _fill(content, content.interface.page.reviewed, date=review.date, role=review.role)


def _status_of_records(content: Content) -> str:
    states, words = content.review_states, content.interface.review
    done = count_states(states)["reviewed"]
    if done == len(states):
        signed = sorted((each.signed for each in states if each.signed), key=lambda each: each.date, reverse=True)
        return _fill(content, words.all, date=signed[0].date, roles="; ".join({each.role: None for each in signed}))
    return _fill(content, words.part, done=done, total=len(states)) if done else content.course.review_notice


def record_review(content: Content, record: Any) -> str:
    """Return the line on the review of one record; empty, if the course signs no records, or none like this one."""
    if not content.reviews:
        return ""
    return next((_line(content, each) for each in content.review_states if each.part.record is record), "")


def _line(content: Content, state: ReviewState) -> str:
    words = content.interface.review
    if state.signed is None:
        return str(words.record_open)
    word = words.record_reviewed if state.state == "reviewed" else words.record_changed
    return _fill(content, word, **_values(state.signed))


def _values(signed: SignedRecord) -> dict[str, Any]:
    return {"date": signed.date, "role": signed.role}


def _fill(content: Content, word: Any, **values: Any) -> str:
    return fill(word, content.course.language, values)
