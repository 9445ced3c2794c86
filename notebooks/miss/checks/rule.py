"""A rule about content, and how its findings become problems.

Vocabulary: a *finding* is ``(file stem, path in that file, what is wrong and how to fix it)``; a rule *needs* the
files that the parameters of its ``find`` name, and is skipped until they are valid (see ``inputs.py``).
"""

import difflib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from ..errors import Level, Problem, brief
from ..loading.reading import ParsedCourse
from ..loading.yaml_tree import Location
from .inputs import call, needs_of

Finding = tuple[str, Location, str]


@dataclass(frozen=True)
class Rule:
    """A rule: its name, why it matters, the function that finds violations, and their level.

    The parameters of ``find`` name its inputs, as in
    ``def find(glossary: list[Term], sections: list[Section]) -> Iterator[Finding]``.
    """

    name: str
    why: str
    find: Callable[..., Iterator[Finding]]
    level: Level = "error"

    def needs(self, reading: ParsedCourse) -> frozenset[str]:
        """Return the stems of the files that must be valid."""
        return needs_of(self.find, reading)

    def problems(self, reading: ParsedCourse) -> list[Problem]:
        """Return the violations; the files that the rule needs must be valid."""
        return [
            reading.files[stem].problem(path, what, why=self.why, rule=self.name, level=self.level)
            for stem, path, what in call(self.find, reading)
        ]


def closest(name: str, known: Iterable[str], otherwise: str = "add it") -> str:
    """Return how to fix an unknown name: the known names that are similar, and what else would help."""
    close = difflib.get_close_matches(name[:99], sorted(known), n=3, cutoff=0.5)
    guess = f"did you mean {' or '.join(map(brief, close))}? Correct" if close else "correct"
    return f"{guess} the spelling, or {otherwise}"


def unknown(noun: str, name: str, known: Iterable[str], otherwise: str = "add it") -> str:
    """Return what is wrong with an unknown name, and how to fix it."""
    return (
        f"unknown {noun} '{brief(name)}' (deleted, or renamed?); {closest(name, known, otherwise)}; or remove it here"
    )
