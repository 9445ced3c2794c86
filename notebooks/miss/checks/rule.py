"""What a rule about content is made of, and how its findings become problems.

Vocabulary: a *finding* is ``(file stem, path in that file, what is wrong and how to mend it)``; a rule *needs* the
files that the parameters of its ``find`` name, and is not tried before they can be read (see ``views.py``).
"""

import difflib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from ..errors import Level, Problem, brief
from ..loading.reading import Reading
from ..loading.yaml_tree import Location
from .views import call, needs_of

Finding = tuple[str, Location, str]


@dataclass(frozen=True)
class Rule:
    """One rule: its name, why it is there, what finds its breaches, and how bad a breach is.

    ``find`` takes what it looks at: ``def find(quiz: list[Item], sections: list[Section]) -> Iterator[Finding]``.
    """

    name: str
    why: str
    find: Callable[..., Iterator[Finding]]
    level: Level = "error"

    @cached_property
    def needs(self) -> frozenset[str]:
        """The stems of the files that it cannot judge without."""
        return needs_of(self.find)

    def problems(self, reading: Reading) -> list[Problem]:
        """List its breaches; all that it needs must have been read."""
        return [
            reading.files[stem].problem(path, what, why=self.why, rule=self.name, level=self.level)
            for stem, path, what in call(self.find, reading)
        ]


def closest(name: str, known: Iterable[str], otherwise: str = "add it") -> str:
    """Say how to mend an unknown name: which of the known ones may be meant, and what else would help."""
    close = difflib.get_close_matches(name[:99], sorted(known), n=3, cutoff=0.5)
    guess = f"did you mean {' or '.join(map(brief, close))}? Correct" if close else "correct"
    return f"{guess} the spelling, or {otherwise}"
