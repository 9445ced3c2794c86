"""The folder of a site. A manifest lists the site's files, so that files of others in the folder are kept."""

import json
import shutil
from fnmatch import fnmatch
from pathlib import Path

from ..errors import CommandError
from ..files.folders import replace_folder

MANIFEST = "site-files.json"
WRITER = "miss.deliver.site"  # fixed: sites that earlier versions wrote have it
# A site from before there was a manifest: the start of its service worker, and the names of its files.
LEGACY_SCRIPT = ("offline.js", "const KEPT = 'course-")
LEGACY_PATTERNS = ("*.html", "offline.js", "static/*", "codes/*.svg")


def write_folder(folder: Path, files: dict[str, bytes]) -> None:
    """Replace a site as a whole, and keep files of others in its folder.

    Args:
        folder: the target folder; it is created if it is missing.
        files: the content of each file, by name.

    Raises:
        CommandError: the folder is not that of a site, or cannot be written; it is unchanged.
    """
    manifest = json.dumps({"writer": WRITER, "files": [MANIFEST, *files]}, indent=1)
    with replace_folder(folder) as temporary:
        _copy_others(_other_files(folder), folder, temporary, {MANIFEST, *files})
        for name, body in ({MANIFEST: manifest.encode()} | files).items():
            (temporary / name).parent.mkdir(parents=True, exist_ok=True)
            (temporary / name).write_bytes(body)


def _other_files(folder: Path) -> set[str]:
    """Return the names of the files in a site's folder that do not belong to the site.

    Raises:
        CommandError: it is not a site's folder.
    """
    first = next(folder.iterdir(), None) if folder.is_dir() else None
    if not first:
        return set()
    if (written := _written_files(folder)) is not None:
        return _names(folder) - written
    raise CommandError(
        f"{folder} holds other files, such as {first.name}. Name an empty folder, or that of an earlier site. "
        "If it is an incomplete site that an earlier version left behind, delete it first."
    )


def _written_files(folder: Path) -> set[str] | None:
    """Return the names of the files that an earlier run wrote; None if the folder is not that of a site."""
    try:
        manifest = json.loads((folder / MANIFEST).read_bytes())
        if manifest["writer"] == WRITER:
            return set(manifest["files"])
    except (OSError, ValueError, KeyError, TypeError):
        pass  # no manifest, or another program's file of this name
    name, start = LEGACY_SCRIPT
    if (folder / name).is_file() and (folder / name).read_bytes().startswith(start.encode()):
        return {file for file in _names(folder) if any(fnmatch(file, pattern) for pattern in LEGACY_PATTERNS)}
    return None


def _names(folder: Path) -> set[str]:
    files = (path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir())
    return {path.relative_to(folder).as_posix() for path in files}


def _copy_others(others: set[str], folder: Path, temporary: Path, files: set[str]) -> None:
    """Copy the files that do not belong to the site into the new folder.

    Raises:
        CommandError: the site has a file of the same name.
    """
    if conflicts := sorted(others & files):
        raise CommandError(
            f"{folder / conflicts[0]} was not written with this site, which now has a file of that name. Move yours to "
            "another place, or name another folder."
        )
    for name in others:
        (temporary / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(folder / name, temporary / name, follow_symlinks=False)
