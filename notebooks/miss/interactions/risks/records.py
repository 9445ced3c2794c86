"""The risks that the leaflet names, their signs, and guesses at them."""

from typing import Annotated

from pydantic import Field

from ...schema.entry import Entry, Statements
from ...schema.signs import NamedSign, Sign
from ...schema.text import Explained, Identifier, Record, Text


class Guess(Explained):
    """One answer to "what would you watch for?", right or not, with the reason shown afterwards."""

    id: Identifier
    """Its id in stored progress; unique on this card."""
    text: Text
    """The text of the guess."""
    right: bool
    """true or false."""
    why: Text
    """Why it is right, or why not; shown after guessing."""


class SortedSign(Record):
    """Which sign of a risk is sorted by how fast it is passed on."""

    sign: Identifier
    """One of the signs of the risk, by its id."""
    text: Text | None = None
    """One thing that is seen or heard of that sign, in a few words, with its sources; default: the sign's text."""
    why: Text
    """Why it is passed on that fast, from the sources of that sign; shown afterwards."""


class Risk(Entry):
    """A risk, its signs, what helps to lower it, and a guess to make before the card is opened."""

    signs: Annotated[list[NamedSign], Field(min_length=1)]
    """What to watch for, by id from signs.yaml."""
    lower: Statements
    """What helps to lower the risk."""
    guesses: Annotated[list[Guess], Field(min_length=3)]
    """At least three answers to: what would you watch for?"""
    sort: SortedSign | None = None
    """The sign to sort, and why it goes there; default: the first of its most urgent ones that no other risk has."""

    @property
    def sorted_sign(self) -> Sign | None:
        """The sign that the record names for the sort, in the words of the sort; none if there is no such sign."""
        if not self.sort:
            return None
        named = [sign for sign in self.signs if sign.id == self.sort.sign]
        return named[0].model_copy(update={"text": self.sort.text or named[0].text}) if named else None
