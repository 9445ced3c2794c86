"""The script that keeps a site for when there is no network, and the marks by which it knows one version's files."""

import json
from collections.abc import Mapping
from pathlib import PurePath

from .assets import PAGE
from .frame import version

OFFLINE = "offline.js"
# Where each kind of file takes its mark: what stands there, and what is to stand there instead.
MARKED = {
    ".html": ("<html ", '<html data-version="{}" '),
    ".js": ("", "/* {} */ "),
    ".css": ("", "/* {} */ "),
}


def with_offline(files: Mapping[str, str]) -> dict[str, str]:
    """Mark a site's files with their version, and add the script that keeps them all.

    A host that is being written to, or that answers in the course's place (a login), may give a file of another
    version or none of ours; what it adds to a page of its own accord does not touch the mark.

    Args:
        files: everything that a site is to have without a network: name to text.
    """
    marks = {name: version(text) for name, text in files.items() if PurePath(name).suffix in MARKED}
    marked = {name: _marked(name, text, marks[name]) if name in marks else text for name, text in files.items()}
    return marked | {OFFLINE: _script(marked, marks)}


def _marked(name: str, text: str, mark: str) -> str:
    place, instead = MARKED[PurePath(name).suffix]
    return text.replace(place, instead.format(mark), 1)


def _script(files: Mapping[str, str], marks: Mapping[str, str]) -> str:
    """Name what is to be kept, under a name that changes when any of it does, or the script itself."""
    kept = {_address(name, marks): marks.get(name, "") for name in files}
    script = (PAGE / OFFLINE).read_text(encoding="utf-8")
    state = version(repr((script, sorted(files.items()))))
    return f"const STATE = {json.dumps(state)};\nconst FILES = {json.dumps(kept)};\n{script}"


def _address(name: str, marks: Mapping[str, str]) -> str:
    """The address that a page asks for: that of a script or a style has its version."""
    return name if name not in marks or name.endswith(".html") else f"{name}?v={marks[name]}"
