"""Rules that no single record can keep alone: what is named must exist, and answers must be answerable.

Each rule takes the content and yields ``(file stem, path in that file, what is wrong)``.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from .finding import Finding, closest
from .load import FILES, TRAINER_FILES, Content, forms_of
from .problem import Problem
from .quiz import OrderItem, ReadAgain
from .records import Entry
from .text import terms_in
from .trainer_rules import (
    all_that_is_taught_has_a_note,
    entries_fit_their_section,
    notes_are_about_something,
    shortest_session_holds_what_must_be,
)
from .walk import walk
from .yaml_file import Location, YamlFile


def broken_rules(content: Content, files: dict[str, YamlFile]) -> list[Problem]:
    """Apply every rule; the findings come back in the order of the rules."""
    rules = (ids_are_unique, names_exist, statements_rest_on_something, nursing_goes_beyond, terms_exist,
             questions_have_answers, reading_again_leads_somewhere, figures_have_a_place, facts_are_used,
             notes_are_about_something, all_that_is_taught_has_a_note, entries_fit_their_section,
             shortest_session_holds_what_must_be)  # fmt: skip
    found = (finding for rule in rules for finding in rule(content))
    return [files[stem].problem(path, what) for stem, path, what in found]


def parts(content: Content, stems: Iterable[str] = (*FILES, *TRAINER_FILES)) -> Iterator[tuple[str, Location, Any]]:
    """Walk every record and text of every file, or of some of them."""
    for stem in stems:
        for path, part in walk(getattr(content, stem)):
            yield stem, path, part


def ids_are_unique(content: Content) -> Iterator[Finding]:
    """No id is given twice in one list."""
    seen: set[tuple[str, Location, str]] = set()
    for stem, path, record in parts(content):
        if id := getattr(record, "id", None):
            if (stem, path[:-1], id) in seen:
                yield stem, (*path, "id"), f"the id '{id}' is taken by an earlier record; give this one its own"
            seen.add((stem, path[:-1], id))


def names_exist(content: Content) -> Iterator[Finding]:
    """Every fact, added source and objective that a record names is in its file."""
    known = {
        "facts": [fact.id for fact in content.facts],
        "added": [source.id for source in content.sources],
        "objectives": [objective.id for objective in content.course.objectives],
    }
    for stem, path, record in parts(content):
        for key, ids in known.items():
            for index, id in enumerate(_names(record, key)):
                if id not in ids:
                    yield stem, (*path, key, index), f"'{id}' is not known; {closest(id, ids)}"


def _names(record: Any, key: str) -> list[str]:
    if key == "objectives" and hasattr(record, "objective"):
        return [record.objective]
    named = getattr(record, key, [])
    return [name for name in named if isinstance(name, str)] if isinstance(named, list) else []


def statements_rest_on_something(content: Content) -> Iterator[Finding]:
    """What the course states rests on a fact of the leaflet or on an added source."""
    for stem, path, record in parts(content):
        if hasattr(record, "facts") and hasattr(record, "added") and not (record.facts or record.added):
            yield stem, path, "this states something with no fact and no source; add 'facts: [F..]' or 'added: [A..]'"


def nursing_goes_beyond(content: Content) -> Iterator[Finding]:
    """A nursing note is beyond the leaflet, so it names where it comes from."""
    for stem, path, record in parts(content):
        for index, statement in enumerate(record.nursing if isinstance(record, Entry) else []):
            if not statement.added:
                yield stem, (*path, "nursing", index), "a nursing note needs its source; add 'added: [A..]'"


def terms_exist(content: Content) -> Iterator[Finding]:
    """Every [[term]] is in the glossary, and no form belongs to two terms."""
    forms: dict[str, str] = {}
    for index, term in enumerate(content.glossary):
        for form in forms_of(term):
            if form in forms:
                yield "glossary", (index,), f"the word '{form}' is already explained under '{forms[form]}'"
            forms[form] = term.id
    for stem, path, text in parts(content):
        for name in terms_in(text) if isinstance(text, str) else []:
            if name.lower() not in forms:
                yield stem, path, f"'[[{name}]]' is not in the glossary; {closest(name, forms)}"


def questions_have_answers(content: Content) -> Iterator[Finding]:
    """One right option where one is asked for; at least one right and one wrong where several are."""
    for index, item in enumerate(content.quiz):
        if isinstance(item, OrderItem):
            continue
        right = sum(option.right for option in item.options)
        path: Location = (index, "options")
        if right == 0:
            yield "quiz", path, f"question {item.id} has no right answer; mark one with 'right: true'"
        elif item.kind != "several" and right > 1:
            what = f"question {item.id} has {right} right answers; keep one, or make it 'kind: several'"
            yield "quiz", path, what
        elif right == len(item.options):
            yield "quiz", path, f"question {item.id} has no wrong answer; mark at least one with 'right: false'"


def reading_again_leads_somewhere(content: Content) -> Iterator[Finding]:
    """The place that a question sends its reader to exists."""
    for index, item in enumerate(content.quiz):
        for key, ids in _places(content, item.read).items():
            name = getattr(item.read, key)
            if name is not None and name not in ids:
                yield "quiz", (index, "read", key), f"there is no {key} '{name}'; {closest(name, ids)}"


def _places(content: Content, read: ReadAgain) -> dict[str, list[str]]:
    topics = [topic.id for section in content.sections if section.id == read.section for topic in section.topics]
    return {
        "section": [section.id for section in content.sections],
        "topic": topics,
        "operation": [operation.id for operation in content.operations],
        "condition": [condition.id for condition in content.conditions],
        "step": [step.id for step in content.procedure.steps],
        "risk": [risk.id for risk in content.risks],
    }


def figures_have_a_place(content: Content) -> Iterator[Finding]:
    """Every figure shows a drawing that is listed, at a topic that exists."""
    known = {
        "drawing": [drawing.id for drawing in content.pictures.drawings],
        "topic": [topic.id for section in content.sections for topic in section.topics],
    }
    for index, figure in enumerate(content.pictures.figures):
        for key, ids in known.items():
            if (name := getattr(figure, key)) not in ids:
                yield "pictures", ("figures", index, key), f"there is no {key} '{name}'; {closest(name, ids)}"


def facts_are_used(content: Content) -> Iterator[Finding]:
    """Every fact of the leaflet is stated where students read; a trainer's note does not count."""
    used = {fact for _, _, record in parts(content, FILES) for fact in getattr(record, "facts", [])}
    for index, fact in enumerate(content.facts):
        if fact.id not in used:
            yield "facts", (index,), f"nothing in the course says {fact.id}; name it in the record that states it"
