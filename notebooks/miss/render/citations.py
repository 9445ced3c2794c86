"""Citations: the facts and sources of a record or a page, and what goes beyond the leaflet.

Vocabulary: a text is *beyond* the leaflet if it cites an added source, and *partly* beyond if it cites a fact as well.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

from ..loading.walk import walk
from ..schema.content import Content
from ..schema.records import Objective
from ..schema.reference import Fact, Source, Term
from ..schema.text import Citing, Statement, plain, terms_in

EXCERPT_WORDS = 6  # enough to find the sentence, few enough not to repeat it


class Beyond(NamedTuple):
    """A text that goes beyond the leaflet: its excerpt, which is empty for a record without a text of its own."""

    excerpt: str
    sources: list[Source]
    partly: bool


class Provenance(NamedTuple):
    """What one record cites: each fact and each source once, in the order of their files."""

    facts: list[Fact]
    sources: list[Source]
    beyond: list[Beyond]


def provenance(content: Content, record: Any) -> Provenance:
    """Collect what a record and everything nested in it cite.

    Args:
        content: the course.
        record: a condition, step, risk, operation, topic, term or question.

    >>> provenance(content, content.records["conditions"][0]).facts[0].id
    'F12'
    """
    parts = [part for _, part in walk(record) if isinstance(part, Citing)]
    return Provenance(
        _facts(content, {id for part in parts for id in part.facts}),
        _sources(content, {id for part in parts for id in part.added}),
        [_beyond(content, part) for part in parts if part.added],
    )


def _beyond(content: Content, part: Citing) -> Beyond:
    return Beyond(_excerpt(plain(_text(part))), _sources(content, set(part.added)), bool(part.facts))


def _text(part: Citing) -> str:
    match part:
        case Statement() | Objective():
            return part.text
        case Term():
            return part.meaning
        case _:
            return ""


def _facts(content: Content, ids: set[str]) -> list[Fact]:
    return [fact for fact in content.facts if fact.id in ids]


def _sources(content: Content, ids: set[str]) -> list[Source]:
    return [source for source in content.sources if source.id in ids]


def _excerpt(text: str) -> str:
    words = text.split()
    return text if len(words) <= EXCERPT_WORDS else f"{' '.join(words[:EXCERPT_WORDS])} …"


class Citations(NamedTuple):
    """The facts of the leaflet and the added sources that some records cite."""

    facts: list[Fact]
    added: list[Source]


def marked_terms(content: Content, parts: Iterable[Any]) -> list[Term]:
    """Collect the terms that some texts mark, and those that the meanings of these terms mark in turn."""
    terms: dict[str, Term] = {}
    texts = [part for part in parts if isinstance(part, str)]
    while texts:
        for name in terms_in(texts.pop()):
            term = content.term(name)
            if term.id not in terms:
                texts.append(term.meaning)
            terms[term.id] = term
    return sorted(terms.values(), key=lambda term: term.term.lower())


def collect_citations(content: Content, parts: Iterable[Any]) -> Citations:
    """Collect every fact and every added source that some records cite, in the order of their files."""
    records = [part for part in parts if isinstance(part, Citing)]
    return Citations(
        _facts(content, {id for record in records for id in record.facts}),
        _sources(content, {id for record in records for id in record.added}),
    )
