"""Where words come from: the facts and sources of a record or a page, what is beyond the leaflet, and who reviewed it.

Vocabulary: words are *beyond* the leaflet where they rest on an added source; *partly*, if on a fact as well.
"""

from collections.abc import Iterable
from typing import Any, NamedTuple

from ..loading.walk import walk
from ..schema.content import Content
from ..schema.records import Objective
from ..schema.reference import Fact, Source, Term
from ..schema.text import Grounded, Statement, plain, terms_in

QUOTED = 6  # words: enough to find the sentence, few enough not to read it twice


class Beyond(NamedTuple):
    """Words that go beyond the leaflet, by how they begin; none for a record whose words are not told apart."""

    words: str
    sources: list[Source]
    partly: bool


class Provenance(NamedTuple):
    """What one record rests on, each fact and each source once and in their files' order."""

    facts: list[Fact]
    sources: list[Source]
    beyond: list[Beyond]


def provenance(content: Content, record: Any) -> Provenance:
    """Collect what a record rests on, with all that stands in it.

    Args:
        content: the course.
        record: a condition, step, risk, operation, topic, term or question.

    >>> provenance(content, content.conditions[0]).facts[0].id
    'F12'
    """
    parts = [part for _, part in walk(record) if isinstance(part, Grounded)]
    facts = {id for part in parts for id in part.facts}
    return Provenance(
        [fact for fact in content.facts if fact.id in facts],
        _sources(content, {id for part in parts for id in part.added}),
        [_beyond(content, part) for part in parts if part.added],
    )


def _beyond(content: Content, part: Grounded) -> Beyond:
    return Beyond(_beginning(plain(_words(part))), _sources(content, set(part.added)), bool(part.facts))


def _words(part: Grounded) -> str:
    match part:
        case Statement() | Objective():
            return part.text
        case Term():
            return part.meaning
        case _:
            return ""


def _sources(content: Content, ids: set[str]) -> list[Source]:
    return [source for source in content.sources if source.id in ids]


def _beginning(text: str) -> str:
    words = text.split()
    return text if len(words) <= QUOTED else f"{' '.join(words[:QUOTED])} …"


def review_line(content: Content) -> str:
    """Say who reviewed the words last and when, or that nobody has."""
    course = content.course
    if course.review.date is None or course.review.role is None:
        return course.review_notice
    told = content.interface.page.reviewed
    return told.replace("{date}", course.review.date.isoformat()).replace("{role}", course.review.role)


def lists_of(content: Content) -> str:
    """Name the page that lists every fact and source, for pages without a list of their own; empty if there is none."""
    return next((f"{page.notebook}.html" for page in content.appendices if page.id == "sources"), "")


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
