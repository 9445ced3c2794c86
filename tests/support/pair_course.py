"""This course with one more question, of the toy kind in tests/toys/item_kind."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from miss import Course
from miss.schema.item_kind import register, unregister

from tests.conftest import copy_course
from tests.toys.item_kind import PAIR

ID = "q99"
ITEM = """
- id: q99
  kind: pair
  objective: LO1
  facts: [F01]
  stem: "Which two hang together?"
  cards:
    - id: key
      text: "A key"
      paired: true
      why: "It opens the lock."
    - id: lock
      text: "A lock"
      paired: true
      why: "It takes the key."
    - id: kite
      text: "A kite"
      paired: false
      why: "It hangs on a string."
  read: {section: what}
"""


@contextmanager
def registered() -> Iterator[None]:
    register(PAIR)
    try:
        yield
    finally:
        unregister(PAIR.kind)


def make_pair_course(folder: Path, item: str = ITEM) -> Course:
    """Copy the course, and add the question."""
    course = copy_course(folder)
    with (course.content_folder / "quiz.yaml").open("a", encoding="utf-8") as quiz:
        quiz.write(item)
    return course
