"""Reviews: who has signed which record, and whether it is still the one that was signed.

A record is *reviewed* while its hash is the signed one, *changed* once it differs, and else *open*.
"""

import datetime
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import Field

from .reviewable import Reviewable, reviewable
from .text import Record, Text


class SignedRecord(Record):
    """A record that somebody who knows the subject has read and signed, as it was then."""

    record: Text
    """The name of the record, as `miss review` lists it."""
    hash: Annotated[str, Field(pattern=r"^[0-9a-f]{12}$")]
    """The hash that it had, in quotes; once its words change, it has another one, and is to be reviewed again."""
    date: datetime.date
    """The day, as in 2026-05-31 without quotes."""
    role: Text
    """The reviewer's role, as in Nurse educator."""


class ReviewState(NamedTuple):
    """A record for review, and its entry in reviews.yaml, if it has one."""

    part: Reviewable
    signed: SignedRecord | None

    @property
    def state(self) -> Literal["open", "reviewed", "changed"]:
        """Whether it is reviewed as it is."""
        if self.signed is None:
            return "open"
        return "reviewed" if self.signed.hash == self.part.hash else "changed"


def review_states(files: Mapping[str, Any], reviews: Sequence[SignedRecord]) -> list[ReviewState]:
    """Return the state of every record for review of some files, by their stem."""
    signed = {each.record: each for each in reviews}
    return [ReviewState(part, signed.get(part.name)) for part in reviewable(files)]


def count_states(states: Sequence[ReviewState]) -> dict[str, int]:
    """Return how many records are reviewed, changed and open."""
    return {name: sum(each.state == name for each in states) for name in ("reviewed", "changed", "open")}
