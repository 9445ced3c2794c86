"""The one way to be served: `miss serve`, `miss class`, `miss site`, and `voila notebooks/` typed by hand.

What is stored is brought up to the words; where it cannot be stored, that is told, and pages are made in memory.
"""

import sys

from ..course import Course, state_of
from ..errors import WriteError
from .sync import store

# What this process has found, by what it looked at: a command looks before it starts its server, which looks again.
_found: dict[object, bool] = {}

IN_MEMORY = "The pages are made from the words as they are now, all the same."


def ready(course: Course, watch: bool = False) -> bool:
    """Bring what is stored up to the words, and tell whether a page may be made from what is stored.

    Args:
        course: the course.
        watch: whether pages follow the words; then only what is missing or broken is made.

    Raises:
        ContentError: the words cannot be read.
        CourseError: a notebook cannot be read or run; the message says which, and how to mend it.
        CommandError: another process is writing.
    """
    own, folder = course.in_own_language(), course.notebooks_folder
    stored_language = course.language == own.language
    stale = stored_language and not watch
    looked_at = (folder, stale, own.state)  # words that are saved meanwhile are not stored
    stored = _found.get((*looked_at, state_of(folder, "*.ipynb")))
    if stored is None:
        stored = _stored(own, stale)
        _found.clear()
        _found[*looked_at, state_of(folder, "*.ipynb")] = stored
    return stored_language and stored


def _stored(course: Course, stale: bool) -> bool:
    try:
        for said in store(course, stale):
            print(said)
    except WriteError as refused:
        print(f"{refused} {IN_MEMORY}", file=sys.stderr)
        return False
    return True
