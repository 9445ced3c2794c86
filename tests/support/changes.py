"""Ways to change or break a copy of the words, as somebody with an editor would."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

from miss.course import Course
from miss.review.sign import sign

Change = Callable[[Path], object]


def replace(stem: str, old: str, new: str, times: int = 1) -> Change:
    """Write something else in the place of some words; they must be there."""

    def change(words: Path) -> None:
        file = words / f"{stem}.yaml"
        text = file.read_text(encoding="utf-8")
        assert old in text, f"{stem}.yaml no longer holds {old!r}"
        file.write_text(text.replace(old, new, times), encoding="utf-8")

    return change


def rewrite(stem: str, pattern: str, new: str, times: int = 1) -> Change:
    """Write something else wherever a pattern is found."""

    def change(words: Path) -> None:
        file = words / f"{stem}.yaml"
        text, found = re.subn(pattern, new, file.read_text(encoding="utf-8"), count=times, flags=re.MULTILINE)
        assert found, f"{stem}.yaml no longer holds {pattern}"
        file.write_text(text, encoding="utf-8")

    return change


def add_topic(section: str, interaction: str) -> Change:
    """Add a topic with an interaction at the end of a section."""
    topic = f"""\
    - id: added
      title: "Added"
      interaction: {interaction}
      body: [{{text: "This topic was added.", added: [practice]}}]
"""
    return rewrite("sections", rf"(^- id: {section}\n(?:(?!^- id:).*\n)*?)(?=  recap:)", rf"\g<1>{topic}")


def write(stem: str, raw: bytes) -> Change:
    """Write a whole file anew."""
    return lambda words: (words / f"{stem}.yaml").write_bytes(raw)


def remove(stem: str) -> Change:
    """Lose a file."""
    return lambda words: (words / f"{stem}.yaml").unlink()


def reviewed(day: object, role: str = '"Nurse educator"') -> Change:
    """Enter a review."""
    return rewrite("course", r"  date: null\n  role: null", f"  date: {day}\n  role: {role}")


def enter_review(words: Path) -> None:
    """Say that a nurse has reviewed the words today."""
    reviewed(date.today(), '"Ward nurse"')(words)


def entry(record: str, day: object = "2026-01-02") -> bytes:
    """Return an entry of reviews.yaml with a hash that no record has."""
    return f'- record: {record}\n  hash: "{"0" * 12}"\n  date: {day}\n  role: "Ward nurse"\n'.encode()


def both(*changes: Change) -> Change:
    """Make one change after the other."""

    def change(words: Path) -> None:
        for each in changes:
            each(words)

    return change


def signed(*names: str) -> Change:
    """Say that a nurse has reviewed some records today."""
    return lambda words: sign_records(words, *names)


def sign_records(words: Path, *names: str) -> Course:
    """Say that a nurse has reviewed some records today, and return the course as it is then."""
    sign(Course(words.parents[1]), names, "Ward nurse", date.today())
    return Course(words.parents[1])
