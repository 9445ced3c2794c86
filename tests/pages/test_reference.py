"""The reference pages: every word under its letter, with where it is used; every fact and source in one group."""

from miss.pages.reference import citation_kinds, citations_by_section, terms_by_letter, uses_of_terms
from miss.schema.content import Content
from miss.schema.text import terms_in


def test_the_words_are_in_the_order_of_the_alphabet(content: Content) -> None:
    letters = terms_by_letter(content.glossary)
    assert [letter for letter, _ in letters] == sorted({term.term[0].upper() for term in content.glossary})
    ordered = [term for _, terms in letters for term in terms]
    assert [term.term.lower() for term in ordered] == sorted(term.term.lower() for term in content.glossary)
    assert all(term.term[0].upper() == letter for letter, terms in letters for term in terms)


def test_a_word_names_the_sections_that_use_it(content: Content) -> None:
    uses = uses_of_terms(content)
    for section in content.sections:
        marked = [name for topic in section.topics for said in topic.body for name in terms_in(said.text)]
        for name in marked:
            assert (f"{section.notebook}.html", section.title) in uses[content.term(name).id]
    assert set(uses) == {term.id for term in content.glossary}


def test_a_fact_is_listed_with_the_first_section_that_cites_it(content: Content) -> None:
    groups = citations_by_section(content)
    assert [title for title, _ in groups[:-1]] == [section.title for section in content.sections]
    of_fact = {fact.id: title for title, citations in groups for fact in citations.facts}
    for section in reversed(content.sections):
        for id in section.lead.facts:
            titles = [each.title for each in content.sections]
            assert titles.index(of_fact[id]) <= titles.index(section.title)
    assert of_fact["F01"] == content.sections[0].title
    assert len(of_fact) == len(content.facts) == sum(len(citations.facts) for _, citations in groups)
    assert len(content.sources) == sum(len(citations.added) for _, citations in groups)


def test_the_kinds_add_up_to_everything(content: Content) -> None:
    (_, _, everything), *kinds = citation_kinds(content)
    assert everything == sum(count for _, _, count in kinds) and all(count for _, _, count in kinds)
