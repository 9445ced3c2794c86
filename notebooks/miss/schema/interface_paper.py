"""The texts of the interface on paper; a part of ``content/<language>/interface.yaml``."""

from .text import Record, Text


class PaperWords(Record):
    """The sheets to hand out, and the session plan."""

    handout: Text
    summary: Text
    exercises: Text
    answers: Text
    session_plan: Text
    contents: Text
    sources: Text
    call: Text
    name: Text
    date: Text
    single: Text
    several: Text
    order: Text
    reply: Text
    why: Text
    own_words: Text
    answer: Text
    session: Text
    start: Text
    minutes: Text
    item: Text
    must_or_not: Text
    must: Text
    optional: Text
    clock: Text
    planned: Text
    left_out: Text
