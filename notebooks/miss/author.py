"""What an author's commands do: begin a course, store its pages, and serve it."""

import os
import secrets
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from .course import DEFAULT_LANGUAGE, Course
from .errors import CommandError
from .files.folders import made_beside
from .files.write import write_whole
from .server.network import refuse_taken

SKELETON = Path(__file__).parent / "skeleton"


def begin(folder: Path) -> None:
    """Write the skeleton of a course, with its notebooks.

    Args:
        folder: where to; made if it is not there.

    Raises:
        CommandError: there is something in it already.
        WriteError: it cannot be written; there is nothing of it then.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        state = "not empty" if folder.is_dir() else "a file"
        raise CommandError(f"{folder} is {state}, so nothing is written. Name a folder that is not there yet.")
    with made_beside(folder) as beside:
        for file in SKELETON.rglob("*.yaml"):
            copied = beside / file.relative_to(SKELETON)
            copied.parent.mkdir(parents=True, exist_ok=True)
            write_whole(copied, file.read_bytes())
        _give_id(beside / "content" / DEFAULT_LANGUAGE / "course.yaml")
        store(Course(beside, DEFAULT_LANGUAGE))


def _give_id(file: Path) -> None:
    """Give a new course an id of its own: two at one address must not take each other's progress for theirs."""
    words = file.read_text(encoding="utf-8")
    write_whole(file, words.replace("id: course ", f"id: course-{secrets.token_hex(4)} ", 1).encode())


def store(course: Course) -> None:
    """Make the notebooks that are missing or broken, and store in each what it shows today; says what has changed.

    Raises:
        ContentError: the words cannot be read. Then, as with the next ones, no notebook is touched.
        CourseError: a notebook cannot be read or run; the message says which, and how to mend it.
        CommandError: another process is writing, or a notebook could not be written and is as it was.
    """
    from .notebooks.sync import store

    said = ""
    for said in store(course.in_own_language()):
        print(said)
    if not said:
        print("Every notebook holds what the words make today.")


def serve(course: Course, port: int, watch: bool, hosts: Sequence[str] = (), more: Sequence[str] = ()) -> None:
    """Serve the course through Voilà until Ctrl+C.

    Args:
        course: the course.
        port: where to listen.
        watch: whether open pages follow the words as they are edited.
        hosts: other names under which the course is asked for, such as a proxy's.
        more: options for Voilà itself.

    Raises:
        CommandError: the port is taken.
    """
    from .notebooks.ready import ready

    refuse_taken(port, "watch" if watch else "app")
    if watch:
        import_module(".server.watch", __package__)  # a package that is not installed is told before anything is done
    ready(course, watch)  # and so is what is wrong in the words
    os.environ.setdefault("JUPYTER_PREFER_ENV_PATH", "1")  # this environment's settings before the machine's
    from voila.app import Voila

    print("Voilà says below where the course is, as soon as it is there; Ctrl+C ends it.")
    if watch:
        print(f"Open pages follow what is saved in {course.content_folder}. `miss notebooks` then stores it.")
    # Without a retry: another port would be served than the one that was printed.
    fixed = ["--no-browser", f"--port={port}", "--Voila.port_retries=0", f"--CourseProvider.watch={watch}"]
    fixed.append(f"--CourseProvider.language={course.language}")
    _refuse_set_twice(fixed, more)
    options = [*fixed, *(f"--CourseProvider.hosts={host}" for host in hosts), *more]
    Voila.launch_instance([str(course.notebooks_folder), *options])


def _refuse_set_twice(fixed: Sequence[str], more: Sequence[str]) -> None:
    """Refuse options of Voilà that the command sets itself, which Voilà would take for a list."""
    ours = {option.partition("=")[0] for option in fixed}
    if twice := sorted(ours & {option.partition("=")[0] for option in more}):
        raise CommandError(
            f"`miss serve` sets {twice[0]} itself. Use its own options, which `miss serve --help` lists."
        )
