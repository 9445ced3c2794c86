"""Characters that look like others, or like nothing: what a word processor or a web page leaves in a pasted text."""

import re

WRONG_QUOTES = "“”„‟‘’‚‛«»″＂"
WRONG_DASHES = "–—−‐‑•*·"
NAMES = {
    "\u00a0": "a no-break space",
    "\u202f": "a narrow no-break space",
    "\u2007": "a figure space",
    "\u3000": "a wide space",
    "\u00ad": "a soft hyphen",
    "\u200b": "a zero-width space",
    "\u2060": "a word joiner",
    "\ufeff": "a byte order mark",
}
NO_BREAK = "\u00a0\u202f"  # between words that belong together, in languages that set them
SPACES = "\u00a0\u202f\u2007\u3000"
INVISIBLE = re.compile(f"[{''.join(NAMES)}]")


def invisible_in(text: str) -> int | None:
    """Return where the first character stands that looks like a space or like nothing; None if there is none."""
    match = INVISIBLE.search(text)
    return match.start() if match else None


def invisible(text: str, at: int, line: int | None = None) -> str:
    """Return what is wrong with the character at a place of a line, and how to mend it.

    Args:
        text: the line.
        at: the index of the character.
        line: its number, if the problem is told at another line.
    """
    found = f"found {NAMES[text[at]]} in column {at + 1}{f' of line {line}' if line else ''}"
    if text[at] in SPACES:
        return f"{found}, which only looks like a space; delete it and press the space bar"
    return f"{found}, which nobody sees; delete it, with the letters on both sides, and type these again"
