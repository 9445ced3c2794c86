"""This course with a check of each kind of question among the topics of its first section, and one of two questions."""

from collections.abc import Mapping
from pathlib import Path

from miss import Course
from miss.notebooks.sync import regenerate

from tests.conftest import copy_course
from tests.support.changes import rewrite

PAGE = "1-what-it-is"
CHECKS = {
    "ask-single": ["q04"],
    "ask-reply": ["q08"],
    "ask-several": ["q02"],
    "ask-order": ["q07"],
    "ask-two": ["q01", "q05"],
}
TOPIC = """
    - id: {key}-topic
      title: "At {key}"
      body:
        - text: "Here is a check."
          facts: [F01]
      interaction: {{kind: questions, key: {key}, items: [{items}]}}
"""


def make_checks_course(folder: Path, checks: Mapping[str, list[str]] = CHECKS) -> Course:
    """Copy the course, place the checks (key and questions of each), and store the notebook anew."""
    course = copy_course(folder)
    topics = "".join(TOPIC.format(key=key, items=", ".join(items)) for key, items in checks.items())
    rewrite("sections", r"^  recap:", f"{topics}  recap:")(course.content_folder)
    (folder / "notebooks" / f"{PAGE}.ipynb").unlink()
    list(regenerate(course))
    return course
