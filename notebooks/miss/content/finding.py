"""What a rule about the words finds, before it is known on which line of a file that stands."""

import difflib
from collections.abc import Iterable

from .yaml_file import Location

Finding = tuple[str, Location, str]  # the file's stem, the path in that file, what is wrong


def closest(name: str, known: Iterable[str]) -> str:
    """Say how to mend a name that is not known, by the known names most like it."""
    close = difflib.get_close_matches(name, list(known), n=3, cutoff=0.5)
    return f"did you mean {' or '.join(close)}?" if close else "check the spelling, or add it"
