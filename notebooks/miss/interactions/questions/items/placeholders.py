"""Placeholders: ids in braces that say where something stands in a text, as in "Call {whom} now."."""

import re

PLACEHOLDER = re.compile(r"\{([^{}]+)\}")


def placeholders(text: str) -> list[str]:
    """Return the ids in braces of a text, in order.

    >>> placeholders("Call {whom} now.")
    ['whom']
    """
    return PLACEHOLDER.findall(text)


def split_at_placeholders(text: str) -> list[tuple[str, str]]:
    """Return the parts of a text: some literal text, and the id that follows it, or "" after the last one.

    >>> split_at_placeholders("Call {whom} now.")
    [('Call ', 'whom'), (' now.', '')]
    """
    *pieces, last = PLACEHOLDER.split(text)
    parts = list(zip(pieces[::2], pieces[1::2], strict=True))
    return [*parts, (last, "")] if last else parts
