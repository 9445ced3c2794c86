"""What a page rests on: the glossary words that it marks, and the facts and sources behind its statements."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from .content.load import Content
from .content.reference import Fact, Source, Term
from .content.text import Grounded, terms_in


class Grounds(NamedTuple):
    """The facts of the leaflet and the added sources that some records name."""

    facts: list[Fact]
    added: list[Source]


def marked_terms(content: Content, parts: Iterable[Any]) -> list[Term]:
    """Collect the terms that some texts mark, and those that their meanings mark in turn."""
    found: dict[str, Term] = {}
    texts = [part for part in parts if isinstance(part, str)]
    while texts:
        for name in terms_in(texts.pop()):
            term = content.term(name)
            if term.id not in found:
                texts.append(term.meaning)
            found[term.id] = term
    return sorted(found.values(), key=lambda term: term.term.lower())


def grounds_of(content: Content, parts: Iterable[Any]) -> Grounds:
    """Collect every fact and every added source that some records rest on, in the order of their files."""
    records = [part for part in parts if isinstance(part, Grounded)]
    facts = {id for record in records for id in record.facts}
    added = {id for record in records for id in record.added}
    return Grounds(
        [fact for fact in content.facts if fact.id in facts],
        [source for source in content.sources if source.id in added],
    )
