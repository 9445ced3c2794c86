"""The line that somebody changed, in a file that YAML cannot read: mostly above the line where the parser gives up."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import yaml

from .indentation import misplaced
from .line_slips import line_slip


def changed_line(lines: list[str], stopped: int, events: Iterator[yaml.Event]) -> tuple[int, str] | None:
    """Return the line that was probably changed, and how to mend it; None if every line has the form of all others.

    Args:
        lines: the lines of the file.
        stopped: the line where the parser stopped, counted from 1.
        events: the parser's events, from the start of the file; they end with its error.
    """
    whole = _wrapped(events)
    judged = ((number, line_slip(line)) for number, line in enumerate(lines[:stopped], 1) if number not in whole)
    if slips := [(number, what) for number, what in judged if what]:
        return slips[-1]
    return misplaced(lines)


def _wrapped(events: Iterator[yaml.Event]) -> set[int]:
    """Return the lines of the texts that go over several lines, as they may."""
    read = pairwise(_until_error(events))  # without the last event: it may be what was not meant
    return {line for event, _ in read if _is_wrapped(event) for line in _lines_of(event)}


def _is_wrapped(event: yaml.Event) -> bool:
    """Return whether an event is a text over several lines; one without an end goes on to the next opening quote."""
    if not isinstance(event, yaml.ScalarEvent) or event.implicit[0] or len(_lines_of(event)) == 1:
        return False
    return not event.value.rstrip().endswith((":", "-", "[", "{", ","))


def _lines_of(event: Any) -> range:
    return range(event.start_mark.line + 1, event.end_mark.line + 2)


def _until_error(events: Iterator[yaml.Event]) -> Iterator[yaml.Event]:
    try:
        yield from events
    except yaml.YAMLError:
        return
