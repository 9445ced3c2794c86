"""Citations: every statement cites a fact of the leaflet or an added source, each in its own layer."""

from collections.abc import Iterator

from ..loading.walk import ContentPart
from ..schema.entry import Entry
from ..schema.text import Citing
from .rule import Finding, Rule


def _uncited_statements(readable_parts: list[ContentPart]) -> Iterator[Finding]:
    for stem, path, record in readable_parts:
        if isinstance(record, Citing) and not (record.facts or record.added):
            yield stem, path, "statement without a fact or a source; add 'facts: [F..]' or 'added: [A..]'"


def _unsourced_nursing_notes(readable_parts: list[ContentPart]) -> Iterator[Finding]:
    for stem, path, record in readable_parts:
        for index, statement in enumerate(record.nursing if isinstance(record, Entry) else []):
            if not statement.added:
                yield stem, (*path, "nursing", index), "nursing note without a source; add 'added: [A..]'"


def _sources_in_leaflet_layer(readable_parts: list[ContentPart]) -> Iterator[Finding]:
    for stem, path, record in readable_parts:
        if isinstance(record, Entry) and record.leaflet.added:
            what = "'leaflet': expected facts only, found an added source; move what it supports to 'nursing'"
            yield stem, (*path, "leaflet", "added"), what


CITED = Rule("stated-on-something", "Nobody could tell whether it is true.", _uncited_statements)
NURSING = Rule("nursing-has-source", "A nursing note goes beyond the leaflet.", _unsourced_nursing_notes)
LEAFLET = Rule("leaflet-only", "Readers take this layer for the leaflet itself.", _sources_in_leaflet_layer)
