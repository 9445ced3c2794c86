"""Marks of fields, for a review: what it leaves out of a record, and what it takes by itself.

They stand in the type of a field: ``words: Annotated[list[Text], LEFT_OUT]``.
"""

from enum import Enum


class ReviewField(Enum):
    """How a review takes a field of a record."""

    LEFT_OUT = "left out"
    BY_ITSELF = "by itself"


LEFT_OUT = ReviewField.LEFT_OUT  # it says nothing of the subject: a changed value leaves the record as it was reviewed
BY_ITSELF = ReviewField.BY_ITSELF  # it is read as one thing, apart from the record around it
