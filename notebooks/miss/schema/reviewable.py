"""What is reviewed: each thing that a learner reads as one, with a name, and a hash that changes with its words.

Its name is the way to it in the content files, as in ``risks/infection`` or ``case/ward-bell/q122``: the file, then the
id of a record, and of a record in it that is read by itself. A file that holds one record is the name of that record.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Set
from typing import Any, NamedTuple

from pydantic.fields import FieldInfo

from .review_fields import BY_ITSELF, LEFT_OUT
from .signs import Sign
from .text import Identified, Record

HASH_DIGITS = 12
Field = tuple[str, FieldInfo, Any]  # the key, the type and the value of a field of a record


class Reviewable(NamedTuple):
    """A record as a reviewer reads it; ``hash`` is that of what a learner reads of it."""

    name: str
    record: Record
    hash: str


def reviewable(files: Mapping[str, Any]) -> list[Reviewable]:
    """Return every record for review of some files, by their stem; what is read by itself follows what it stands in."""
    return [part for stem, value in files.items() for part in _parts(value, stem, outermost=True)]


def _parts(value: Any, name: str, outermost: bool = False) -> Iterator[Reviewable]:
    if isinstance(value, list):
        for record in value:
            yield from _parts(record, f"{name}/{record.id}")
    elif isinstance(value, Record):
        apart = [each for each in _fields(value) if _is_apart(value, each, outermost)]
        if own := _own(value, {key for key, _, _ in apart}):
            yield Reviewable(name, value, _hash(own))
        for key, field, part in apart:
            is_list_of_its_own = BY_ITSELF in field.metadata and isinstance(part, list)
            yield from _parts(part, name if is_list_of_its_own else f"{name}/{key}")


def _is_apart(record: Record, each: Field, outermost: bool) -> bool:
    """Return whether a field is reviewed by itself: it says so, or the file's one record has no id, and it has one."""
    _, field, value = each
    first = value[0] if isinstance(value, list) and value else value
    has_ids = isinstance(first, Identified) and not isinstance(record, Identified)
    return BY_ITSELF in field.metadata or (outermost and has_ids and LEFT_OUT not in field.metadata)


def _own(record: Record, apart: Set[str] = frozenset()) -> dict[str, Any]:
    """Return the data of a record that a learner reads, without what is reviewed apart, and what is not given."""
    return {
        key: _data(value)
        for key, field, value in _fields(record)
        if key not in apart and LEFT_OUT not in field.metadata and value != field.get_default(call_default_factory=True)
    }


def _data(value: Any) -> Any:
    if isinstance(value, Sign):  # a record only names its signs: each of them is reviewed by itself
        return value.id
    if isinstance(value, Record):
        return _own(value)
    return [_data(part) for part in value] if isinstance(value, list) else value


def _fields(record: Record) -> Iterator[Field]:
    for key, field in type(record).model_fields.items():
        yield key, field, getattr(record, key)


def _hash(data: dict[str, Any]) -> str:
    canonical = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:HASH_DIGITS]
