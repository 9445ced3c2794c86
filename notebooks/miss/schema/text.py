"""The base types of records: texts, identifiers, citations.

Vocabulary: a *text* is a string that readers see; a *term* is a glossary word marked in a
text as ``[[term]]`` or ``[[words shown|term]]``; an *identifier* names a record in links and traits.
"""

import re
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints
from pydantic_core import PydanticCustomError

TERM = re.compile(r"\[\[([^\[\]|]+)(?:\|([^\[\]|]+))?\]\]")
MARKUP = re.compile(r"<[a-zA-Z/!?][^>]*>?")


def _plain(text: str) -> str:
    """Return the text; raise an error for HTML, since only templates make markup."""
    if match := MARKUP.search(text):
        raise PydanticCustomError("markup", "HTML", {"markup": match.group()})
    if "[[" in TERM.sub("", text) or "]]" in TERM.sub("", text):
        raise PydanticCustomError("brackets", "brackets")
    return text


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(_plain)]
Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
FactId = Annotated[str, StringConstraints(pattern=r"^F[0-9]{2}$")]
AddedId = Annotated[str, StringConstraints(pattern=r"^(A[0-9]{2,3}|practice)$")]
Urgency = Literal["emergency", "report", "record"]
TIERS: tuple[Urgency, ...] = get_args(Urgency)  # the most urgent first
RED_FLAGS: tuple[Urgency, ...] = ("emergency", "report")  # what must not wait


class Record(BaseModel):
    """A mapping in a content file: its keys are exactly its fields, and it does not change once read."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, use_attribute_docstrings=True)


class Identified(Record):
    """A record with an id that is unique in its list: links, other files and stored progress refer to it."""

    id: str
    """Its id."""


class Explained(Identified):
    """Something to choose or to place, and why it is right or not; no two in a list have the same reason."""

    id: Identifier
    """Its id in links and stored progress; unique in its list."""
    text: Text
    """Its text."""
    why: Text
    """Why it is right, or why not; shown after answering."""


class Citing(Record):
    """A record that rests on the leaflet (``facts``), on an added source (``added``), or on both."""

    facts: list[FactId] = []
    """What the leaflet says of this, by id from facts.yaml, as in [F07]."""
    added: list[AddedId] = []
    """What goes beyond the leaflet, by id from sources.yaml, as in [A07]; practice = general practice."""


class Statement(Citing):
    """One thing the course says, in one to three sentences, with what it rests on.

    A statement with an ``urgency`` of ``RED_FLAGS`` must not wait; the page then adds whose instructions to follow.
    """

    text: Text
    """The words, in quotes and on one line; [[word]] or [[words shown|word]] marks a glossary word."""
    urgency: Urgency | None = None
    """How fast to pass it on, if it is a sign: emergency, report or record; course.yaml says what each means."""


def terms_in(text: str) -> list[str]:
    """Return the glossary terms that a text marks, in order.

    >>> terms_in("Both [[wheels|wheel]] hang on the [[axle]].")
    ['wheel', 'axle']
    """
    return [term or shown for shown, term in TERM.findall(text)]


def plain(text: str) -> str:
    """Return a text without the marks of terms, for places that cannot have links.

    >>> plain("Both [[wheels|wheel]] turn.")
    'Both wheels turn.'
    """
    return TERM.sub(r"\1", text)
