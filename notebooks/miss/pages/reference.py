"""The order of the reference pages: the words of the glossary by letter, the facts and sources by section."""

from itertools import groupby

from ..render.citations import Citations
from ..render.links import Link, section_page
from ..schema.content import Content
from ..schema.reference import Term
from .parts import section_citations, section_terms


def terms_by_letter(terms: list[Term]) -> list[tuple[str, list[Term]]]:
    """Return the terms in the order of the alphabet, by their first letter."""
    ordered = sorted(terms, key=lambda term: term.term.lower())
    return [(letter, list(group)) for letter, group in groupby(ordered, key=lambda term: term.term[0].upper())]


def uses_of_terms(content: Content) -> dict[str, list[Link]]:
    """Return links to the sections that use a term, by the id of each term."""
    uses: dict[str, list[Link]] = {term.id: [] for term in content.glossary}
    for section in content.sections:
        for term in section_terms(content, section):
            uses[term.id].append(Link(section_page(section), section.title))
    return uses


def citations_by_section(content: Content) -> list[tuple[str, Citations]]:
    """Return every fact and source once, by the title of the first section that cites it; the rest comes last."""
    groups, facts, added = [], list(content.facts), list(content.sources)
    for section in content.sections:
        cited = section_citations(content, section)
        own = Citations(
            [fact for fact in facts if fact in cited.facts], [each for each in added if each in cited.added]
        )
        groups.append((section.title, own))
        facts = [fact for fact in facts if fact not in own.facts]
        added = [each for each in added if each not in own.added]
    return [*groups, (content.interface.sources.elsewhere, Citations(facts, added))]


def citation_kinds(content: Content) -> list[tuple[str, str, int]]:
    """Return what the sources page can show alone: the kind, its name, and how many there are; first everything."""
    words, read = content.interface.sources, sum(source.read for source in content.sources)
    return [
        ("", words.everything, len(content.facts) + len(content.sources)),
        ("leaflet", words.leaflet, len(content.facts)),
        ("added", words.added, read),
        ("practice", content.interface.layers.practice, len(content.sources) - read),
    ]
