"""The texts of the interface, by their place in it, from ``content/<language>/interface.yaml``.

``{placeholders}`` are filled in by the page.
"""

from functools import cache
from typing import Any

from pydantic import create_model

from .classroom import ClassroomWords
from .interaction import interactions
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
    reviewed: Text
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
    no_print: Text
    kept: Text
    read_aloud: Text
    read_pause: Text
    read_on: Text
    read_stop: Text
    trainer_view: Text
    student_view: Text
    broken_title: Text
    broken: Text
    broken_show_page: Text
    broken_show_problems: Text


class LayerWords(Record):
    """The layers of a record."""

    leaflet: Text
    patient: Text
    nursing: Text
    beyond: Text
    basis_added: Text
    practice: Text
    source: Text
    red_flag: Text
    more: Text
    sources: Text
    sources_leaflet: Text
    sources_added: Text
    sources_all: Text
    come_from: Text
    partly: Text
    review: Text


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


class FigureWords(Record):
    """The pictures, and what can be done with them."""

    switch: Text
    healthy: Text
    affected: Text
    before: Text
    after: Text
    parts: Text
    name_first: Text
    hidden_part: Text


class TrainerWords(Record):
    """The trainer's views: notes, presenting, the notes window, a question for the room."""

    view: Text
    notes: Text
    minutes: Text
    must: Text
    optional: Text
    question: Text
    listen_for: Text
    misunderstanding: Text
    meet_it: Text
    session: Text
    present: Text
    present_here: Text
    notes_window: Text
    back: Text
    forward: Text
    black: Text
    leave: Text
    restart: Text
    progress: Text
    time: Text
    next_up: Text
    end: Text
    answer_key: Text
    ask_room: Text
    more: Text
    fewer: Text
    show_next: Text


class Interface(Record):
    """The interface's words, apart from those of the interactions; each part belongs to one place on the page."""

    page: PageWords
    classroom: ClassroomWords
    layers: LayerWords
    home: HomeWords
    figures: FigureWords
    trainer: TrainerWords
    paper: PaperWords


def interface_type() -> type[Interface]:
    """Return the type of all the interface's words, with the part of each registered interaction."""
    return _with_parts(tuple((each.kind, each.words) for each in interactions().values() if each.words))


@cache
def _with_parts(parts: tuple[tuple[str, type[Record]], ...]) -> type[Interface]:
    fields: dict[str, Any] = {kind: (words, ...) for kind, words in parts}
    return create_model("Interface", __base__=Interface, __doc__=Interface.__doc__, **fields)
