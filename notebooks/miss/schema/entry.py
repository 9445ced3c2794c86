"""Entries: what the leaflet names, in layers; the records that most interactions show."""

from typing import Annotated

from pydantic import Field

from .text import Identified, Identifier, Statement, Text

Statements = Annotated[list[Statement], Field(min_length=1)]


class Entry(Identified):
    """Something that the leaflet names, in layers.

    ``leaflet`` is what the leaflet says of it; ``patient`` says it in plain words; ``nursing`` goes
    beyond the leaflet, so each of its statements names an added source.
    """

    id: Identifier
    """Its id in links and other files; do not change it."""
    name: Text
    """Its name, as the page shows it."""
    leaflet: Statement
    """Only what the leaflet says: facts, nothing added."""
    patient: Statements
    """Plain words for a patient, at sixth grade."""
    nursing: Statements
    """Notes beyond the leaflet; each names an added source."""
