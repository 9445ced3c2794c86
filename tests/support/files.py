"""The files of this course, each with the type of what it holds."""

from functools import cache
from typing import Any

from miss.loading.reading import read_sections, record_files
from miss.schema.content import file_types

from tests.conftest import WORDS


@cache
def types_in_course() -> dict[str, Any]:
    """Return the type of every file by its stem, with those that only the sections name, such as a second case."""
    kinds = record_files(WORDS, read_sections(WORDS).value)
    return file_types() | {stem: kind.model() for stem, kind in kinds.items() if kind.model}
