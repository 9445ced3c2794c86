"""What an author's commands do: begin a course, store its pages, and serve it."""

import os
import secrets
import shutil
from collections.abc import Sequence
from pathlib import Path

from .course import choose, content_folder, course, language, notebooks_folder, own_language
from .deliver.network import refuse_taken

SKELETON = Path(__file__).parent / "skeleton"


def begin(folder: Path) -> None:
    """Write the skeleton of a course, with its notebooks.

    Args:
        folder: where to; made if it is not there.

    Raises:
        FileExistsError: there is something in it already.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileExistsError(f"{folder} is not empty, so nothing is written. Name a folder that is not there yet.")
    shutil.copytree(SKELETON, folder, dirs_exist_ok=True)
    choose(folder)
    _give_id(content_folder() / "course.yaml")
    store()


def _give_id(file: Path) -> None:
    """Give a new course an id of its own: two at one address must not take each other's progress for theirs."""
    words = file.read_text(encoding="utf-8")
    file.write_text(words.replace("id: course ", f"id: course-{secrets.token_hex(4)} ", 1), encoding="utf-8")


def store() -> None:
    """Make the notebooks that are not there, and store in each what it shows today; says which ones have changed.

    Raises:
        ContentError: the words cannot be read. Then, as with the next one, no stored output is touched.
        CellError: a cell of a notebook failed.
    """
    from .deliver.compose import compose
    from .deliver.store import stale

    made = compose(notebooks_folder(), course())
    changed = stale(notebooks_folder())
    for notebook, text in changed.items():
        notebook.write_text(text, encoding="utf-8")
        print(f"{'Made' if notebook in made else 'Stored'} {notebook.name}")
    if not changed:
        print("Every notebook holds what the words make today.")


def store_own_language() -> None:
    """Bring the stored notebooks up to the words; in another language they are left as they are."""
    if language() == own_language():
        store()


def serve(port: int, watch: bool, hosts: Sequence[str] = (), more: Sequence[str] = ()) -> None:
    """Serve the course through Voilà until Ctrl+C.

    Args:
        port: where to listen.
        watch: whether open pages follow the words as they are edited.
        hosts: other names under which the course is asked for, such as a proxy's.
        more: options for Voilà itself.

    Raises:
        Refusal: the port is taken.
    """
    refuse_taken(port, "watch" if watch else "app")
    course()  # a typing error is told before anything is started
    if not watch:
        store_own_language()
    os.environ.setdefault("JUPYTER_PREFER_ENV_PATH", "1")  # this environment's settings before the machine's
    from voila.app import Voila

    print("Voilà says below where the course is, as soon as it is there; Ctrl+C ends it.")
    if watch:
        print(f"Open pages follow what is saved in {content_folder()}. `miss notebooks` then stores it.")
    # Without a retry: another port would be served than the one that was printed.
    fixed = ["--no-browser", f"--port={port}", "--Voila.port_retries=0", f"--CourseProvider.watch={watch}"]
    options = [*fixed, *(f"--CourseProvider.hosts={host}" for host in hosts), *more]
    Voila.launch_instance([str(notebooks_folder()), *options])
