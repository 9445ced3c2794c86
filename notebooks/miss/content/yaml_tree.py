"""Parsed YAML to plain data, part by part, with the line of each.

YAML can do more than words need, and each of these would be a trap for somebody who writes words: a part used twice
by ``*name``, keys that are records, tags. Here a file holds records, lists, and single values; nothing else.
"""

from pathlib import Path
from typing import Any

import yaml

from ..errors import ContentError, Problem, brief

Location = tuple[str | int, ...]


class Tree:
    """Makes the data of one file, and notes on which ``lines`` (counted from 1) its parts stand."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.lines: dict[Location, int] = {}
        self._met: set[int] = set()
        self._constructor = yaml.constructor.SafeConstructor()

    def value(self, node: yaml.Node, path: Location = ()) -> Any:
        """Make the data of one part.

        Raises:
            ContentError: a key is there twice or is no word, a part is used twice, or a value misleads.
        """
        if id(node) in self._met:
            what = "a part is used a second time here, by '*' and its name; write it out, or put the words in quotes"
            raise self._refusal(node, what)
        self._met.add(id(node))
        self.lines.setdefault(path, _line(node))  # a key has noted its own line already
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*path, index)) for index, item in enumerate(node.value)]
        if isinstance(node, yaml.MappingNode):
            return self._record(node, path)
        return self._scalar(node)

    def _record(self, node: yaml.MappingNode, path: Location) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise self._refusal(key, "a key should be one word before a colon; put words with brackets in quotes")
            if key.value in made:
                what = f"the key '{brief(key.value)}' is here twice in one record; keep one of them"
                raise self._refusal(key, what)
            self.lines[(*path, key.value)] = _line(key)
            made[key.value] = self.value(value, (*path, key.value))
        return made

    def _scalar(self, node: yaml.Node) -> Any:
        try:
            return self._constructor.construct_document(node)
        except (yaml.YAMLError, ValueError, LookupError, AttributeError) as error:  # what its constructors let through
            what = f"'{brief(str(node.value))}' cannot be read as the number, date or mark that it looks like"
            raise self._refusal(node, f"{what}; put the words in quotes") from error

    def _refusal(self, node: yaml.Node, what: str) -> ContentError:
        return ContentError([Problem(self.file, _line(node), what)])


def _line(node: yaml.Node) -> int:
    return int(node.start_mark.line) + 1
