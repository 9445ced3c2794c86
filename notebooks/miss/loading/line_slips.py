"""Slips of the hand in one line of a content file, each with its own cure.

Content files have one key and one value a line: ``- text: "Some words."``. YAML accepts far more than that; so a line
is judged by its form only where the file cannot be read.
"""

import re

from ..errors import brief
from .characters import WRONG_DASHES, WRONG_QUOTES, invisible, invisible_in
from .value_slips import AN_ENTRY, value_slip

KEY = r"[\w.-]+"
CONFLICT = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?: |$)")


def line_slip(line: str) -> str | None:
    """Return what is wrong with the form of a line, and how to mend it; None if it has the form of all others."""
    text = line.strip()
    if not text or text.startswith("#"):
        return None
    if CONFLICT.match(line):
        return "found a mark of a merge; keep one of the two versions, and delete the lines with <<<, === and >>>"
    if text in ("---", "..."):
        return f"expected one document, found a second; remove the line with '{text}'"
    return space_slip(line) or _entry_slip(text)


def space_slip(line: str) -> str | None:
    """Return what is wrong with the spaces of a line outside of its texts."""
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return "expected spaces, found a tab; indent each level by two spaces"
    outside = re.split(r"[\"']", line, maxsplit=1)[0]
    return invisible(outside, found) if (found := invisible_in(outside)) is not None else None


def _entry_slip(text: str) -> str | None:
    """Judge a line without its indentation: the dashes of entries, then a key, then its value."""
    if text[0] in WRONG_DASHES and text[1:2] in ("", " "):
        return f"expected a hyphen, found '{text[0]}'; {AN_ENTRY}"
    if re.match(r"-+[^\s\d.-]", text):
        return f"expected a space after the hyphen; {AN_ENTRY}"
    rest = re.sub(r"^(?:-\s+)+", "", text)
    key = re.match(rf"{KEY}\s*:(?:\s+|$)", rest)
    if key or rest[0] in "\"'[{":
        return value_slip(rest[key.end() :] if key else rest)
    return _key_slip(rest) or (value_slip(rest) if rest != text or rest == "-" else _keyless(rest))


def _key_slip(rest: str) -> str | None:
    """Judge a line whose key has no colon with a space after it."""
    if match := re.match(rf"({KEY})\s*([\N{{FULLWIDTH COLON}};=,])", rest):
        return f"expected ':' after '{brief(match[1])}', found '{match[2]}'; write '{brief(match[1])}: '"
    if match := re.match(rf"({KEY}):[\"'\[{{\w]", rest):
        return f"expected a space after the colon; write '{brief(match[1])}: '"
    if match := re.match(rf"({KEY})(?:\s*[\"\[{{{WRONG_QUOTES}]|$)", rest):
        return f"expected a colon after '{brief(match[1])}'; write '{brief(match[1])}: '"
    if match := re.match(rf"({KEY}) [\w.-]+$", rest):
        name = brief(match[1])
        return f"expected a colon after '{name}'; write '{name}: ', or join this line to the text above it"
    return None


def _keyless(rest: str) -> str:
    if match := re.match(rf"({KEY}) {KEY}: ", rest):
        return f"expected one word before the colon, found '{brief(rest.partition(':')[0])}'; write '{match[1]}: '"
    return "expected a key with a colon, found other words; join this line to the text above it, within its quotes"
