"""Facts and sources: each is used, and each source names its title, publisher and URL."""

from collections.abc import Iterator

from ..loading.walk import ContentPart
from ..schema.reference import Fact, Source
from ..schema.text import Citing
from .rule import Finding, Rule, closest


def _unused_facts(facts: list[Fact], student_parts: list[ContentPart]) -> Iterator[Finding]:
    used = {id for _, _, part in student_parts if isinstance(part, Citing) for id in part.facts}
    for index, fact in enumerate(facts):
        if fact.id not in used:
            yield "facts", (index,), f"unused fact {fact.id}; name it in the record that states it"


def _unknown_restated(facts: list[Fact]) -> Iterator[Finding]:
    known = {fact.id for fact in facts}
    for index, fact in enumerate(facts):
        if fact.restates and fact.restates not in known - {fact.id}:
            what = f"'restates': expected another fact than {fact.id}, found '{fact.restates}'"
            yield "facts", (index, "restates"), f"{what}; {closest(fact.restates, known - {fact.id})}"


def _unused_sources(sources: list[Source], all_parts: list[ContentPart]) -> Iterator[Finding]:
    used = {id for _, _, part in all_parts if isinstance(part, Citing) for id in part.added}
    for index, source in enumerate(sources):
        if source.id not in used and source.id != "practice":
            what = f"unused source {source.id}; name it in a record that rests on it, or remove it"
            yield "sources", (index,), what


def _unsourced(sources: list[Source]) -> Iterator[Finding]:
    for index, source in enumerate(sources):
        named = {"title": source.title, "publisher": source.publisher, "url": source.url}
        missing = [key for key, value in named.items() if not value]
        if source.basis == "source" and missing:
            what = f"source {source.id}: missing {' and '.join(missing)}; add it, or write 'basis: practice'"
            yield "sources", (index,), what


USED = Rule("fact-used", "The course would leave out something that the leaflet says.", _unused_facts)
RESTATED = Rule("fact-restates", "A fact that repeats another must lead to it.", _unknown_restated)
SOURCE_USED = Rule("source-used", "Readers would look for words that are not there.", _unused_sources, level="warning")
SOURCED = Rule("source-named", "Nobody could look it up.", _unsourced)
