"""All the rules: those that a course must keep to be built at all, and those that make it worth teaching."""

from . import (
    facts,
    glossary,
    grounds,
    hedges,
    ids,
    links,
    names,
    options,
    pictures,
    questions,
    reading_grade,
    review,
)

BUILDING = (
    ids.RULE,
    names.RULE,
    grounds.STATED,
    grounds.NURSING,
    glossary.ONCE,
    glossary.DEFINED,
    questions.RULE,
    links.READ_AGAIN,
    pictures.PLACED,
    pictures.DRAWN,
    pictures.NAMED,
    facts.USED,
)
EVERY = (
    *BUILDING,
    grounds.LEAFLET,
    facts.RESTATED,
    facts.SOURCED,
    facts.SOURCE_USED,
    hedges.RULE,
    options.EXPLAINED,
    options.LENGTHS,
    reading_grade.SECTIONS,
    reading_grade.RECORDS,
    pictures.STATES,
    links.ADDRESSES,
    links.NOTEBOOKS,
    review.NEEDED,
    review.COMPLETE,
    review.OLD,
)
