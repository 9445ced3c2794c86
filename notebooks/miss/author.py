"""Commands for authors: create a course, regenerate its notebooks, and serve it."""

import os
import secrets
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from .course import DEFAULT_LANGUAGE, Course
from .errors import CommandError
from .files.folders import replace_folder
from .files.write import write_atomically
from .invocation import command
from .loading.json_schema import write_schemas
from .server.network import require_free_port

SKELETON = Path(__file__).parent / "skeleton"
# What the comments in the skeleton name in braces.
COMMANDS = {"check": ["check"], "watch": ["serve", "--watch"], "words": ["words"], "notebooks": ["notebooks"]}


def create_course(folder: Path) -> None:
    """Create a course from the skeleton, with its notebooks.

    Args:
        folder: the target folder; it is created if it is missing.

    Raises:
        CommandError: it is a file, or not empty.
        WriteError: it cannot be written; nothing of it is left then.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        state = "not empty" if folder.is_dir() else "a file"
        raise CommandError(f"{folder} is {state}, so nothing is written. Name a folder that does not exist yet.")
    with replace_folder(folder) as temporary:
        for file in SKELETON.rglob("*.yaml"):
            copy = temporary / file.relative_to(SKELETON)
            copy.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(copy, _with_commands(file.read_text(encoding="utf-8"), folder))
        _assign_id(temporary / "content" / DEFAULT_LANGUAGE / "course.yaml")
        write_schemas(temporary / "content" / "schema")
        regenerate_notebooks(Course(temporary, DEFAULT_LANGUAGE))


def _with_commands(text: str, folder: Path) -> str:
    """Fill in the commands that the comments of a file name, as they are typed here."""
    for name, options in COMMANDS.items():
        text = text.replace(f"{{{name}}}", command(options[0], *options[1:], course=folder))
    return text


def _assign_id(file: Path) -> None:
    """Give a new course a unique id: two courses on one origin must not share their progress store."""
    text = file.read_text(encoding="utf-8")
    write_atomically(file, text.replace("id: course ", f"id: course-{secrets.token_hex(4)} ", 1).encode())


def regenerate_notebooks(course: Course) -> None:
    """Create missing notebooks, repair broken ones, and store current outputs; print a message for each change.

    Raises:
        ContentError: the content cannot be read. Then, as with CourseError, no notebook is written.
        CourseError: a notebook cannot be read or executed; the message names it and how to repair it.
        CommandError: another process is writing, or a notebook could not be written and is unchanged.
    """
    from .notebooks.sync import regenerate

    message = ""
    for message in regenerate(course.in_own_language()):
        print(message)
    if not message:
        print("All notebooks are up to date.")


def serve(course: Course, port: int, watch: bool, hosts: Sequence[str] = (), options: Sequence[str] = ()) -> None:
    """Serve the course through Voilà until Ctrl+C.

    Args:
        course: the course.
        port: the port to listen on.
        watch: whether open pages follow edits of the content.
        hosts: other host names that requests may have, such as a proxy's.
        options: options for Voilà itself.

    Raises:
        CommandError: the port is in use, or an option is one that the command sets itself.
    """
    from .notebooks.freshness import ensure_stored

    # No retries: Voilà would use another port than the one that was printed.
    fixed = ["--no-browser", f"--port={port}", "--Voila.port_retries=0", f"--CourseProvider.watch={watch}"]
    fixed.append(f"--CourseProvider.language={course.language}")
    _refuse_repeated(fixed, options)
    require_free_port(port, "serve", *(["--watch"] if watch else []))
    if watch:
        import_module(".server.watch", __package__)  # fails here, before any work, if watchfiles is not installed
    ensure_stored(course, watch)  # fails here, before the server starts, if the content is invalid
    os.environ.setdefault("JUPYTER_PREFER_ENV_PATH", "1")  # this environment's settings before the system's
    from voila.app import Voila

    print("Voilà prints the address of the course below as soon as it is ready. Press Ctrl+C to stop it.")
    if watch:
        print(f"Open pages follow what you save in {course.content_folder}. `{command('notebooks')}` then stores it.")
    fixed += [f"--CourseProvider.hosts={host}" for host in hosts]
    Voila.launch_instance([str(course.notebooks_folder), *fixed, *options])


def _refuse_repeated(fixed: Sequence[str], options: Sequence[str]) -> None:
    """Raise a CommandError for options that the command sets itself: Voilà would read two values as a list."""
    names = {option.partition("=")[0] for option in fixed}
    if repeated := sorted(names & {option.partition("=")[0] for option in options}):
        raise CommandError(
            f"`miss serve` sets {repeated[0]} itself. Use its own options, which `{command('serve', '--help')}` lists."
        )
