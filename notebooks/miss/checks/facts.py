"""Facts and sources: each is used, and each source says where it was read."""

from collections.abc import Iterator

from ..content.load import EVERY_FILE, FILES, Content
from .rule import Finding, Rule


def _unused_facts(content: Content) -> Iterator[Finding]:
    read = [record for stem, _, record in content.parts if stem in FILES]  # a trainer's note is not read by students
    used = {fact for record in read for fact in getattr(record, "facts", [])}
    for index, fact in enumerate(content.facts):
        if fact.id not in used:
            yield "facts", (index,), f"nothing in the course says {fact.id}; name it in the record that states it"


def _orphans(content: Content) -> Iterator[Finding]:
    known = {fact.id for fact in content.facts}
    for index, fact in enumerate(content.facts):
        if fact.restates and (fact.restates not in known or fact.restates == fact.id):
            yield "facts", (index, "restates"), f"{fact.id} restates {fact.restates}, which is no other fact; name one"


def _unused_sources(content: Content) -> Iterator[Finding]:
    used = {id for _, _, record in content.parts for id in getattr(record, "added", [])}
    for index, source in enumerate(content.sources):
        if source.id not in used and source.id != "practice":
            yield (
                "sources",
                (index,),
                f"nothing in the course uses {source.id}; name it, or take it out",
            )


def _unsourced(content: Content) -> Iterator[Finding]:
    for index, source in enumerate(content.sources):
        missing = [key for key in ("title", "publisher", "url") if not getattr(source, key)]
        if source.basis == "source" and missing:
            what = f"{source.id} has no {' and no '.join(missing)}; add it, or write 'basis: practice'"
            yield "sources", (index,), what


ALL = tuple(EVERY_FILE)
USED = Rule("fact-used", "The course would leave out something that the leaflet says.", _unused_facts, tuple(FILES))
RESTATED = Rule("fact-restates", "A fact that repeats another must lead to it.", _orphans, ("facts",))
SOURCE_USED = Rule(
    "source-used", "Readers would look for words that are not there.", _unused_sources, ALL, level="warning"
)
SOURCED = Rule("source-named", "Nobody could look it up.", _unsourced, ("sources",))
