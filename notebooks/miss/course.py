"""Which course this is: a folder with ``content``, ``notebooks`` and, where it has pictures of its own, ``assets``.

MISS_COURSE names the folder, MISS_LANGUAGE the folder of one language in its ``content``. Where nothing is
named, a notebook belongs to the course that it stands in, so JupyterLab and nbval need no setting.
"""

import os
from functools import lru_cache
from pathlib import Path

from .content.load import Content, load_content
from .errors import CourseNotFound, InvalidValue, brief

ROOT = Path(__file__).parents[2]  # where the package stands, with the looks and one course beside it
FIRST = "en"  # the language that is taken where a course has it and none is named


def choose(course: Path | None = None, language: str | None = None) -> None:
    """Let everything that this process does and starts, kernels too, mean one course and one language."""
    if course:
        os.environ["MISS_COURSE"] = str(course.resolve())  # a kernel starts in another folder
    if language:
        os.environ["MISS_LANGUAGE"] = language


def course_folder() -> Path:
    """Find the course: the one that is named, else the one around here, else the package's neighbor."""
    if named := os.environ.get("MISS_COURSE"):
        return Path(named).resolve()
    here = Path.cwd()
    return next((folder for folder in (here, here.parent) if languages(folder)), ROOT)


def languages(course: Path) -> list[str]:
    """List the languages of a course: the folders in its ``content`` that hold YAML files."""
    return sorted({file.parent.name for file in (course / "content").glob("*/*.yaml")})


def own_language() -> str:
    """Name the language that the course's notebooks are stored in: English, else the first by name.

    Raises:
        CourseNotFound: the folder holds no words at all.
    """
    if not (found := languages(course_folder())):
        raise CourseNotFound(f"{course_folder()} is no course: it has no content/{FIRST} with YAML files in it.")
    return FIRST if FIRST in found else found[0]


def language() -> str:
    """Name the language that is asked for, or the course's own.

    Raises:
        CourseNotFound: the course does not have it.
    """
    own = own_language()
    asked = os.environ.get("MISS_LANGUAGE") or own
    if asked not in (found := languages(course_folder())):
        where = course_folder() / "content"
        raise CourseNotFound(f"There is no language '{asked}' in {where}. Accepted: {', '.join(found)}.")
    return asked


def content_folder() -> Path:
    """Find the folder that the words come from."""
    return course_folder() / "content" / language()


def notebooks_folder() -> Path:
    """Find the folder of the notebooks, which are the pages."""
    return course_folder() / "notebooks"


def notebooks_at(folder: Path) -> Path | None:
    """Find the notebooks of the course that a folder means: its own, or those in it; None where it means no course."""
    if languages(folder.parent) or folder.parent == ROOT:
        return folder
    return folder / "notebooks" if languages(folder) and (folder / "notebooks").is_dir() else None


def course() -> Content:
    """Load the course; again only after one of its files has changed."""
    folder = content_folder()
    return _loaded(folder, state_of(folder, "*.yaml"))


def given(content: Content | None) -> Content:
    """Return the course that was passed, or the one here if none was.

    Raises:
        InvalidValue: something else was passed.
    """
    if content is None:
        return course()
    if not isinstance(content, Content):
        raise InvalidValue(
            f"{brief(repr(content))} is no course. Leave it out to take the one that this notebook belongs to, or "
            "pass what miss.content.load.load_content(folder) gives."
        )
    return content


def state_of(folder: Path, pattern: str) -> tuple[tuple[str, int, int], ...]:
    """Tell files that were saved again from files that were not, without reading them."""
    return tuple(state for file in sorted(folder.glob(pattern)) for state in _state(file))


def _state(file: Path) -> list[tuple[str, int, int]]:
    """Give one file's state; none of a link that leads nowhere, as some editors make for as long as a file is open."""
    try:
        state = file.stat()
    except OSError:
        return []
    return [(str(file), state.st_mtime_ns, state.st_size)]


@lru_cache(maxsize=2)
def _loaded(folder: Path, _state: object) -> Content:
    return load_content(folder)
