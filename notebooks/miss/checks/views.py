"""What a rule may take: each parameter of its ``find`` is a file, named by its stem, or one of the views below.

So a rule sees only what it takes, and it waits for all that it takes.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from inspect import signature
from pathlib import Path
from typing import Any, get_type_hints

from ..loading.reading import Reading
from ..loading.walk import ContentPart
from ..schema.agenda import entries_by_topic, taught_in
from ..schema.content import EVERY_FILE, FILES, Content, drawings_of


@dataclass(frozen=True)
class View:
    """A piece of a course as far as it can be read.

    ``needs`` names the files that have to be sound for it, ``make`` makes it when they are, and ``type`` is its type.
    """

    needs: frozenset[str]
    make: Callable[[Reading], Any]
    type: Any


def needs_of(find: Callable[..., Any]) -> frozenset[str]:
    """Name the files that have to be sound for all the parameters of a function."""
    return frozenset[str]().union(*(VIEWS[name].needs for name in signature(find).parameters))


def call(find: Callable[..., Any], reading: Reading) -> Any:
    """Call a function with the views that its parameters name."""
    return find(**{name: VIEWS[name].make(reading) for name in signature(find).parameters})


def folder(reading: Reading) -> Path:
    """Where the files stand."""
    return reading.folder


def drawings_folder(reading: Reading) -> Path:
    """Where the course's drawings stand."""
    return drawings_of(reading.folder)


def readable_parts(reading: Reading) -> list[ContentPart]:
    """Every record and every text of whichever files can be read; for a rule that looks at each by itself."""
    return reading.parts


def student_parts(reading: Reading) -> list[ContentPart]:
    """Every record and every text that students may read."""
    return [part for part in reading.parts if part.stem in FILES]


def all_parts(reading: Reading) -> list[ContentPart]:
    """Every record and every text of the whole course."""
    return reading.parts


def _returned(make: Callable[..., Any]) -> Any:
    return get_type_hints(make, include_extras=True)["return"]


def _file(stem: str) -> View:
    return View(frozenset([stem]), lambda reading: reading.values[stem], TYPES[stem])


def _of_reading(make: Callable[[Reading], Any], needs: Iterable[str] = ()) -> View:
    return View(frozenset(needs), make, _returned(make))


def _of_views(make: Callable[..., Any]) -> View:
    return View(needs_of(make), lambda reading: call(make, reading), _returned(make))


TYPES = get_type_hints(Content, include_extras=True)
VIEWS = {
    **{stem: _file(stem) for stem in EVERY_FILE},
    "folder": _of_reading(folder),
    "drawings_folder": _of_reading(drawings_folder),
    "readable_parts": _of_reading(readable_parts),
    "student_parts": _of_reading(student_parts, FILES),
    "all_parts": _of_reading(all_parts, EVERY_FILE),
}
VIEWS["entries"] = _of_views(entries_by_topic)
VIEWS["taught"] = _of_views(taught_in)
