"""The interface's own words, by the place they stand in; ``content/<language>/interface.yaml`` holds them.

A word in ``{braces}`` is filled in by the page.
"""

from .interface_paper import PaperWords
from .text import Record, Text


class PageWords(Record):
    """The frame of every page."""

    home: Text
    sections: Text
    skip: Text
    previous: Text
    next: Text
    minutes: Text
    objectives: Text
    recap: Text
    words: Text
    mark_done: Text
    done: Text
    not_done: Text
    theme: Text
    not_found_title: Text
    not_found: Text
    server_error_title: Text
    server_error: Text
    kernel_lost: Text
    forget: Text
    forgotten: Text
    copy_link: Text
    copied: Text
    copy_by_hand: Text
    unknown_address: Text
    mind: Text
    print: Text
    kept: Text


class LayerWords(Record):
    """The layers a record is told in."""

    leaflet: Text
    patient: Text
    nursing: Text
    beyond: Text
    practice: Text
    source: Text
    red_flag: Text
    more: Text
    sources: Text
    sources_leaflet: Text
    sources_added: Text


class HomeWords(Record):
    """The home page."""

    objectives: Text
    way: Text
    time: Text
    how: Text
    done: Text
    nothing_done: Text
    start: Text
    progress: Text
    glossary: Text


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


class Interface(Record):
    """All the interface's words; each part belongs to one place on the page."""

    page: PageWords
    layers: LayerWords
    home: HomeWords
    conditions: ConditionWords
    procedure: ProcedureWords
    risks: RiskWords
    check: CheckWords
    figures: FigureWords
    paper: PaperWords
