"""Slips of the hand in a value of a content file: in its quotes or brackets, or in a text without quotes."""

import re

from ..errors import brief
from .characters import WRONG_QUOTES

DOUBLE = re.compile(r'"(?:[^"\\]|\\.)*"')
SINGLE = re.compile(r"'(?:[^']|'')*'")
ESCAPE = re.compile(r"""\\(?![0abtnvfre "/\\N_LPxuU\t])""")
FLOW = re.compile(rf"""{DOUBLE.pattern}|{SINGLE.pattern}|["'\[\]{{}}]""")
CLOSED_BY = {"[": "]", "{": "}"}
NOTE = re.compile(r"\s+#")
AN_ENTRY = "start an entry with '- ', a hyphen and a space"
IN_QUOTES = 'put the whole text in quotes: "…"'


def value_slip(value: str) -> str | None:
    """Return what is wrong with the form of a value, without a comment after it."""
    if not value or value.startswith("#"):
        return None
    if value[0] == '"':
        return _double_slip(value)
    if value[0] == "'":
        return _single_slip(value)
    if value[0] in CLOSED_BY:
        return _flow_slip(value)
    bare = NOTE.split(value, maxsplit=1)[0]
    return bare_slip(bare) or hash_slip(value) or _bare_line_slip(bare)


def _double_slip(value: str) -> str | None:
    whole = DOUBLE.match(value)
    if not whole:
        return _unclosed(value)
    if ESCAPE.search(whole.group()):
        return r"expected \" or \\ after a backslash; write \\ for a backslash in a text"
    return _after_quotes(value[whole.end() :], whole.group())


def _unclosed(value: str) -> str:
    if value.endswith('\\"'):
        return r'the text has no closing quote: \" is a quote within it; write " at its end, without the backslash'
    last = value[-1]
    if last in WRONG_QUOTES or last == "'":
        return f'the text opens with " and closes with {last} ; replace {last} by the straight quote "'
    return 'the text has no closing quote; write " at its end'


def _after_quotes(rest: str, text: str) -> str | None:
    if not rest.strip() or NOTE.match(rest):
        return None
    if rest.strip() in (",", ";", "."):
        return f"found '{rest.strip()}' after the closing quote; remove it, or put it within the quotes"
    if text in ('""', "''"):
        return f"the text is in quotes twice; remove the second pair, or write \\{text[0]} for a quote within it"
    return rf"the text ends at its second quote, after {brief(text, 30)}; write \" for a quote within a text"


def _single_slip(value: str) -> str | None:
    whole = SINGLE.match(value)
    if not whole:
        last = value[-1] if value[-1] in f'"{WRONG_QUOTES}' else ""
        return f"the text opens with ' and closes with {last or 'nothing'} ; {IN_QUOTES}"
    if re.match(r"\w", value[whole.end() :]):
        return f"the text ends at its apostrophe, after {brief(whole.group(), 30)}; {IN_QUOTES}"
    return _after_quotes(value[whole.end() :], whole.group())


def _flow_slip(value: str) -> str | None:
    """Judge a list in brackets or a record in braces."""
    waiting: list[str] = []
    for match in FLOW.finditer(value):
        mark = match.group()
        if mark in CLOSED_BY:
            waiting.append(CLOSED_BY[mark])
        elif mark in "]}" and (not waiting or waiting.pop() != mark):
            return f"found '{mark}' with nothing that it closes; remove it, or open it with its pair"
        elif mark == '"':
            return 'found a quote without its pair; write " before and after each text'
        if not waiting:
            return _after_flow(value, value[match.end() :])
    return f"found no '{waiting[-1]}' on this line; close the bracket at its end, or put the text in quotes"


def _after_flow(value: str, rest: str) -> str | None:
    if not rest.strip() or NOTE.match(rest):
        return None
    if value.startswith("[["):
        return f"a text cannot begin with a bracket outside quotes; {IN_QUOTES}"
    return f"expected nothing after the closing bracket, found '{brief(rest.strip(), 30)}'; remove it, or {IN_QUOTES}"


def bare_slip(value: str) -> str | None:
    """Return what is wrong with a value without quotes, as YAML reads it."""
    if not value:
        return None
    first, last = value[0], value[-1]
    if first in WRONG_QUOTES:
        return f'expected the straight quote ", found {first} ; replace {first} and its pair by straight quotes'
    if first == "-" and re.match(r"-[^\W\d]|-[\"']", value):
        return f"expected a space after the hyphen; {AN_ENTRY}"
    if (last == '"' or last in WRONG_QUOTES) and sum(mark in f'"{WRONG_QUOTES}' for mark in value) % 2:
        return 'the text has no opening quote; write " before its first word and at its end'
    return None


def _bare_line_slip(value: str) -> str | None:
    if re.search(r":(\s|$)", value):
        return f"found a colon in a text without quotes; {IN_QUOTES}"
    if value[0] in "@`%&*!,]}" or value[:2] in ("? ", "- "):
        return f"a text cannot begin with '{value[0]}' outside quotes; {IN_QUOTES}"
    if value[0] in "|>" and not re.fullmatch(r"[|>][+-]?\d?(\s+#.*)?", value):
        return f"a text cannot begin with '{value[0]}' outside quotes; {IN_QUOTES}"
    return f"expected '[' before the list, found none; write [{value}" if re.fullmatch(r"[\w, -]+\]", value) else None


def hash_slip(value: str) -> str | None:
    """Return that a '#' cuts a text short; a note after a value has spaces around its '#', as in ``id: wheel # …``.

    After several words, it has two spaces before it: with one, it may be part of the text.
    """
    cut = re.match(r"(\S+(?: \S+)*)(\s+)#(\S?)", value)
    if cut and (cut[3] or (" " in cut[1] and cut[2] == " ")):
        return f"found '#' in a text without quotes: what follows it is left out; {IN_QUOTES}"
    return None
