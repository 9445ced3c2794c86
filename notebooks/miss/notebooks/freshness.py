"""Bring the stored notebooks up to date before the course is served: `miss serve`, `class`, `site`, and plain Voilà.

Where the notebooks cannot be written, a message says so, and pages are rendered in memory.
"""

import sys

from ..course import Course, state_of
from ..errors import WriteError
from .sync import regenerate

# The last result of this process, by what it depends on: a command checks before it starts its server, which checks
# again.
_results: dict[object, bool] = {}

IN_MEMORY = "The pages are rendered from the current content all the same."


def ensure_stored(course: Course, watch: bool = False) -> bool:
    """Regenerate outdated notebooks, and return whether pages may be rendered from the stored outputs.

    Args:
        course: the course.
        watch: whether pages follow edits of the content; then only missing and broken notebooks are regenerated.

    Raises:
        ContentError: the content cannot be read.
        CourseError: a notebook cannot be read or executed; the message names it and how to repair it.
        CommandError: another process is writing.
    """
    own, folder = course.in_own_language(), course.notebooks_folder
    is_stored_language = course.language == own.language
    refresh = is_stored_language and not watch
    inputs = (folder, refresh, own.state)  # taken first: content that is saved meanwhile is not stored yet
    stored = _results.get((*inputs, state_of(folder, "*.ipynb")))
    if stored is None:
        stored = _regenerate(own, refresh)
        _results.clear()
        _results[*inputs, state_of(folder, "*.ipynb")] = stored
    return is_stored_language and stored


def _regenerate(course: Course, refresh: bool) -> bool:
    try:
        for message in regenerate(course, refresh):
            print(message)
    except WriteError as error:
        print(f"{error} {IN_MEMORY}", file=sys.stderr)
        return False
    return True
