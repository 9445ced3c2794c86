"""The service worker that caches a site for offline use, and the version marks by which it recognizes its files."""

import json
from collections.abc import Mapping
from pathlib import PurePath

from .assets import SCRIPTS_FOLDER
from .frame import version

SERVICE_WORKER = "offline.js"
# How each type of file is marked: the text to replace, and its replacement.
MARKED = {
    ".html": ("<html ", '<html data-version="{}" '),
    ".js": ("", "/* {} */ "),
    ".css": ("", "/* {} */ "),
}


def add_service_worker(files: Mapping[str, str | bytes]) -> dict[str, str | bytes]:
    """Return a site's files with version marks, and with the service worker that caches them.

    A host may serve a file of another version (during an upload) or a page of its own (a login); the marks let the
    service worker reject both. They survive what some hosts insert into pages.

    Args:
        files: the files that are available offline, as name to text or bytes.
    """
    texts = {name: text for name, text in files.items() if isinstance(text, str) and PurePath(name).suffix in MARKED}
    marks = {name: version(text) for name, text in texts.items()}
    marked = {**files, **{name: _marked(name, text, marks[name]) for name, text in texts.items()}}
    return marked | {SERVICE_WORKER: _script(marked, marks)}


def _marked(name: str, text: str, mark: str) -> str:
    target, replacement = MARKED[PurePath(name).suffix]
    return text.replace(target, replacement.format(mark), 1)


def _script(files: Mapping[str, str | bytes], marks: Mapping[str, str]) -> str:
    """Return the service worker with its files and a state that changes with any of them and with the script itself."""
    cached = {_url(name, marks): marks.get(name, "") for name in files}
    script = (SCRIPTS_FOLDER / SERVICE_WORKER).read_text(encoding="utf-8")
    state = version(repr((script, sorted(files.items()))))
    return f"const STATE = {json.dumps(state)};\nconst FILES = {json.dumps(cached)};\n{script}"


def _url(name: str, marks: Mapping[str, str]) -> str:
    """Return the URL that pages request: those of scripts and style sheets contain their version."""
    return name if name not in marks or name.endswith(".html") else f"{name}?v={marks[name]}"
