"""Turn YAML into plain data and the line of each part, in one pass over the parser's events.

Features of YAML that authors would only use by mistake are refused: aliases (``*name``), keys that are not scalars, a
second document. A content file has records, lists, and scalars; nothing else.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from ..errors import ContentError, Problem, brief

Location = tuple[str | int, ...]

MAX_DEPTH = 20  # levels; no record of a course needs ten
EMPTY = object()  # the data of an empty file, which is not even null
PLAIN_TEXT = "tag:yaml.org,2002:str"
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml's, if PyYAML was built with it


class Tree:
    """The parser of one file; ``lines`` has the line (counted from 1) of each part."""

    def __init__(self, file: Path, text: str) -> None:
        self.file = file
        self.lines: dict[Location, int] = {}
        self._events: Iterator[yaml.Event] = yaml.parse(text, Loader=_Loader)
        self._resolver = yaml.resolver.Resolver()
        self._constructor = yaml.constructor.SafeConstructor()

    def data(self) -> Any:
        """Return the data of the whole file; ``EMPTY`` if it has none.

        Raises:
            ContentError: a duplicate key, a key that is not a scalar, an alias, a second document, too many levels,
                or a scalar that is invalid for its type.
            yaml.YAMLError: the text is not YAML.
        """
        next(self._events)  # the start of the stream
        if isinstance(next(self._events), yaml.StreamEndEvent):
            return EMPTY
        data = self._value(next(self._events), ())
        next(self._events)  # the end of the document
        after = next(self._events)
        if isinstance(after, yaml.DocumentStartEvent):
            raise self._error(after, "expected one document, found a second; remove the line with '---'")
        return data

    def _value(self, event: yaml.Event, path: Location) -> Any:
        """Return the data of the part that starts with an event."""
        if isinstance(event, yaml.AliasEvent):
            what = "expected text, found an alias (a name after '*'); write it out, or put the text in quotes"
            raise self._error(event, what)
        self.lines.setdefault(path, _line(event))  # `_record` has set the line of a key already
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if len(path) >= MAX_DEPTH:  # also limits the recursion of this method
            what = f"nested more than {MAX_DEPTH} levels; close an open bracket, or put the text in quotes"
            raise self._error(event, what)
        return self._list(path) if isinstance(event, yaml.SequenceStartEvent) else self._record(path)

    def _list(self, path: Location) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._value(event, (*path, len(items))))
        return items

    def _record(self, path: Location) -> dict[str, Any]:
        record: dict[str, Any] = {}
        while not isinstance(key := next(self._events), yaml.MappingEndEvent):
            if not isinstance(key, yaml.ScalarEvent):
                what = "expected a key, found a list or a record before the colon; put text with brackets in quotes"
                raise self._error(key, what)
            if key.value in record:
                what = f"duplicate key '{brief(key.value)}': this record has it already; keep one of them"
                raise self._error(key, what)
            self.lines[(*path, key.value)] = _line(key)
            record[key.value] = self._value(next(self._events), (*path, key.value))
        return record

    def _scalar(self, event: yaml.ScalarEvent) -> Any:
        tag = event.tag
        if tag in (None, "!"):
            tag = self._resolver.resolve(yaml.ScalarNode, event.value, event.implicit)
        if tag == PLAIN_TEXT:
            return event.value
        try:
            return self._constructor.construct_document(yaml.ScalarNode(tag, event.value))
        except (
            yaml.YAMLError,
            ValueError,
            LookupError,
            AttributeError,
        ) as error:  # PyYAML raises all of these
            what = f"invalid number, date or tag '{brief(event.value)}'; correct it, or put the text in quotes"
            raise self._error(event, what) from error

    def _error(self, event: yaml.Event, what: str) -> ContentError:
        return ContentError([Problem(self.file, _line(event), what)])


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1
