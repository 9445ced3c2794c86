"""A course: one folder with ``content``, ``notebooks`` and, where it has pictures of its own, ``assets``."""

import os
from copy import copy, deepcopy
from functools import cached_property, lru_cache
from pathlib import Path

from .checks.build import load_content
from .errors import CourseNotFound, InvalidValue, brief
from .schema.content import Content, drawings_of

DEFAULT_LANGUAGE = "en"  # used if a course has it and none is named
LANGUAGE_VARIABLE = "MISS_LANGUAGE"  # the environment variable by which a server passes the language to a kernel


class Course:
    """One course in one language: its folder, its content and its pictures.

    >>> course = Course("..")
    >>> course.content.records["conditions"][0].id
    'degenerated-disc'
    """

    def __init__(self, folder: str | os.PathLike[str], language: str | None = None) -> None:
        """Open a course; its content is read on first access.

        Args:
            folder: the course's folder; from a notebook, it is "..".
            language: a folder in its ``content``; default: the one that the server passed to this kernel, else
                the language that the course's notebooks are stored in.

        Raises:
            CourseNotFound: the folder has no content, or not in this language.
            InvalidValue: ``folder`` is not a path.
        """
        if not isinstance(folder, (str, os.PathLike)):
            raise InvalidValue(f'{brief(repr(folder))} is no folder. A notebook writes Course("..").')
        self.folder = Path(folder).resolve()
        self.languages = languages_of(self.folder)
        if not self.languages:
            raise CourseNotFound(
                f"{self.folder} is no course: it has no content/{DEFAULT_LANGUAGE} with YAML files in it."
            )
        self.language = language or os.environ.get(LANGUAGE_VARIABLE) or self.own_language
        if self.language not in self.languages:
            raise CourseNotFound(
                f"There is no language '{brief(str(self.language))}' in {self.folder / 'content'}. "
                f"Accepted: {', '.join(self.languages)}."
            )

        self.for_students_only = False
        self.left_out: frozenset[str] = frozenset()
        """The names of the notebooks that are no page of it: an edition for students lacks those for trainers."""

    def __repr__(self) -> str:
        return f"Course({str(self.folder)!r}, language={self.language!r})"

    @property
    def own_language(self) -> str:
        """The language that the course's notebooks are stored in: English, else the first by name."""
        return own_language(self.languages)

    @property
    def content_folder(self) -> Path:
        """The folder of the content in this language."""
        return self.folder / "content" / self.language

    @property
    def notebooks_folder(self) -> Path:
        """The folder of the notebooks; each one is a page."""
        return self.folder / "notebooks"

    @property
    def assets(self) -> Path:
        """The folder of the course's own pictures; it exists only if there are any."""
        return self.folder / "assets"

    @cached_property
    def content(self) -> Content:
        """The content, as it was on first access; no other course shares these records.

        Raises:
            ContentError: it cannot be read; its problems say why.
        """
        return deepcopy(_loaded(self.content_folder, self.state))

    @property
    def state(self) -> tuple[tuple[str, int, int], ...]:
        """The state of the content files and the drawings; it changes when one of them is saved."""
        return state_of(self.content_folder, "*.yaml") + state_of(drawings_of(self.content_folder), "**/*.svg")

    def reloaded(self) -> "Course":
        """Return the course of this folder and language with the current content, which is read at once.

        Raises:
            ContentError: it cannot be read; its problems say why.
        """
        course = Course(self.folder, self.language)
        course = course.with_content(course.content)
        return course.for_students() if self.for_students_only else course

    def in_own_language(self) -> "Course":
        """Return the same course in the language that its notebooks are stored in."""
        return Course(self.folder, self.own_language)

    def with_content(self, content: Content) -> "Course":
        """Return the same course with other content."""
        course = copy(self)
        course.content = content
        return course

    def for_students(self) -> "Course":
        """Return the edition of the course that students get: it lacks what only trainers read."""
        course = self.with_content(self.content.for_students())
        course.for_students_only, course.left_out = True, self.left_out | self.content.trainer_pages
        return course


def require_course(course: object) -> Course:
    """Return ``course`` if it is a Course.

    Raises:
        InvalidValue: it is None or something else; the message says how to make a course.
    """
    if isinstance(course, Course):
        return course
    found = "There is no course here" if course is None else f"{brief(repr(course))} is no course"
    raise InvalidValue(f'{found}. Make one first, and pass it: course = Course("..")')


def languages_of(folder: Path) -> list[str]:
    """List the languages of a course: the folders in its ``content`` that hold YAML files."""
    return sorted({file.parent.name for file in (folder / "content").glob("*/*.yaml")})


def own_language(languages: list[str]) -> str:
    """Return the language that a course's notebooks are stored in: English, else the first by name."""
    return DEFAULT_LANGUAGE if DEFAULT_LANGUAGE in languages else languages[0]


def course_at(folder: Path, language: str | None = None) -> Course:
    """Return the course of a folder for a command or a server, without regard to a kernel's language.

    Raises:
        CourseNotFound: the folder has no content, or not in this language.
    """
    languages = languages_of(folder)
    return Course(folder, language or (own_language(languages) if languages else None))


def notebooks_at(folder: Path) -> Path | None:
    """Return the notebooks folder of a course, from the course's folder or its own; None if it is neither."""
    if languages_of(folder):
        return folder / "notebooks" if (folder / "notebooks").is_dir() else None
    return folder if languages_of(folder.parent) else None


def state_of(folder: Path, pattern: str) -> tuple[tuple[str, int, int], ...]:
    """Return the path, modification time and size of each matching file: they differ once one is saved."""
    return tuple(state for file in sorted(folder.glob(pattern)) for state in _state(file))


def _state(file: Path) -> list[tuple[str, int, int]]:
    """Return a file's state; nothing for a broken link, which some editors create while a file is open."""
    try:
        state = file.stat()
    except OSError:
        return []
    return [(str(file), state.st_mtime_ns, state.st_size)]


@lru_cache(maxsize=8)
def _loaded(folder: Path, _state: object) -> Content:
    """Cache the content until a file changes: each notebook that is executed creates its own ``Course``."""
    return load_content(folder)
