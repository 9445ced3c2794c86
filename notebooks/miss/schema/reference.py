"""References: the leaflet's facts, the added sources, the review, the hedging words, and the glossary."""

import datetime
from typing import Annotated, Literal

from pydantic import Field

from .review_fields import LEFT_OUT
from .text import AddedId, Citing, FactId, Identified, Identifier, Record, Text


class Fact(Identified):
    """One thing that the leaflet says, in our words."""

    id: FactId
    """F and two digits."""
    section: Text
    """The part of the leaflet that says it."""
    statement: Text
    """What the leaflet says, in our own words."""
    restates: FactId | None = None
    """The fact that this one repeats, by id."""


class Source(Identified):
    """One thing that we add, and where it was read; ``practice`` where no source could be read."""

    id: AddedId
    """A and two or three digits, or practice."""
    statement: Text
    """What is added."""
    basis: Literal["source", "practice"]
    """source: it was read there; practice: general practice, no source was read."""
    title: Text | None = None
    """The title of the page or article."""
    publisher: Text | None = None
    """Who publishes it."""
    url: Annotated[str, Field(pattern=r"^https?://[^\s\"'<>]+$")] | None = None
    """Its address."""
    also: list[Annotated[str, Field(pattern=r"^https?://[^\s\"'<>]+$")]] = []
    """Other addresses that say the same."""
    note: Text | None = None
    """What a maintainer should know of it."""

    @property
    def read(self) -> bool:
        """Whether it was read somewhere; else it is general practice."""
        return self.basis == "source" and bool(self.url)


class Term(Identified, Citing):
    """A glossary word: ``also`` lists other forms of it that a text may mark."""

    id: Identifier
    """What a text may mark it by."""
    term: Text
    """The word itself."""
    also: Annotated[list[Text], LEFT_OUT] = []
    """Other forms that a text may mark."""
    meaning: Text
    """One or two plain sentences."""


class Hedges(Record):
    """The words that keep a claim from being a promise; they belong to the language of the course.

    A statement that cites a fact with one of ``said`` must have one of ``said`` or of ``kept_by``, and none of
    ``promises``, unless one of ``denied_by`` stands before it in the same clause.
    """

    said: list[Text] = []
    """The words by which a fact holds back, as in may."""
    kept_by: list[Text] = []
    """Other words that keep a claim open, as in chance."""
    promises: list[Text] = []
    """Words that promise a result, as in will; a claim that rests on a fact that holds back has none of them."""
    denied_by: list[Text] = []
    """Words that turn a promise after them into none, as in not; they stand in the same clause."""


class Review(Record):
    """When somebody who knows the subject last read all the words, and in which role; empty (null) until then."""

    date: datetime.date | None
    """The day of the last review, as in 2026-05-31 without quotes; null = not reviewed yet."""
    role: Text | None
    """The reviewer's role, as in Nurse educator; null = not reviewed yet."""
