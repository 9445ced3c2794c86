"""The folder of a site: known by a mark that says what was written, so that what others put there is kept.

Vocabulary: the *mark* is a file of the site that lists the site's files, and is written before them.
"""

import json
import shutil
from fnmatch import fnmatch
from pathlib import Path

from ..errors import CommandError
from ..files.folders import made_beside

MARK = "site-files.json"
WRITER = "miss.deliver.site"  # what the sites that earlier versions wrote say
# A site that was written before there was a mark: how its script for when there is no network begins, and what it had.
UNMARKED = ("offline.js", "const KEPT = 'course-")
UNMARKED_NAMES = ("*.html", "offline.js", "static/*", "codes/*.svg")


def write_folder(folder: Path, files: dict[str, bytes]) -> None:
    """Write a site whole: the earlier one stays until the new one takes its place, with what others put beside it.

    Args:
        folder: where to; made if it is not there.
        files: name to content.

    Raises:
        CommandError: the folder holds something else than a site, or cannot be written; it is as it was.
    """
    mark = json.dumps({"writer": WRITER, "files": [MARK, *files]}, indent=1)
    with made_beside(folder) as beside:
        _keep(_others(folder), folder, beside, {MARK, *files})
        for name, body in ({MARK: mark.encode()} | files).items():
            (beside / name).parent.mkdir(parents=True, exist_ok=True)
            (beside / name).write_bytes(body)


def _others(folder: Path) -> set[str]:
    """List what is in a site's folder that is not the site's.

    Raises:
        CommandError: it is not a site's folder.
    """
    found = next(folder.iterdir(), None) if folder.is_dir() else None
    if not found:
        return set()
    if (ours := _ours(folder)) is not None:
        return _names(folder) - ours
    raise CommandError(
        f"{folder} holds other files, such as {found.name}. Name an empty folder, or one that a site was written to. "
        "If it is what an earlier version left of a site when it was interrupted, delete it first."
    )


def _ours(folder: Path) -> set[str] | None:
    """List the files that an earlier run wrote; None where there was no such run."""
    try:
        mark = json.loads((folder / MARK).read_bytes())
        if mark["writer"] == WRITER:
            return set(mark["files"])
    except (OSError, ValueError, KeyError, TypeError):
        pass  # no mark, or another program's file of this name
    name, start = UNMARKED
    if (folder / name).is_file() and (folder / name).read_bytes().startswith(start.encode()):
        return {own for own in _names(folder) if any(fnmatch(own, form) for form in UNMARKED_NAMES)}
    return None


def _names(folder: Path) -> set[str]:
    files = (path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir())
    return {path.relative_to(folder).as_posix() for path in files}


def _keep(others: set[str], folder: Path, beside: Path, files: set[str]) -> None:
    """Copy what is not the site's.

    Raises:
        CommandError: the site has a file of the same name.
    """
    if both := sorted(others & files):
        raise CommandError(
            f"{folder / both[0]} was not written with this site, which now has a file of that name. Move yours to "
            "another place, or name another folder."
        )
    for name in others:
        (beside / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(folder / name, beside / name, follow_symlinks=False)
