"""Short names: words of the name, so that who says what the button shows is understood by speech input."""

from collections.abc import Iterator

from ..errors import brief
from ..loading.walk import ContentPart
from ..schema.entry import Entry
from .rule import Finding, Rule


def _find(readable_parts: list[ContentPart]) -> Iterator[Finding]:
    for stem, path, part in readable_parts:
        if isinstance(part, Entry) and part.short and part.short.casefold() not in part.name.casefold():
            what = f"'{brief(part.short)}' is not in the name '{brief(part.name)}'; use words that stand in it together"
            yield stem, (*path, "short"), what


RULE = Rule("short-is-in-name", "Who says what the button shows would not reach it.", _find)
