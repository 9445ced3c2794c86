"""This course with one more check between the topics of its first section, of some of its questions."""

from pathlib import Path

from miss import Course
from miss.export.site import write_site
from miss.notebooks.sync import regenerate

from tests.conftest import copy_course

from .changes import add_topic

PAGE = "1-what-it-is"
KEY = "ask-again"


def make_asked_course(folder: Path, *ids: str) -> Course:
    """Copy the course, place the check, store the notebook anew, and write the site."""
    course = copy_course(folder)
    add_topic("what", f"{{kind: questions, key: {KEY}, items: [{', '.join(ids)}]}}")(course.content_folder)
    (folder / "notebooks" / f"{PAGE}.ipynb").unlink()
    list(regenerate(course))
    write_site(course, folder / "site", trainer=True)
    return course
