"""All rules: those that a course must pass to be built, and those that it should pass to be taught."""

from ..schema.interaction import interactions
from . import (
    characters,
    citations,
    counts,
    facts,
    glossary,
    hedges,
    ids,
    items,
    links,
    names,
    options,
    pictures,
    placements,
    promises,
    reading_grade,
    review,
    short_names,
    signs,
    slides,
    tier_words,
    trainer_notes,
    urgency,
)
from .rule import Rule

BUILD_RULES: tuple[Rule, ...] = (
    ids.ONCE,
    ids.FILES,
    names.RULE,
    citations.CITED,
    citations.NURSING,
    counts.RULE,
    glossary.ONCE,
    glossary.DEFINED,
    links.TARGETS,
    links.PHASES,
    placements.SHOWN,
    items.KNOWN,
    items.ASKED,
    placements.UNIQUE,
    pictures.PLACED,
    pictures.DRAWN,
    pictures.NAMED,
    pictures.WORDS,
    pictures.LENSES,
    pictures.TAGS,
    slides.ABOUT,
    slides.PICTURES,
    slides.PLACES,
    short_names.RULE,
    facts.USED,
    urgency.WORDS,
    urgency.RULE,
    trainer_notes.ABOUT,
    trainer_notes.EACH,
    trainer_notes.MINUTES,
    trainer_notes.MUST,
)
ADVICE: tuple[Rule, ...] = (
    citations.LEAFLET,
    facts.RESTATED,
    facts.SOURCED,
    facts.SOURCE_USED,
    hedges.RULE,
    hedges.LANGUAGE,
    promises.RULE,
    characters.RULE,
    signs.SHOWN,
    tier_words.RULE,
    options.EXPLAINED,
    reading_grade.SECTIONS,
    reading_grade.RECORDS,
    pictures.STATES,
    slides.SHORT,
    placements.NAMED,
    links.ADDRESSES,
    links.NOTEBOOKS,
    review.NEEDED,
    review.COMPLETE,
    review.KNOWN,
    review.OLD,
)


def build_rules() -> list[Rule]:
    """Return the rules that a course must pass to be built, with those of its interactions."""
    return [*BUILD_RULES, *(rule for each in interactions().values() for rule in each.rules)]


def all_rules() -> list[Rule]:
    """Return every rule, with those that a course should pass to be taught."""
    return [*build_rules(), *ADVICE, *(rule for each in interactions().values() for rule in each.advice)]
