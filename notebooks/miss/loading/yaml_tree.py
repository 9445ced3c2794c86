"""YAML to plain data and the line of each part, in one pass over the parser's events.

YAML can do more than words need, and each of these would be a trap for somebody who writes words: aliases (``*name``),
keys that are records, a second document. Here a file holds records, lists, and single values; nothing else.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from ..errors import ContentError, Problem, brief

Location = tuple[str | int, ...]

DEEPEST = 20  # levels; no record of a course needs ten
EMPTY = object()  # the data of a file that holds nothing, not even null
PLAIN_TEXT = "tag:yaml.org,2002:str"
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml's, where PyYAML was built with it


class Tree:
    """Makes the data of one file, and notes on which ``lines`` (counted from 1) its parts stand."""

    def __init__(self, file: Path, text: str) -> None:
        self.file = file
        self.lines: dict[Location, int] = {}
        self._events: Iterator[yaml.Event] = yaml.parse(text, Loader=_Loader)
        self._resolver = yaml.resolver.Resolver()
        self._constructor = yaml.constructor.SafeConstructor()

    def data(self) -> Any:
        """Make the data of the whole file; ``EMPTY`` where it holds nothing.

        Raises:
            ContentError: a key is there twice or is no word, an alias, a second document, too many levels, or a value
                that cannot be read as what it looks like.
            yaml.YAMLError: the text is not YAML.
        """
        next(self._events)  # the start of the stream
        if isinstance(next(self._events), yaml.StreamEndEvent):
            return EMPTY
        data = self._value(next(self._events), ())
        next(self._events)  # the end of the document
        after = next(self._events)
        if isinstance(after, yaml.DocumentStartEvent):
            raise self._refusal(after, "expected one document, found a second; remove the line with '---'")
        return data

    def _value(self, event: yaml.Event, path: Location) -> Any:
        """Make the data of the part that starts with an event."""
        if isinstance(event, yaml.AliasEvent):
            what = "expected text, found an alias (a name after '*'); write it out, or put the text in quotes"
            raise self._refusal(event, what)
        self.lines.setdefault(path, _line(event))  # a key has noted its own line already
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if len(path) >= DEEPEST:  # the limit also keeps this method from calling itself too often
            what = f"nested more than {DEEPEST} levels; close an open bracket, or put the text in quotes"
            raise self._refusal(event, what)
        return self._list(path) if isinstance(event, yaml.SequenceStartEvent) else self._record(path)

    def _list(self, path: Location) -> list[Any]:
        made: list[Any] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            made.append(self._value(event, (*path, len(made))))
        return made

    def _record(self, path: Location) -> dict[str, Any]:
        made: dict[str, Any] = {}
        while not isinstance(key := next(self._events), yaml.MappingEndEvent):
            if not isinstance(key, yaml.ScalarEvent):
                what = "expected a key, found a list or a record before the colon; put text with brackets in quotes"
                raise self._refusal(key, what)
            if key.value in made:
                what = f"duplicate key '{brief(key.value)}': this record has it already; keep one of them"
                raise self._refusal(key, what)
            self.lines[(*path, key.value)] = _line(key)
            made[key.value] = self._value(next(self._events), (*path, key.value))
        return made

    def _scalar(self, event: yaml.ScalarEvent) -> Any:
        tag = event.tag
        if tag in (None, "!"):
            tag = self._resolver.resolve(yaml.ScalarNode, event.value, event.implicit)
        if tag == PLAIN_TEXT:
            return event.value
        try:
            return self._constructor.construct_document(yaml.ScalarNode(tag, event.value))
        except (yaml.YAMLError, ValueError, LookupError, AttributeError) as error:  # what its constructors let through
            what = f"invalid number, date or tag '{brief(event.value)}'; correct it, or put the text in quotes"
            raise self._refusal(event, what) from error

    def _refusal(self, event: yaml.Event, what: str) -> ContentError:
        return ContentError([Problem(self.file, _line(event), what)])


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1
