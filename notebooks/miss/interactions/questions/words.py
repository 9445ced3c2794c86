"""The texts of the interface in the knowledge check; a part of ``content/<language>/interface.yaml``."""

from ...schema.text import Record, Text


class QuestionWords(Record):
    """The knowledge check."""

    start_title: Text
    count: Text
    all: Text
    seed: Text
    seed_hint: Text
    start: Text
    again: Text
    question: Text
    single: Text
    several: Text
    order: Text
    reply: Text
    up: Text
    down: Text
    moved: Text
    check: Text
    choose: Text
    right: Text
    not_right: Text
    option_right: Text
    option_chosen: Text
    option_chosen_right: Text
    option_other: Text
    right_order: Text
    placed: Text
    misplaced: Text
    open_questions: Text
    model_reply: Text
    read_again: Text
    previous: Text
    next: Text
    finish: Text
    summary: Text
    summary_all_right: Text
    summary_read: Text
    summary_open: Text
    score: Text
    score_text: Text
    retry: Text
