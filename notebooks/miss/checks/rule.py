"""What a rule about content is made of, and how its findings become problems.

Vocabulary: a *finding* is ``(file stem, path in that file, what is wrong and how to mend it)``; a rule *needs* the
files it cannot judge without. Of a file that cannot be read a rule sees nothing, so it must name it here or do without.
"""

import difflib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from ..content.load import Content
from ..content.yaml_tree import Location
from ..errors import Level, brief

Finding = tuple[str, Location, str]


@dataclass(frozen=True)
class Rule:
    """One rule: its name, why it is there, what finds its breaches, and how bad a breach is."""

    name: str
    why: str
    find: Callable[[Content], Iterator[Finding]]
    needs: tuple[str, ...] = ()
    level: Level = "error"


def closest(name: str, known: Iterable[str]) -> str:
    """Guess which of the known names was meant."""
    close = difflib.get_close_matches(name[:99], list(known), n=3, cutoff=0.5)
    return f"did you mean {' or '.join(map(brief, close))}?" if close else "check the spelling, or add it"
