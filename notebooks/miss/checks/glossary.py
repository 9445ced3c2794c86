"""The glossary: every marked term is defined in it, once."""

from collections.abc import Iterator

from ..errors import brief
from ..loading.walk import ContentPart
from ..schema.content import forms_of
from ..schema.reference import Term
from ..schema.text import terms_in
from .rule import Finding, Rule, unknown


def _duplicate_terms(glossary: list[Term]) -> Iterator[Finding]:
    forms: dict[str, str] = {}
    for index, term in enumerate(glossary):
        for form in sorted(forms_of(term)):
            if form in forms:
                what = f"duplicate term '{brief(form)}': '{forms[form]}' explains it, too; remove it from one of them"
                yield "glossary", (index,), what
            forms[form] = term.id


def _undefined_terms(glossary: list[Term], readable_parts: list[ContentPart]) -> Iterator[Finding]:
    forms = {form for term in glossary for form in forms_of(term)}
    for stem, path, text in readable_parts:
        for name in terms_in(text) if isinstance(text, str) else []:
            if name.lower() not in forms:
                yield stem, path, unknown("glossary term", f"[[{name}]]", forms)


ONCE = Rule("term-once", "A reader would get one of two meanings by chance.", _duplicate_terms)
DEFINED = Rule("term-defined", "A marked word promises its meaning.", _undefined_terms)
