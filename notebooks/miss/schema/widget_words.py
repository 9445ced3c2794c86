"""The texts of the interface in the widgets and pictures, one class for each."""

from .text import Record, Text


class ConditionWords(Record):
    """The condition selector."""

    legend: Text
    not_claimed: Text
    look_alike: Text
    seen: Text
    announce: Text


class ProcedureWords(Record):
    """The procedure slider."""

    slider: Text
    value: Text
    previous: Text
    next: Text
    play: Text
    pause: Text
    steps: Text
    alongside: Text
    people: Text
    counter: Text


class RiskWords(Record):
    """The risk cards."""

    prompt: Text
    guess: Text
    guess_about: Text
    reveal: Text
    reveal_all: Text
    hide_all: Text
    signs: Text
    lower: Text
    guess_right: Text
    guess_wrong: Text
    guess_missed: Text
    levels: Text
    emergency: Text
    emergency_means: Text
    report: Text
    report_means: Text
    record: Text
    record_means: Text
    seen: Text
    opened: Text
    closed: Text
    all_opened: Text
    all_closed: Text


class CheckWords(Record):
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
    why: Text
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
    basis_added: Text


class FigureWords(Record):
    """The pictures, and what can be done with them."""

    switch: Text
    healthy: Text
    affected: Text
    before: Text
    after: Text
    drag: Text
    drag_value: Text
    parts: Text
    name_first: Text
    hidden_part: Text
