"""Sign records: write into reviews.yaml who has reviewed them, and the hashes that they have now."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import yaml
from pydantic import TypeAdapter, ValidationError

from ..checks.rule import closest
from ..course import Course
from ..errors import CommandError, ContentError, brief
from ..files.write import locked_folder, write_atomically
from ..invocation import command
from ..loading.reading import read_file
from ..schema.content import FILES
from ..schema.reviews import ReviewState, SignedRecord
from ..schema.text import Text

STEM = "reviews"
HEADER = f"""\
# yaml-language-server: $schema=../schema/{STEM}.json
# Who has reviewed which record: the command `review` lists them all, and `review --sign` writes this file anew.
# Once the words of a record change, its hash differs from the one here, and it is to be reviewed again.
"""
EXAMPLE = '--role "Nurse educator"'


def sign(course: Course, names: Sequence[str], role: str, day: date, only: bool = False) -> list[SignedRecord]:
    """Sign records of a course; the entries of all others stay as they are.

    Args:
        course: the course.
        names: records; each stands for what is below it, too, as ``risks`` does for all of that file.
        role: the reviewer's role.
        day: when they were reviewed.
        only: whether each name stands for that record alone.

    Raises:
        CommandError: there is no such record, the role is no text, or the file cannot be written.
        ContentError: the course or its reviews cannot be read; nothing is written.
    """
    states, role = course.content.review_states, require_role(role)
    chosen = [state.part for state in choose(states, names, only)]
    signed = [SignedRecord(record=part.name, hash=part.hash, date=day, role=role) for part in chosen]
    with locked_folder(course.content_folder):
        entries = {each.record: each for each in (*_read(course.content_folder), *signed)}
        order = {state.part.name: number for number, state in enumerate(states)}
        in_order = sorted(entries.values(), key=lambda each: order.get(each.record, len(order)))
        write_atomically(course.content_folder / f"{STEM}.yaml", HEADER + "".join(map(_lines, in_order)))
    return signed


def require_role(role: str) -> str:
    """Return a role without spaces around it.

    Raises:
        CommandError: it is empty, or no plain text.
    """
    if not role.strip():
        raise CommandError(f"Nothing was signed: say in which role the words were reviewed, as in {EXAMPLE}.")
    try:
        text: str = TypeAdapter(Text).validate_python(role)
    except ValidationError:
        text = ""
    if not text or not text.isprintable():
        raise CommandError(f"Nothing was signed: the role '{brief(role)}' is no plain text. Write it as in {EXAMPLE}.")
    return text


def choose(states: Iterable[ReviewState], names: Sequence[str], only: bool = False) -> list[ReviewState]:
    """Return the records that some names stand for, each once.

    Raises:
        CommandError: a name stands for none.
    """
    by_name = {state.part.name: state for state in states}
    chosen: dict[str, ReviewState] = {}
    for given in names:
        name = given.removesuffix("/").removesuffix(".yaml")
        found = {each: state for each, state in by_name.items() if each == name or (not only and _is_below(each, name))}
        if not found:
            how = closest(name, _accepted(by_name, only), f"find the name with `{command('review')}`")
            raise CommandError(f"Nothing was signed: there is no record '{brief(given)}'; {how}.")
        chosen |= found
    return list(chosen.values())


def _accepted(records: Iterable[str], only: bool) -> set[str]:
    """Return the names of records, and of what they are below."""
    above = {"/".join(name.split("/")[:depth]) for name in records for depth in range(1, name.count("/") + 1)}
    return {*records} if only else above.union(records)


def _is_below(name: str, above: str) -> bool:
    return name.startswith(f"{above}/")


def _read(folder: Path) -> list[SignedRecord]:
    """Read the entries again: another program may have written some since the course was read."""
    read = read_file(folder, STEM, FILES[STEM]())
    if read.problems:
        raise ContentError(read.problems)
    return list(read.value)


def _lines(entry: SignedRecord) -> str:
    """Return an entry as YAML; its texts stand in quotes, so that a hash of digits only is no number."""
    record, digest, role = (
        yaml.safe_dump(text, default_style='"', allow_unicode=True, width=float("inf")).strip()
        for text in (entry.record, entry.hash, entry.role)
    )
    return f"- record: {record}\n  hash: {digest}\n  date: {entry.date}\n  role: {role}\n"
