"""A course: one folder with ``content``, ``notebooks`` and, where it has pictures of its own, ``assets``."""

import os
from copy import copy, deepcopy
from functools import cached_property, lru_cache
from pathlib import Path

from .checks.build import load_content
from .errors import CourseNotFound, InvalidValue, brief
from .schema.content import Content

DEFAULT_LANGUAGE = "en"  # the language that is taken where a course has it and none is named
LANGUAGE = "MISS_LANGUAGE"  # the environment variable by which a server tells a kernel its language


class Course:
    """One course in one language: its folder, its words and its pictures.

    >>> course = Course("..")
    >>> course.content.conditions[0].id
    'degenerated-disc'
    """

    def __init__(self, folder: str | os.PathLike[str], language: str | None = None) -> None:
        """Find a course; its words are read when they are first asked for.

        Args:
            folder: the course's folder; a notebook's is "..".
            language: a folder in its ``content``. Where none is named, it is the one that the server told this
                kernel, else the language that the course's notebooks are stored in.

        Raises:
            CourseNotFound: the folder holds no words, or not in this language.
            InvalidValue: this is no folder.
        """
        if not isinstance(folder, (str, os.PathLike)):
            raise InvalidValue(f'{brief(repr(folder))} is no folder. A notebook writes Course("..").')
        self.folder = Path(folder).resolve()
        self.languages = languages_of(self.folder)
        if not self.languages:
            raise CourseNotFound(
                f"{self.folder} is no course: it has no content/{DEFAULT_LANGUAGE} with YAML files in it."
            )
        self.language = language or os.environ.get(LANGUAGE) or self.own_language
        if self.language not in self.languages:
            raise CourseNotFound(
                f"There is no language '{brief(str(self.language))}' in {self.folder / 'content'}. "
                f"Accepted: {', '.join(self.languages)}."
            )

    def __repr__(self) -> str:
        return f"Course({str(self.folder)!r}, language={self.language!r})"

    @property
    def own_language(self) -> str:
        """The language that the course's notebooks are stored in: English, else the first by name."""
        return own_language(self.languages)

    @property
    def content_folder(self) -> Path:
        """The folder that the words come from."""
        return self.folder / "content" / self.language

    @property
    def notebooks_folder(self) -> Path:
        """The folder of the notebooks, which are the pages."""
        return self.folder / "notebooks"

    @property
    def assets(self) -> Path:
        """The folder of the course's own pictures; it is there only if it has any."""
        return self.folder / "assets"

    @cached_property
    def content(self) -> Content:
        """The words, as they were when they were first asked for; nothing else holds the same records.

        Raises:
            ContentError: they cannot be read; its problems say why.
        """
        return deepcopy(_loaded(self.content_folder, self.state))

    @property
    def state(self) -> tuple[tuple[str, int, int], ...]:
        """The state of the files that the words come from; it changes when one of them is saved."""
        return state_of(self.content_folder, "*.yaml")

    def reloaded(self) -> "Course":
        """Give the course of this folder and language with the words as they are now."""
        return Course(self.folder, self.language)

    def in_own_language(self) -> "Course":
        """Give the course of this folder in the language that its notebooks are stored in."""
        return Course(self.folder, self.own_language)

    def with_content(self, content: Content) -> "Course":
        """Give the same course with other words."""
        other = copy(self)
        other.content = content
        return other

    def for_students(self) -> "Course":
        """Give the same course without what only a trainer reads."""
        return self.with_content(self.content.for_students())


def require_course(course: object) -> Course:
    """Return the course that was passed to a class which shows a part of one.

    Raises:
        InvalidValue: nothing was passed, or something else; the message says how a course is made.
    """
    if isinstance(course, Course):
        return course
    found = "There is no course here" if course is None else f"{brief(repr(course))} is no course"
    raise InvalidValue(f'{found}. Make one first, and pass it: course = Course("..")')


def languages_of(folder: Path) -> list[str]:
    """List the languages of a course: the folders in its ``content`` that hold YAML files."""
    return sorted({file.parent.name for file in (folder / "content").glob("*/*.yaml")})


def own_language(languages: list[str]) -> str:
    """Choose the language of some that a course's notebooks are stored in: English, else the first by name."""
    return DEFAULT_LANGUAGE if DEFAULT_LANGUAGE in languages else languages[0]


def course_at(folder: Path, language: str | None = None) -> Course:
    """Make the course of a folder for a command or a server, which the language of a kernel does not concern.

    Raises:
        CourseNotFound: the folder holds no words, or not in this language.
    """
    languages = languages_of(folder)
    return Course(folder, language or (own_language(languages) if languages else None))


def notebooks_at(folder: Path) -> Path | None:
    """Find the notebooks that a folder means: it is a course, or holds them; None where there is no course."""
    if languages_of(folder):
        return folder / "notebooks" if (folder / "notebooks").is_dir() else None
    return folder if languages_of(folder.parent) else None


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


@lru_cache(maxsize=8)
def _loaded(folder: Path, _state: object) -> Content:
    """Read words once for as long as no file changes: each notebook that is run makes a ``Course`` of its own."""
    return load_content(folder)
