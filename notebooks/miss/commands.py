"""What each command does with what was typed."""

import argparse
import sys
from pathlib import Path

from . import author
from .course import Course, course_at, languages_of
from .errors import CommandError, CourseNotFound

PROGRAM = "miss"
BROKEN_CONTENT = 2  # the exit status where the words cannot be read


def _course(asked: argparse.Namespace) -> Course:
    """Give the course that was named, or the one that this command was typed in."""
    return course_at(asked.course or _course_around(Path.cwd(), asked.command), getattr(asked, "language", None))


def _course_around(folder: Path, command: str) -> Path:
    found = next((near for near in (folder, *folder.parents) if languages_of(near)), None)
    if found is None:
        how = f"`{PROGRAM} {command} --help` says how"
        raise CourseNotFound(f"There is no course in {folder}. Go to its folder, or name it; {how}.")
    return found


def _require_words(folder: Path, language: str | None) -> None:
    if not any(folder.glob("*.yaml")):
        missing = "there is no YAML file in it" if folder.is_dir() else "there is no such folder"
        raise CourseNotFound(f"{folder} holds no words to check: {missing}. Name a course's folder.")
    if language:
        raise CommandError(
            f"{folder} is the folder of one language. Leave out --language, or name the course's folder."
        )


def check(asked: argparse.Namespace) -> int:
    """Check the words of a course and what its notebooks store; the status is 2 where something must be mended."""
    from .checks import run
    from .checks.formats import FORMATS
    from .notebooks.check import with_notebooks

    if asked.course and not languages_of(asked.course):  # the words alone, wherever their notebooks are
        _require_words(asked.course, asked.language)
        report = run.check(asked.course)
    else:
        course = _course(asked)
        report = with_notebooks(run.check(course.content_folder), course)
    broken = bool(report.errors)
    print(FORMATS[asked.format](report), file=sys.stderr if broken and asked.format == "text" else sys.stdout)
    return BROKEN_CONTENT if broken else 0


def schema(asked: argparse.Namespace) -> None:
    """Write the schemas that an editor reads."""
    from .loading.json_schema import write_schemas

    folder = asked.folder
    if asked.course or not folder:
        course = _course(asked)
        folder = folder or course.folder / "content" / "schema"
    written = write_schemas(folder)
    print(f"{len(written)} schemas in {folder}.")


def new(asked: argparse.Namespace) -> None:
    """Begin a course."""
    author.begin(asked.folder)
    print(f"{asked.folder} is a course. Its words are in {asked.folder / 'content'}; begin with course.yaml.")
    print(f"See it with `miss serve {asked.folder} --watch`.")


def notebooks(asked: argparse.Namespace) -> None:
    """Bring what the notebooks of a course store up to its words."""
    author.store(_course(asked))


def serve(asked: argparse.Namespace) -> None:
    """Serve a course through Voilà."""
    hosts = [host for host in (asked.hosts or "").split(",") if host]
    author.serve(_course(asked), asked.port, asked.watch, hosts, asked.rest)


def site(asked: argparse.Namespace) -> None:
    """Write a course as plain files."""
    from .export.site import write_site

    course = _course(asked)
    folder = asked.folder or course.folder / "dist" / "site"
    written = write_site(course, folder, asked.address, trainer=not asked.students)
    print(f"{len(written)} files in {folder}. Open {written[0]}, or copy the folder to any web server.")


def serve_to_class(asked: argparse.Namespace) -> None:
    """Serve a course to the devices on this machine's network."""
    from .server.classroom import serve_class

    serve_class(_course(asked), asked.port, asked.host, asked.kernels)


def handouts(asked: argparse.Namespace) -> None:
    """Write a course's sheets as PDF."""
    from .export.handouts import write_handouts

    course = _course(asked)
    for file in write_handouts(course, asked.folder or course.folder / "dist" / "handouts"):
        print(file)


def icons(asked: argparse.Namespace) -> None:
    """Draw a course's icons."""
    from .export.icon_drawing import draw_icons

    for file in draw_icons(_course(asked)):
        print(file)
