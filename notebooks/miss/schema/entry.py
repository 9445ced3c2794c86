"""Entries: what the leaflet names, in layers; the records that most interactions show."""

from typing import Annotated

from pydantic import Field

from .signs import NamedSign
from .text import Identified, Identifier, Statement, Text

Statements = Annotated[list[Statement], Field(min_length=1)]


class Entry(Identified):
    """Something that the leaflet names, in layers.

    ``leaflet`` is what the leaflet says of it; ``patient`` says it in plain words; ``signs`` are to be watched for;
    ``nursing`` goes beyond the leaflet, so each of its statements names an added source. The page shows what to say
    and the first sign of a tier, and keeps everything else one tap away.
    """

    id: Identifier
    """Its id in links and other files; do not change it."""
    name: Text
    """Its name, as the page shows it."""
    short: Text | None = None
    """Words of its name, where there is little room: on the button that chooses it; may be left out."""
    leaflet: Statement
    """Only what the leaflet says: facts, nothing added."""
    patient: Statements
    """What to say to a patient, at sixth grade: two sentences are enough."""
    signs: list[NamedSign] = []
    """What to watch for, by id from signs.yaml; the first of each urgency stands on the card."""
    nursing: Statements
    """Notes beyond the leaflet; each names an added source."""
    more: list[Statement] = []
    """More for who wants to know it."""
