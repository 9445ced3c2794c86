"""The files of one language as they are written, each read once, and how many entries their lists have."""

from functools import cached_property
from pathlib import Path
from typing import Any

from ..errors import ContentError
from ..schema.content import OPTIONAL
from ..schema.default_words import default_words
from .yaml_file import REQUIRED, YamlFile, read_yaml


class RawFiles:
    """The YAML files of a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._read: dict[str, YamlFile | ContentError] = {}

    def read(self, stem: str) -> YamlFile:
        """Return a file by its stem.

        Raises:
            ContentError: it cannot be read.
        """
        if stem not in self._read:
            try:
                self._read[stem] = read_yaml(self.folder / f"{stem}.yaml", default=OPTIONAL.get(stem, REQUIRED))
            except ContentError as error:
                self._read[stem] = error
        read = self._read[stem]
        if isinstance(read, ContentError):
            raise read
        return read

    def number_of(self, name: str) -> int | None:
        """Return the number of entries of a list; None if there is none of that name."""
        stem = name.partition(".")[0]
        return lists_of(stem, self._data(stem)).get(name)

    @cached_property
    def number_words(self) -> list[str]:
        """Return the words for one, two, three and so on, in the language of the course."""
        language = _at(self._data("course"), "language")
        default = _at(_at(default_words(language), "count"), "numbers") if isinstance(language, str) else None
        words = _at(_at(self._data("interface"), "count"), "numbers") or default
        return [str(word) for word in words] if isinstance(words, list) else []

    def _data(self, stem: str) -> Any:
        try:
            return self.read(stem).data
        except ContentError:
            return None


def lists_of(stem: str, data: Any) -> dict[str, int]:
    """Return how many entries each list of a file has, by its name, such as ``risks`` or ``mrs-t.stops``."""
    if isinstance(data, list):
        return {stem: len(data)}
    keys = data.items() if isinstance(data, dict) else ()
    return {f"{stem}.{key}": len(value) for key, value in keys if isinstance(value, list)}


def _at(data: Any, key: str) -> Any:
    return data.get(key) if isinstance(data, dict) else None
