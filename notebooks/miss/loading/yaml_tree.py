"""Turn YAML into plain data and the line of each part, in one pass over the parser's events.

Features of YAML that authors would only use by mistake are refused: aliases (``*name``), keys that are not scalars, a
second document. A content file has records, lists, and scalars; nothing else.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from ..errors import ContentError, Problem, brief, excerpt
from .value_slips import bare_slip, hash_slip

Location = tuple[str | int, ...]

LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
COUNTED = "{count:"
NOTE = re.compile(" #")
MAX_DEPTH = 20  # levels; no record of a course needs ten
EMPTY = object()  # the data of an empty file, which is not even null
PLAIN_TEXT = "tag:yaml.org,2002:str"
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml's, if PyYAML was built with it


def parse(text: str) -> Iterator[yaml.Event]:
    """Return the parser's events of a text."""
    events: Iterator[yaml.Event] = yaml.parse(text, Loader=_Loader)
    return events


def lines_of(text: str) -> list[str]:
    """Return the lines of a text as YAML counts them."""
    return LINE_END.split(text)


def lines_within_texts(text: str) -> set[int]:
    """Return the lines that go on with a text, which opens above them with a quote or as a block."""
    found = set[int]()
    for event in parse(text):
        start, end = event.start_mark, event.end_mark
        if isinstance(event, yaml.ScalarEvent) and event.style and start and end:
            found.update(range(start.line + 2, end.line + (2 if end.column else 1)))
    return found


def _lines_with_notes(text: str) -> set[int]:
    """Return the lines that go on with a '#' after something else."""
    found = set()
    for note in NOTE.finditer(text):
        before = text[text.rfind("\n", 0, note.start()) + 1 : note.start()].strip()
        if before and not before.startswith("#"):
            found.add(text.count("\n", 0, note.start()) + 1)
    return found


class Tree:
    """The parser of one file.

    ``lines`` has the line (counted from 1) of each part; ``slips`` what was read, but surely not as it was meant;
    ``counting`` the paths of the texts that say how many records there are.
    """

    def __init__(self, file: Path, text: str) -> None:
        self.file = file
        self.lines: dict[Location, int] = {}
        self.slips: list[Problem] = []
        self.counting: list[Location] = []
        self._text = text
        self._with_notes = _lines_with_notes(text)
        self._events = parse(text)
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
            if COUNTED in event.value and path:
                self.counting.append(path)
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
                cure = "keep one of them, or begin a new entry with '- '"
                what = f"duplicate key '{brief(key.value)}': this record has it already; {cure}"
                raise self._error(key, what)
            self.lines[(*path, key.value)] = _line(key)
            record[key.value] = self._value(next(self._events), (*path, key.value))
        return record

    def _scalar(self, event: yaml.ScalarEvent) -> Any:
        if event.anchor or event.tag:
            what = f"a text cannot begin with '{'&' if event.anchor else '!'}' outside quotes; put it in quotes"
            raise self._error(event, what)
        if not event.implicit[0]:  # it is in quotes
            return event.value
        self._judge_bare(event)
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

    def _judge_bare(self, event: yaml.ScalarEvent) -> None:
        """Keep a slip in a value without quotes that YAML reads all the same, such as a lost quote."""
        cut = self._cut_short(event) if _line(event) in self._with_notes else None
        if what := bare_slip(event.value) or cut:
            self.slips.append(self._problem(event, what))

    def _cut_short(self, event: yaml.ScalarEvent) -> str | None:
        """Return what is wrong if a '#' ends a value that should go on."""
        end = event.end_mark.index if event.end_mark else 0
        return hash_slip(event.value + self._text[end : end + 4])

    def _error(self, event: yaml.Event, what: str) -> ContentError:
        return ContentError([self._problem(event, what)])

    def _problem(self, event: yaml.Event, what: str) -> Problem:
        line = _line(event)
        return Problem(self.file, line, what, line_text=excerpt(lines_of(self._text), line))


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1
