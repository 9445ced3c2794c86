"""List the records of a course for review: each with its hash, and who has reviewed it."""

import csv
import io
from collections.abc import Callable, Sequence

from ..errors import counted
from ..schema.reviews import ReviewState, count_states

COLUMNS = ("record", "hash", "state", "role", "date")
States = Sequence[ReviewState]


def as_text(shown: States, states: States) -> str:
    """Return a line for each record that is shown, and a line that counts all of them."""
    width = max((len(each.part.name) for each in shown), default=0)
    return "\n".join([*(as_line(each, width) for each in shown), summary(states)])


def as_line(each: ReviewState, width: int = 0) -> str:
    """Return a record's name, at least as wide as ``width``, its hash, and who has reviewed it."""
    return f"{each.part.name:{width}}  {each.part.hash}  {_told(each)}"


def as_csv(shown: States, _states: States) -> str:
    """Return the records that are shown as a table for a spreadsheet."""
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(COLUMNS)
    for each in shown:
        signed = (each.signed.role, each.signed.date) if each.signed else ("", "")
        writer.writerow([each.part.name, each.part.hash, each.state, *signed])
    return table.getvalue().removesuffix("\n")


FORMATS: dict[str, Callable[[States, States], str]] = {"text": as_text, "csv": as_csv}


def summary(states: States) -> str:
    """Return how many records are reviewed, changed since, and not reviewed."""
    count = count_states(states)
    told = f"{count['reviewed']} reviewed, {count['changed']} changed since, {count['open']} not reviewed"
    return f"{counted(len(states), 'record')}: {told}."


def _told(each: ReviewState) -> str:
    if each.signed is None:
        return "not reviewed"
    by = f"reviewed by {each.signed.role} on {each.signed.date}"
    return by if each.state == "reviewed" else f"changed since it was {by}"
