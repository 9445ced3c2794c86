"""The spaces at the start of lines: which line does not begin where a part of a content file can begin.

Vocabulary: a *level* is a column at which lines of a record begin, or the hyphens of a list.
"""

import re
from collections import Counter
from typing import NamedTuple

DASHES = re.compile(r"(?:- +)*")


class Level(NamedTuple):
    """A column, and whether it is that of a list's hyphens."""

    column: int
    is_list: bool


class Line(NamedTuple):
    """A line that is no note: its number counted from 1, its column, and its text from there on."""

    number: int
    column: int
    text: str

    @property
    def is_entry(self) -> bool:
        """Whether it begins an entry of a list."""
        return self.text.startswith("- ")

    @property
    def key(self) -> str:
        """Its key, with the hyphen before it."""
        return self.text.partition(":")[0]

    @property
    def opens(self) -> bool:
        """Whether what belongs to it stands below: it ends with a colon or a hyphen."""
        return self.text.partition(" #")[0].rstrip().endswith((":", "-"))


def misplaced(lines: list[str]) -> tuple[int, str] | None:
    """Return ``(line, what is wrong and how to mend it)`` of the first line that begins at no level."""
    levels, opens = [Level(-2, False)], True  # the file itself
    written = _written(lines)
    for index, line in enumerate(written):
        accepted = _accepted(levels, line.is_entry, opens)
        if line.column not in accepted:
            return _blame(written, index, accepted)
        levels = _levels_at(levels, line)
        opens = line.opens
    return None


def _written(lines: list[str]) -> list[Line]:
    return [
        Line(number, len(line) - len(line.lstrip(" ")), text)
        for number, line in enumerate(lines, 1)
        if (text := line.strip(" ")) and not text.startswith("#")
    ]


def _blame(written: list[Line], index: int, accepted: list[int]) -> tuple[int, str]:
    """Blame the line above if it is the one that has left its place, so that this one is too deep below it."""
    line, above, opener = written[index], written[max(0, index - 1)], written[max(0, index - 2)]
    place = line.column - 2 * (above.opens or above.is_entry > line.is_entry)
    if place > above.column and _has_left(above, opener, place, written):
        return above.number, _message(above.column, [place])
    return line.number, _message(line.column, accepted)


def _has_left(line: Line, opener: Line, place: int, written: list[Line]) -> bool:
    """Return whether a line once stood at a deeper place.

    It did if the key above has nothing below it, if lines like it mostly stand there, or at least the line above does.
    """
    if opener.opens and line.column <= opener.column:
        return True
    columns = Counter(other.column for other in written if other.key == line.key and other is not line)
    there, here = columns[place], columns[line.column]
    return there > here or (there == here == 0 and opener.column == place)


def _accepted(levels: list[Level], is_list: bool, opens: bool) -> list[int]:
    """Return the columns at which a line can begin, after a line that opens a part or not."""
    columns = {level.column for level in levels if level.is_list == is_list}
    if opens:
        columns |= {levels[-1].column + 2, *([levels[-1].column] if is_list else [])}
    return sorted(column for column in columns if column >= 0)


def _levels_at(levels: list[Level], line: Line) -> list[Level]:
    """Return the levels that are open after a line; a hyphen opens that of what follows it."""
    level = Level(line.column, line.is_entry)
    outer = [each for each in levels if each < level]
    dashes = DASHES.match(line.text)
    inner = [Level(line.column + dashes.end(), False)] if line.is_entry and dashes else []
    return [*outer, level, *inner]


def _message(column: int, accepted: list[int]) -> str:
    near = sorted(sorted(accepted, key=lambda other: abs(other - column))[:2])
    spaces = " or ".join(map(str, near))
    cure = "line it up with the lines that it belongs to"
    return f"expected {spaces} spaces at the start of this line, found {column}; {cure}"
