"""This course with two chests of drawers (tests/toys/drawers) on one page, and a second check on another."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from miss import Course
from miss.notebooks.sync import regenerate
from miss.schema.interaction import register, unregister

from tests.conftest import copy_course
from tests.support.changes import replace, rewrite
from tests.toys.drawers import DRAWERS

DRAWER = """
- id: {id}
  name: "The {id} drawer"
  leaflet:
    text: "It is one of the drawers."
    facts: [F01]
  patient:
    - text: "Pull it."
      facts: [F01]
  nursing:
    - text: "Mind your fingers."
      added: [practice]
  inside:
    text: "In the {id} drawer there is a {thing}."
    facts: [F01]
"""
NOTE = """
- kind: drawer
  about: {id}
  minutes: 1
  must: true
  say:
    - text: "Pull the {id} drawer."
      added: [practice]
    - text: "Look into it."
      added: [practice]
  question:
    text: "What is in it?"
    listen_for: "A thing."
    added: [practice]
  misunderstanding:
    thought: "It is empty."
    text: "Open it."
    added: [practice]
"""
THINGS = {"drawers": {"top": "key", "middle": "sock"}, "more-drawers": {"low": "kite", "last": "spoon"}}
TOPICS = """
    - id: chest
      title: "A chest"
      body:
        - text: "Here are drawers."
          facts: [F01]
      interaction: {kind: drawers}
    - id: other-chest
      title: "Another chest"
      body:
        - text: "Here are more."
          facts: [F01]
      interaction: {kind: drawers, key: other-drawers, records: more-drawers}
"""
SECOND_CHECK = """
    - id: once-more
      title: "Once more"
      body:
        - text: "Here is a second check."
          facts: [F01]
      interaction: {kind: questions, key: second-check}
"""


@contextmanager
def registered() -> Iterator[None]:
    register(DRAWERS)
    try:
        yield
    finally:
        unregister(DRAWERS.kind)


def make_drawers_course(folder: Path) -> Course:
    """Copy the course, add the drawers and the second check, and store the notebooks."""
    course = copy_course(folder)
    words = course.content_folder
    for stem, things in THINGS.items():
        drawers = "".join(DRAWER.format(id=id, thing=thing) for id, thing in things.items())
        (words / f"{stem}.yaml").write_text(drawers, encoding="utf-8")
    replace("sections", "\n    - id: benefits\n", f"{TOPICS}    - id: benefits\n")(words)
    rewrite("sections", r"(interaction: \{kind: questions\}\n(?:.*\n)*?)(?=  recap:)", rf"\1{SECOND_CHECK}")(words)
    replace("trainer", "about: what\n  minutes: 9\n", "about: what\n  minutes: 13\n")(words)
    replace("trainer", "must: true\n", "must: false\n", times=99)(words)
    with (words / "trainer.yaml").open("a", encoding="utf-8") as file:
        file.write("".join(NOTE.format(id=id) for things in THINGS.values() for id in things))
    for notebook in ("1-what-it-is", "5-check-yourself"):
        (folder / "notebooks" / f"{notebook}.ipynb").unlink()
    list(regenerate(course))
    return course
