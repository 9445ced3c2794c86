"""Counted words: ``{count:risks}`` in a text is replaced by "nine", if there are nine records in ``risks.yaml``.

So no text says a number that its file no longer has. The words for numbers are in the interface's words.
"""

import re
from collections.abc import Iterable, Iterator
from functools import reduce
from operator import getitem
from typing import Any

from .raw_files import RawFiles
from .yaml_file import YamlFile
from .yaml_tree import Location

# At the start of a text or of a sentence, the word begins with a capital.
COUNT = re.compile(r"(^\W*|[.!?]\W*\s)?\{count:([^{}]*)\}")

LEFT = re.compile(r"\{count:([^\s{}]*)")  # also without the second brace


def fill_counts(file: YamlFile, files: RawFiles) -> None:
    """Have the texts of a file say how many records there are; what counts no list stays as it is."""
    for path in file.counting:
        *outer, key = path
        _at(file.data, outer)[key] = COUNT.sub(lambda match: _word(match, files), _at(file.data, path))


def unfilled(file: YamlFile) -> Iterator[tuple[Location, str]]:
    """Yield the names of what was not counted, each with the path of its text."""
    for path in file.counting:
        yield from ((path, name) for name in LEFT.findall(_at(file.data, path)))


def _at(data: Any, path: Iterable[str | int]) -> Any:
    return reduce(getitem, path, data)


def _word(match: re.Match[str], files: RawFiles) -> str:
    number = files.number_of(match[2])
    if number is None:  # there is no such list, or its file cannot be read
        return match[0]
    words = files.number_words
    word = words[number - 1] if 0 < number <= len(words) else str(number)
    return word if match[1] is None else f"{match[1]}{word[:1].upper()}{word[1:]}"
